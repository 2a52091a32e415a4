import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { careOf } from '@/lib/knowledge/care';
import { CONDITION_PROFILES } from '@/lib/knowledge/condition-profiles';
import { ConditionEntry } from './condition-entry';

/** Text as React writes it into markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');
}

describe('ConditionEntry', () => {
  it.each(CONDITION_PROFILES.map((profile) => [profile.condition.name, profile] as const))(
    'shows what is done for %s, how soon, the usual course and every document once',
    (_, profile) => {
      const markup = renderToStaticMarkup(<ConditionEntry profile={profile} />);
      const { treatments, course, sources } = careOf(profile.condition);
      for (const heading of ['Given or done first', 'How soon', 'Usual course']) {
        expect(markup).toContain(`>${heading}</h3>`);
      }
      const places = treatments.map(({ name }) => markup.indexOf(`<li>${escaped(name)}</li>`));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(markup).toContain(escaped(course));
      for (const source of sources) {
        expect(markup.split(`>${escaped(source)}</li>`), source).toHaveLength(2);
      }
    },
  );
});
