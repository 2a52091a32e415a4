import { BODY_SITES, PLACED_COMPLAINTS } from '@/lib/knowledge/clinical-terms/body-sites';

/** A place of the body that a complaint can be in. */
export interface BodySite {
  /** In lower case. */
  readonly names: readonly string[];
  /** Beginnings of words with which a text may have meant the place. */
  readonly near: readonly string[];
}

function listed(part: string): readonly string[] {
  return part.split(';').map((one) => one.trim());
}

/** Every place, in a fixed order. */
export const SITES: readonly BodySite[] = BODY_SITES.trim()
  .split('\n')
  .map((line) => {
    const [names = '', near = ''] = line.split('~');
    return { names: listed(names), near: listed(near) };
  });

/** Words, in lower case, for what can be felt or seen in a place. */
export const COMPLAINTS: readonly string[] = PLACED_COMPLAINTS.split(' ');
