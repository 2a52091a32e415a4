import * as z from 'zod/mini';
import { success } from '@/lib/text/outcome';
import type { FileFigures } from '../../catalogue';
import type { Fetch } from '../fetch-to-storage';
import type { Source } from './source';

/** Files that a person picked: a folder of the disk, a stick, or single files. */
export interface PickedFiles {
  /** Paths with `/`, as far as they are known. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Throws where the file can no longer be read. */
  stream(path: string, start: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

/** What a folder that was exported says of its files: `lib/engine/local/manifest.ts`. */
const manifestSchema = z.object({
  revision: z.optional(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

const LARGEST_MANIFEST = 10_000_000;

/** Files that a person picked, as a source like any other: read in pieces, verified, and resumed in the same way. */
export function folderSource(picked: PickedFiles): Source {
  const root = rootOf(picked);
  const inRoot = picked.files
    .filter(({ path }) => path.startsWith(root))
    .map(({ path, bytes }) => ({ path: path.slice(root.length), bytes }));
  const lengths = new Map(inRoot.map(({ path, bytes }) => [path, bytes]));
  return {
    origin: 'folder',
    knownFrom: 'folder',
    fetch: fetchFrom(picked, root, lengths),
    address: (_, path) => path,
    async lookUp() {
      const manifest = await readManifest(picked, root, lengths.get('manifest.json'));
      const said = new Map(manifest?.files.map((file) => [file.path, file]));
      const files = new Map<string, FileFigures>(
        inRoot.map(({ path, bytes }) => {
          const figures = said.get(path);
          // A length that differs from the manifest is found when the file is read to its end.
          if (figures === undefined) return [path, { path, bytes }];
          return [path, { ...figures, source: 'manifest.json in the folder' }];
        }),
      );
      const { revision } = manifest ?? {};
      return success({ files, ...(revision === undefined ? {} : { commit: revision }) });
    },
  };
}

/** The folder that holds config.json nearest to the top: a person may have picked the one above it. */
function rootOf({ files }: PickedFiles): string {
  const configurations = files
    .map(({ path }) => path)
    .filter((path) => path === 'config.json' || path.endsWith('/config.json'))
    .sort((one, other) => one.length - other.length);
  return (configurations[0] ?? '').replace(/config\.json$/, '');
}

function fetchFrom(picked: PickedFiles, root: string, lengths: ReadonlyMap<string, number>): Fetch {
  return async (path, { headers }) => {
    const bytes = lengths.get(path);
    if (bytes === undefined) return new Response(null, { status: 404 });
    const range = /^bytes=(\d{1,15})-$/.exec(new Headers(headers).get('range') ?? '')?.[1];
    const start = Number(range ?? 0);
    if (start > 0 && start >= bytes) {
      return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes}` } });
    }
    const body = await picked.stream(root + path, start);
    const part = { 'Content-Range': `bytes ${start}-${bytes - 1}/${bytes}` };
    return new Response(body, { status: start > 0 ? 206 : 200, headers: start > 0 ? part : {} });
  };
}

async function readManifest(
  picked: PickedFiles,
  root: string,
  bytes: number | undefined,
): Promise<z.infer<typeof manifestSchema> | undefined> {
  if (bytes === undefined || bytes > LARGEST_MANIFEST) return undefined;
  try {
    const text = await new Response(await picked.stream(`${root}manifest.json`, 0)).text();
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
