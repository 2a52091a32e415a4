import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CARE,
  careOf,
  isNamedIn,
  type Named,
  readCare,
  type StatedCare,
  TESTS,
  TREATMENTS,
} from './care';
import { phraseWords } from './care-phrases';
import { CONDITIONS } from './conditions';

/** The conditions of whose treatments or tests a text names one. */
function conditionsBy(kind: 'treatments' | 'tests', text: string) {
  const list = kind === 'treatments' ? TREATMENTS : TESTS;
  const names = new Set(list.filter((named) => isNamedIn(named, text)).map(({ name }) => name));
  return CARE.filter((care) => care[kind].some(({ name }) => names.has(name))).map(
    ({ condition }) => condition,
  );
}

const conditionsTreatedBy = (text: string) => conditionsBy('treatments', text);
const conditionsTestedBy = (text: string) => conditionsBy('tests', text);

const STATED: readonly StatedCare[] = CARE.map((care) => ({
  ...care,
  treatments: care.treatments.map(({ name }) => name),
  tests: care.tests.map(({ name }) => name),
}));

const KINDS = [
  { kind: 'treatments', list: TREATMENTS, conditionsBy: conditionsTreatedBy },
  { kind: 'tests', list: TESTS, conditionsBy: conditionsTestedBy },
] as const;

function phrasesOf({ name, aliases }: Named): readonly string[] {
  return [name, ...aliases];
}

describe('readCare', () => {
  it('gives the entries in the order of the conditions, whatever the order of the data', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...STATED], { minLength: STATED.length }), (stated) => {
        expect(readCare(stated, CONDITIONS)).toEqual(CARE);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses data that leave a condition out, state it twice or state what is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATED), (entry) => {
        const without = STATED.filter((one) => one !== entry);
        expect(() => readCare(without, CONDITIONS)).toThrow(`"${entry.condition}" has no entry`);
        expect(() => readCare([...STATED, entry], CONDITIONS)).toThrow(
          `"${entry.condition}" has two entries`,
        );
        expect(() => readCare([...STATED, { ...entry, condition: 'hiccups' }], CONDITIONS)).toThrow(
          '"hiccups" is no condition',
        );
      }),
    );
  });

  it.each([
    [{ treatments: ['Leeches'] }, '"Leeches" is not listed'],
    [{ tests: ['Palmistry'] }, '"Palmistry" is not listed'],
    [{ treatments: [] }, 'no treatment or no test'],
    [{ urgency: 'soon' }, '"soon" of'],
  ])('refuses %j', (change, problem) => {
    const [first, ...rest] = STATED;
    if (first === undefined) throw new Error('no care');
    expect(() => readCare([{ ...first, ...change }, ...rest], CONDITIONS)).toThrow(problem);
  });
});

describe('the care of each condition', () => {
  it.each(CONDITIONS.map((condition) => [condition.name, condition] as const))(
    'of %s is one sentence on its course, without doses, and documents with a year',
    (_, condition) => {
      const { course, sources, treatments, tests } = careOf(condition);
      expect(course).toMatch(/^[A-Z][^.]*\.$/u);
      expect(course.length).toBeLessThan(260);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources)
        expect(source, 'an author and a year').toMatch(/^\S.+, .*\b(?:19|20)\d\d\b/u);
      for (const names of [
        sources,
        ...[treatments, tests].map((list) => list.map(({ name }) => name)),
      ]) {
        expect(new Set(names).size).toBe(names.length);
      }
      for (const text of [course, ...[...treatments, ...tests].flatMap(phrasesOf)]) {
        expect(text.trim()).toBe(text);
        expect(text).not.toMatch(/\d\s?(?:mg|mcg|µg|g|ml|microgram|milligram|unit)/iu);
      }
    },
  );

  it('has a next step in the conditions’ own list that is one of the tests or treatments', () => {
    for (const { id, nextTest } of CONDITIONS) {
      expect(
        [...conditionsTestedBy(nextTest), ...conditionsTreatedBy(nextTest)],
        nextTest,
      ).toContain(id);
    }
  });

  it('hurries where missing the condition kills or maims', () => {
    for (const condition of CONDITIONS) {
      const { urgency } = careOf(condition);
      if (condition.cantMiss) expect(urgency, condition.name).not.toBe('routine');
      if (condition.severity === 1) expect(urgency, condition.name).toBe('immediate');
    }
  });
});

