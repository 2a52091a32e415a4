import type { Surroundings } from '../local/device';

/** What bears on whether a model runs on a machine. What a browser does not tell is absent. */
export interface Machine extends Surroundings {
  readonly webAssembly: boolean;
  /** Gigabytes as `navigator.deviceMemory` gives them: rounded, and capped. */
  readonly memory?: number;
  /** Phones and tablets. */
  readonly mobile: boolean;
  /** Bytes that the origin may store, and that it has stored. */
  readonly storage?: { readonly quota: number; readonly used: number; readonly persisted: boolean };
  /** Whether the page may keep files (`navigator.storage.getDirectory`): not on plain http, nor in some private windows. */
  readonly keepsFiles: boolean;
}
