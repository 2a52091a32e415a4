import { OPPOSITE_QUALITIES } from '@/lib/knowledge/clinical-terms/opposite-qualities';

/** What a finding can be like, where one quality excludes another. */
export interface QualityAxis {
  /** What the qualities are said of; empty where each names its finding itself. */
  readonly heads: readonly string[];
  /** Groups of words that mean the same. */
  readonly qualities: readonly (readonly QualityWord[])[];
  /** Whether two qualities can hold together, so that only a denial contradicts. */
  readonly compatible: boolean;
}

export interface QualityWord {
  readonly word: string;
  /** Whether the word says of itself what it is said of: "miosis". */
  readonly standsAlone: boolean;
}

function listed(part: string): string[] {
  return part
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function readAxis(line: string): QualityAxis {
  const [heads = '', ...groups] = line.replace(/^\+/u, '').split('|');
  return {
    heads: listed(heads),
    qualities: groups.map((group) =>
      listed(group).map((item) => ({
        word: item.replace(/^=/u, ''),
        standsAlone: item.startsWith('='),
      })),
    ),
    compatible: line.startsWith('+'),
  };
}

/** Every axis, in a fixed order. */
export const QUALITY_AXES: readonly QualityAxis[] = OPPOSITE_QUALITIES.trim()
  .split('\n')
  .map(readAxis);
