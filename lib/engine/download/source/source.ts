import type { Outcome } from '@/lib/text/outcome';
import type { FileFigures } from '../../catalogue';
import type { DownloadFaultCode } from '../faults';
import type { Fetch } from '../fetch-to-storage';
import type { KnownFrom } from '../record';

/** What a source has of a model. */
export interface Listing {
  /** Absent where the source does not tell. */
  readonly commit?: string;
  /** Every file by path, or undefined where the source gives no list. */
  readonly files?: ReadonlyMap<string, FileFigures>;
}

/** Where a model's files come from. */
export interface Source {
  /** For a person and for the record. */
  readonly origin: string;
  /** Whose word its digests are. */
  readonly knownFrom: KnownFrom;
  readonly fetch: Fetch;
  lookUp(signal: AbortSignal): Promise<Outcome<Listing, DownloadFaultCode>>;
  /** The address of a file at a commit, for `fetch`. */
  address(commit: string | undefined, path: string): string;
}
