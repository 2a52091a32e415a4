import type { DownloadRecord } from './record';

/** How far a download has come. Bytes and seconds. */
export interface DownloadProgress {
  /** The file that is being downloaded. */
  readonly file: string;
  readonly loaded: number;
  /** Absent where no one knows how long the model is. */
  readonly total?: number;
  /** Whether `total` is the sum of lengths that servers or lists gave, and not the catalogue's rounded figure. */
  readonly isTotalExact: boolean;
  /** Bytes a second of the last while; absent until it can be told. */
  readonly rate?: number;
  readonly secondsLeft?: number;
}

/** Milliseconds over which the rate is taken. */
const WINDOW = 10_000;
/** Milliseconds before which a rate would be noise. */
const SHORTEST = 500;

interface Sample {
  readonly time: number;
  readonly loaded: number;
}

/** The rate of the last seconds from how many bytes were there when. */
export class RateMeter {
  #samples: Sample[] = [];

  /** Notes that `loaded` bytes are there at `time`, in milliseconds. Bytes that were thrown away begin it anew. */
  note(time: number, loaded: number): void {
    const last = this.#samples.at(-1);
    if (last !== undefined && loaded < last.loaded) this.#samples = [];
    this.#samples.push({ time, loaded });
    while ((this.#samples[1]?.time ?? Number.POSITIVE_INFINITY) <= time - WINDOW) {
      this.#samples.shift();
    }
  }

  /** Bytes a second, or undefined where too little is known yet. */
  rate(): number | undefined {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const elapsed = last.time - first.time;
    return elapsed < SHORTEST ? undefined : ((last.loaded - first.loaded) / elapsed) * 1000;
  }
}

/** What is known of a model's length: the lengths of its files, or else about how much the catalogue says. */
export function totalOf(
  record: DownloadRecord,
  about: number | undefined,
): Pick<DownloadProgress, 'total' | 'isTotalExact'> {
  const wanted = record.files.filter(({ state }) => state !== 'absent');
  const known = wanted.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  // An optional file may turn out not to be there: its few kilobytes are not waited for.
  const isTotalExact = wanted.every(({ bytes, isOptional }) => bytes !== undefined || isOptional);
  if (isTotalExact) return { total: known, isTotalExact };
  return about === undefined ? { isTotalExact } : { total: Math.max(about, known), isTotalExact };
}

/** How far it has come, with rate and time left where they can be told. */
export function progressOf(
  file: string,
  loaded: number,
  total: Pick<DownloadProgress, 'total' | 'isTotalExact'>,
  meter: RateMeter,
): DownloadProgress {
  const rate = meter.rate();
  const left = total.total === undefined ? undefined : Math.max(0, total.total - loaded);
  const isMoving = rate !== undefined && rate > 0;
  return {
    file,
    loaded,
    ...total,
    ...(rate === undefined ? {} : { rate }),
    ...(left === undefined || !isMoving ? {} : { secondsLeft: left / rate }),
  };
}