describe.each(KINDS)('$kind', ({ kind, list, conditionsBy }) => {
  it('have no wording that means two of them, and none twice', () => {
    const meaning = new Map<string, string>();
    for (const named of list) {
      const wordings = phrasesOf(named).map((phrase) => phrase.toLowerCase());
      expect(new Set(wordings).size, named.name).toBe(wordings.length);
      for (const phrase of wordings) {
        const key = phraseWords(phrase).join(' ');
        expect(meaning.get(key) ?? named.name, phrase).toBe(named.name);
        meaning.set(key, named.name);
      }
    }
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  });

  it('are all for some condition, but for what is listed to be told from another', () => {
    const used = new Set(CARE.flatMap((care) => care[kind].map(({ name }) => name)));
    expect(list.map(({ name }) => name).filter((name) => !used.has(name))).toEqual(
      kind === 'treatments' ? ['Intravenous adrenaline'] : [],
    );
  });

  it('are found by name and alias, whatever the case and the words around', () => {
    const phrases = list.flatMap((named) => phrasesOf(named).map((phrase) => ({ named, phrase })));
    const around = fc.constantFrom(
      '',
      'Give',
      'Start with',
      'Please',
      'now',
      'and review',
      '– then',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...phrases),
        around,
        around,
        fc.func(fc.boolean()),
        ({ named, phrase }, before, after, upper) => {
          const cased = [...phrase].map((letter, at) =>
            upper(at) ? letter.toUpperCase() : letter,
          );
          expect(conditionsBy(`${before} ${cased.join('')} ${after}`)).toEqual(
            CARE.filter((care) => care[kind].some(({ name }) => name === named.name)).map(
              ({ condition }) => condition,
            ),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are never found inside a word, or in a text of none', () => {
    expect(conditionsBy('')).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...list), ({ name }) => {
        expect(conditionsBy(`xq${name.replace(/[^\p{L}]/gu, '')}xq`)).toEqual([]);
      }),
    );
  });
});

describe('a treatment in a text', () => {
  it.each([
    ['Give 500 micrograms of adrenaline intramuscularly', ['anaphylaxis']],
    ['epinephrine 0.5 mg IM', ['anaphylaxis']],
    ['Intravenous epinephrine', []],
    ['nebulized epinephrine', ['croup']],
    ['High-flow oxygen', ['cluster-headache', 'anaphylaxis']],
    ['Surgical repair of the esophagus', ['boerhaave-syndrome']],
    ['Acetaminophen 1g', conditionsTreatedBy('paracetamol')],
    ['modified Valsalva maneuver', ['paroxysmal-supraventricular-tachycardia']],
    ['Check the oxygen saturation', []],
    ['Nothing of this kind', []],
  ])('reads "%s"', (text, expected) => {
    expect(conditionsTreatedBy(text)).toEqual(expected);
  });

  it('takes the longest treatment named, and every one where several are', () => {
    expect(conditionsTreatedBy('No antibiotics')).not.toContain('pneumonia');
    expect(conditionsTreatedBy('antibiotics')).toContain('pneumonia');
    expect(conditionsTreatedBy('Pyridostigmine or procyclidine')).toEqual([
      'myasthenia-gravis',
      'acute-dystonic-reaction',
    ]);
  });
});

describe('isNamedIn', () => {
  it('finds each treatment and test in its own wordings', () => {
    const every = [...TREATMENTS, ...TESTS];
    for (const named of every) {
      for (const phrase of phrasesOf(named)) {
        expect(isNamedIn(named, `Arrange ${phrase} next`), phrase).toBe(true);
      }
    }
    expect(new Set(every.map(({ name }) => name)).size).toBe(every.length);
  });

  it('does not take a part of a longer name for the whole of another', () => {
    const oxygen = TREATMENTS.find(({ name }) => name === 'Oxygen');
    if (oxygen === undefined) throw new Error('no oxygen');
    expect(isNamedIn(oxygen, 'Oxygen and fluids')).toBe(true);
    expect(isNamedIn(oxygen, 'High-flow oxygen')).toBe(false);
  });
});

describe('a test in a text', () => {
  it.each([
    ['Order a CT pulmonary angiogram', ['pulmonary-embolism']],
    ['CTPA', ['pulmonary-embolism']],
    ['High-resolution CT chest', ['bronchiectasis']],
    ['esophageal pH monitoring', ['gastro-oesophageal-reflux-disease']],
    ['Diltiazem, a calcium channel blocker', []],
  ])('reads "%s"', (text, expected) => {
    expect(conditionsTestedBy(text)).toEqual(expected);
  });
});
