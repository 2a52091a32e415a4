import type { BrowserModel, ModelForm } from '@/lib/engine/catalogue';
import {
  type Download,
  type DownloadEvent,
  exportDownload,
  listDownloads,
  removeDownload,
  startDownload,
} from '@/lib/engine/download/browser/downloads';
import type { Origin } from '@/lib/engine/download/browser/messages';
import { modelKey } from '@/lib/engine/download/record';
import { opfsStorage } from '@/lib/engine/download/storage/opfs';
import { openStoredModel } from '@/lib/engine/download/stored-model';
import { openBrowserEngine } from '@/lib/engine/local/browser';
import { readModelFiles } from '@/lib/engine/local/model-files';
import { collect } from './collect-tokens';
import { greedy } from './greedy-request';

/** What the tests call in the page. */
export interface DownloadsUnderTest {
  start(model: BrowserModel, form: ModelForm, base: string): void;
  /** Loads from files that are called so, given in base64, as if a person had picked them. */
  pick(model: BrowserModel, form: ModelForm, files: Readonly<Record<string, string>>): void;
  pause(): void;
  cancel(): Promise<void>;
  /** What was told since the last start. */
  readonly events: readonly DownloadEvent[];
  /** Keys of the models that are there, with whether each is whole. */
  list(): Promise<readonly (readonly [key: string, isWhole: boolean])[]>;
  remove(key: string): Promise<void>;
  /** Exports to a folder of the private file system; gives the paths that are there afterwards, with their lengths. */
  export(key: string): Promise<Readonly<Record<string, number>>>;
  /** Opens a model in the local engine and lets it go on after a text, greedily; gives the ids of the tokens. */
  generate(model: BrowserModel, form: ModelForm, text: string): Promise<readonly number[]>;
  /** Reads a model as the engine does; gives the digests of what was read. */
  open(key: string, graph: string): Promise<Readonly<Record<string, string>>>;
}

declare global {
  var downloadsUnderTest: DownloadsUnderTest;
}

let events: DownloadEvent[] = [];
let download: Download | undefined;

function begin(model: BrowserModel, form: ModelForm, origin: Origin): void {
  const heard: DownloadEvent[] = [];
  events = heard;
  download = startDownload(model, form, origin, (event) => heard.push(event));
}

globalThis.downloadsUnderTest = {
  start: (model, form, base) => begin(model, form, { kind: 'hub', base }),
  pick(model, form, files) {
    const picked = Object.entries(files).map(([path, base64]) => ({
      path,
      file: new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], path),
    }));
    begin(model, form, { kind: 'files', files: picked });
  },
  pause: () => download?.pause(),
  async cancel() {
    await download?.cancel();
  },
  get events() {
    return events;
  },
  async list() {
    const records = [...(await listDownloads())];
    return records.map(([key, { files }]) => [key, files.every(({ state }) => state !== 'wanted')]);
  },
  async remove(key) {
    const fault = await removeDownload(key);
    if (fault !== undefined) throw new Error(fault.message);
  },
  async export(key) {
    const root = await navigator.storage.getDirectory();
    const fault = await exportDownload(
      key,
      await root.getDirectoryHandle('exported', { create: true }),
      () => undefined,
    );
    if (fault !== undefined) throw new Error(fault.message);
    return lengthsIn(await root.getDirectoryHandle('exported'), '');
  },
  async generate(model, form, text) {
    const entry = {
      id: model.id,
      name: model.name,
      folder: '',
      graph: form.graph,
      precision: form.dtype,
      webgpuFeatures: form.needs,
      mostThreads: 1,
      answerTokens: 64,
    };
    const stored = modelKey(model.id, form.dtype);
    const engine = await openBrowserEngine(entry, { device: 'wasm', stored });
    const { ids } = await collect(engine, greedy(text));
    await engine.dispose();
    return ids;
  },
  async open(key, graph) {
    const { files } = await readModelFiles(
      openStoredModel(opfsStorage(), key),
      graph,
      () => undefined,
    );
    return Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));
  },
};
document.title = 'started';

async function lengthsIn(
  folder: FileSystemDirectoryHandle,
  prefix: string,
): Promise<Record<string, number>> {
  const lengths: Record<string, number> = {};
  for await (const [name, handle] of folder.entries()) {
    if (handle instanceof FileSystemFileHandle)
      lengths[prefix + name] = (await handle.getFile()).size;
    if (handle instanceof FileSystemDirectoryHandle) {
      Object.assign(lengths, await lengthsIn(handle, `${prefix}${name}/`));
    }
  }
  return lengths;
}
