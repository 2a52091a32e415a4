import type { BrowserModel, ModelForm } from '../../catalogue';
import type { DownloadFault } from '../faults';
import type { DownloadProgress } from '../progress';

/** Where a download comes from: a hub or mirror by its address, or files that a person picked. */
export type Origin =
  | { readonly kind: 'hub'; readonly base: string }
  | {
      readonly kind: 'files';
      readonly files: readonly { readonly path: string; readonly file: File }[];
    };

/** What the page tells the worker, which does one thing at a time and is then ended. */
export type ToDownloadWorker =
  | {
      readonly type: 'download';
      readonly model: BrowserModel;
      readonly form: ModelForm;
      readonly origin: Origin;
    }
  /** Stops the download; what has arrived is kept. */
  | { readonly type: 'stop' }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'export'; readonly key: string; readonly folder: FileSystemDirectoryHandle };

/** What the worker tells the page. */
export type FromDownloadWorker =
  /** Another tab has this model under way; the worker goes on by itself once that one ends. */
  | { readonly type: 'waiting' }
  | { readonly type: 'progress'; readonly progress: DownloadProgress }
  | { readonly type: 'exported-bytes'; readonly bytes: number }
  | { readonly type: 'stopped' }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly fault: DownloadFault };

/** The channel on which tabs tell each other how far a download is. */
export const CHANNEL = 'rationale-downloads';

/** What is told on that channel. */
export interface ToldTabs {
  readonly key: string;
  readonly told: FromDownloadWorker;
}

/** The lock that whoever writes a model's files holds. Browsers free it when a tab or worker ends, however it ends. */
export function lockOf(key: string): string {
  return `rationale-download ${key}`;
}
