import { EXAMINED_THINGS } from '@/lib/knowledge/clinical-terms/examined-things';

/** Something that is measured or examined in a patient. */
export interface ExaminedThing {
  readonly names: readonly string[];
  /** Beginnings of words with which a case may have spoken of it. */
  readonly near: readonly string[];
}

function listed(part: string): readonly string[] {
  return part
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Every one of them, in a fixed order. */
export const EXAMINED: readonly ExaminedThing[] = EXAMINED_THINGS.trim()
  .split('\n')
  .map((line) => {
    const [names = '', near = ''] = line.split('~');
    return { names: listed(names), near: listed(near) };
  });
