import type { Known } from '@/lib/engine/catalogue';

/** A number of bytes as storage is sold: "570 MB", "2.9 GB". */
export function bytesWords(bytes: number): string {
  if (bytes >= 1e12) return `${(bytes / 1e12).toFixed(1)} TB`;
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`;
  return `${Math.round(bytes / 1e3)} kB`;
}

/** A figure with its unit, or that it is not known. */
export function knownWords<Value>(figure: Known<Value>, words: (value: Value) => string): string {
  return figure.known ? words(figure.value) : 'not known';
}

/** Where a figure was read, or why it is not known. */
export function sourceOf(figure: Known<unknown>): string {
  return figure.known ? figure.source : figure.why;
}
