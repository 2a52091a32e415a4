import { COMPOUND_QUALITIES } from '@/lib/knowledge/clinical-terms/compound-qualities';
import { GENERAL_QUALITIES } from '@/lib/knowledge/clinical-terms/general-qualities';

/** A quality on one axis: two of one axis with different groups exclude each other. */
export interface GeneralQuality {
  readonly axis: number;
  readonly group: number;
  /** Whether the word says of itself what it is said of. */
  readonly standsAlone: boolean;
}

function readQualities(): ReadonlyMap<string, readonly GeneralQuality[]> {
  const byWord = new Map<string, GeneralQuality[]>();
  for (const [axis, line] of GENERAL_QUALITIES.trim().split('\n').entries()) {
    const standsAlone = line.startsWith('*');
    for (const [group, words] of line.replace(/^\*/u, '').split('|').entries()) {
      for (const word of words.split(';').map((one) => one.trim())) {
        byWord.set(word, [...(byWord.get(word) ?? []), { axis, group, standsAlone }]);
      }
    }
  }
  return byWord;
}

/** The qualities that a word in lower case names, on every axis that it stands on. */
export const QUALITIES_BY_WORD: ReadonlyMap<string, readonly GeneralQuality[]> = readQualities();

/** A quality and the noun that it is given to, said in one word. */
export interface CompoundQuality {
  readonly quality: string;
  readonly noun: string;
}

function readCompounds(): ReadonlyMap<string, readonly CompoundQuality[]> {
  const byWord = new Map<string, CompoundQuality[]>();
  for (const line of COMPOUND_QUALITIES.trim().split('\n')) {
    const [words = '', meaning = ''] = line.split('=');
    const [quality = '', noun = ''] = meaning.trim().split(' ');
    for (const word of words.split(';').map((one) => one.trim())) {
      byWord.set(word, [...(byWord.get(word) ?? []), { quality, noun }]);
    }
  }
  return byWord;
}

/** By word in lower case: "hepatomegaly" is an enlarged liver. */
export const COMPOUNDS_BY_WORD: ReadonlyMap<string, readonly CompoundQuality[]> = readCompounds();
