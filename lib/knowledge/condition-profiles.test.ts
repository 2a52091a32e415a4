import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONDITION_PROFILES, readProfiles, type StatedProfile } from './condition-profiles';
import { CONDITIONS } from './conditions';

const STATED: readonly StatedProfile[] = CONDITION_PROFILES.map((profile) => ({
  ...profile,
  condition: profile.condition.id,
}));

describe('readProfiles', () => {
  it('gives the profiles in the order of the conditions, whatever the order of the data', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...STATED], { minLength: STATED.length }), (stated) => {
        expect(readProfiles(stated, CONDITIONS)).toEqual(CONDITION_PROFILES);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses data that leave any condition out, or describe it twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATED), (entry) => {
        const without = STATED.filter((other) => other !== entry);
        expect(() => readProfiles(without, CONDITIONS)).toThrow(
          `"${entry.condition}" is not described`,
        );
        expect(() => readProfiles([...STATED, entry], CONDITIONS)).toThrow(
          `"${entry.condition}" is described twice`,
        );
      }),
    );
  });

  it('refuses a description of what is no condition', () => {
    const [first] = STATED;
    if (first === undefined) throw new Error('no profiles');
    expect(() => readProfiles([...STATED, { ...first, condition: 'hiccups' }], CONDITIONS)).toThrow(
      '"hiccups" is described and is no condition',
    );
  });
});

describe('CONDITION_PROFILES', () => {
  it.each(CONDITION_PROFILES.map((profile) => [profile.condition.name, profile] as const))(
    'describes %s in whole sentences, with three questions, tests and sources',
    (_, { typical, atypical, questions, tests, sources }) => {
      expect(typical).toMatch(/^[A-Z].*\.$/);
      expect(atypical).toMatch(/^[A-Z].*\.$/);
      expect(atypical).not.toBe(typical);
      expect(questions).toHaveLength(3);
      for (const question of questions) expect(question).toMatch(/^[A-Z].*\?$/);
      expect(tests.length).toBeGreaterThanOrEqual(2);
      expect(sources.length).toBeGreaterThanOrEqual(2);
      for (const source of sources) expect(source, 'an author and a title').toMatch(/^\S.+, \S/);
      for (const list of [questions, tests, sources]) {
        expect(new Set(list).size).toBe(list.length);
        for (const line of list) expect(line.trim()).toBe(line);
      }
    },
  );
});
