import * as z from 'zod/mini';
import { type Outcome, success } from '@/lib/text/outcome';
import type { FileFigures, Revision } from '../../catalogue';
import { type DownloadFaultCode, interrupted, revisionUnknown } from '../faults';
import type { Fetch } from '../fetch-to-storage';
import type { Listing, Source } from './source';

/** The public hub. A hospital sets the address of a mirror that keeps its paths. */
export const HUB = 'https://huggingface.co';

/** Milliseconds for one answer of the hub's interface. */
const PATIENCE = 20_000;

/** Hugging Face Hub API, "/api/models/{repo}": `sha` is the newest commit. */
const modelSchema = z.object({ sha: z.string().check(z.regex(/^[0-9a-f]{40}$/)) });

/** Hugging Face Hub API, "/api/models/{repo}/tree/{revision}": `lfs.oid` is the SHA-256 of a large file. */
const treeSchema = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number(),
    lfs: z.optional(z.object({ oid: z.string() })),
  }),
);

/**
 * A repository on the Hugging Face hub, or on a mirror that keeps its paths. The commit is looked up where it is not pinned;
 * where a mirror has no interface for that, its `main` is taken and its digests are not known beforehand.
 */
export function hubSource(
  base: string,
  repository: string,
  revision: Revision,
  fetch: Fetch,
): Source {
  const root = base.replace(/\/{1,9}$/, '');
  return {
    origin: root,
    knownFrom: 'repository',
    fetch,
    address: (commit, path) =>
      `${root}/${repository}/resolve/${commit ?? 'main'}/${path.split('/').map(encodeURIComponent).join('/')}`,
    async lookUp(signal) {
      const pinned = revision.kind === 'pinned' ? revision.commit : undefined;
      const commit =
        pinned ?? (await ask(fetch, `${root}/api/models/${repository}`, modelSchema, signal));
      if (typeof commit === 'string') return list(fetch, root, repository, commit, signal);
      if (commit.kind === 'given') {
        return list(fetch, root, repository, commit.value.sha, signal);
      }
      return commit.kind === 'none'
        ? success({})
        : { ok: false, fault: reasonOf(commit, repository) };
    },
  };
}

async function list(
  fetch: Fetch,
  root: string,
  repository: string,
  commit: string,
  signal: AbortSignal,
): Promise<Outcome<Listing, DownloadFaultCode>> {
  const url = `${root}/api/models/${repository}/tree/${commit}?recursive=true`;
  const tree = await ask(fetch, url, treeSchema, signal);
  if (tree.kind === 'given') return success({ commit, files: filesOf(tree.value) });
  return tree.kind === 'none'
    ? success({ commit })
    : { ok: false, fault: reasonOf(tree, repository) };
}

function filesOf(tree: z.infer<typeof treeSchema>): ReadonlyMap<string, FileFigures> {
  const source = 'The repository’s list of files';
  return new Map(
    tree
      .filter(({ type }) => type === 'file')
      .map(({ path, size, lfs }) => {
        const isDigest = /^[0-9a-f]{64}$/.test(lfs?.oid ?? '');
        const sha256 = isDigest && lfs !== undefined ? { sha256: lfs.oid } : {};
        return [path, { path, bytes: size, source, ...sha256 }];
      }),
  );
}

type Asked<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  /** There is no such interface here: another kind of server answered. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable' };

async function ask<Value>(
  fetch: Fetch,
  url: string,
  schema: z.ZodMiniType<Value>,
  signal: AbortSignal,
): Promise<Asked<Value>> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    const response = await fetch(url, { signal: limit });
    // The hub answers 401 where a repository is not there or not open, so that neither is told.
    if (response.status === 401 || response.status === 403) {
      return { kind: 'refused', status: response.status };
    }
    if (!response.ok) return { kind: 'none' };
    const parsed = schema.safeParse(await response.json());
    return parsed.success ? { kind: 'given', value: parsed.data } : { kind: 'none' };
  } catch (error) {
    return error instanceof SyntaxError ? { kind: 'none' } : { kind: 'unreachable' };
  }
}

function reasonOf(asked: Exclude<Asked<never>, { kind: 'given' | 'none' }>, repository: string) {
  return asked.kind === 'refused'
    ? revisionUnknown(repository, `the server answered ${asked.status}`)
    : interrupted(`the list of files of ${repository}`, 'the server could not be reached');
}
