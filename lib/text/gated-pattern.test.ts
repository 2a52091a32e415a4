import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import { HOSTILE_TEXTS } from '@/lib/text/hostile-texts.fixture';
import { requiredStrings } from '@/lib/text/required-words';

/** Letters that meet in the ways that patterns ask for: case, digits, marks, and characters that only look like letters. */
const LETTERS = 'abcABC019 -_.,%(){}ſK’éß😷\n'.split(/(?:)/u);
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 10 }).map((all) => all.join(''));

const atom = fc.oneof(
  fc.constantFrom('a', 'b', 'C', 'ab', 'bca', '0', ' ', '%', 'é', 's', 'k', '-'),
  fc.constantFrom(
    '\\b',
    '\\B',
    '\\d',
    '\\w',
    '\\s',
    '.',
    '^',
    '$',
    '\\.',
    '\\(',
    '[ab]',
    '[^a]',
    '[a-c]',
    '[\\d-]',
    '[0-9]',
  ),
);
/** Expressions of every construction that the rules use, nested. */
const source = fc.letrec<{ alternatives: string; sequence: string; part: string }>((tie) => ({
  alternatives: fc
    .array(tie('sequence'), { minLength: 1, maxLength: 3 })
    .map((all) => all.join('|')),
  sequence: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc
      .tuple(
        fc.constantFrom('(?:', '(', '(?=', '(?!', '(?<=', '(?<!', '(?<name>'),
        tie('alternatives'),
      )
      .map(([open, inside]) => `${open}${inside})`),
    fc
      .tuple(tie('alternatives'), fc.constantFrom('?', '*', '+', '{0,2}', '{1,3}', '{2}', '+?'))
      .map(([inside, often]) => `(?:${inside})${often}`),
  ),
})).alternatives;

function compiled(of: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(of, flags);
  } catch {
    return undefined;
  }
}

function found(matches: Iterable<RegExpExecArray>): readonly (readonly [number, string])[] {
  return [...matches].map(({ index, 0: words }) => [index, words]);
}

describe('a gated pattern', () => {
  it('matches what its expression matches', () => {
    fc.assert(
      fc.property(source, fc.constantFrom('', 'i', 'u', 'iu'), text, (of, flags, given) => {
        const plain = compiled(of, flags);
        const every = compiled(of, `${flags}g`);
        fc.pre(plain !== undefined && every !== undefined);
        if (plain === undefined || every === undefined) return;
        const pattern = gated(plain);
        expect(pattern.test(given)).toBe(plain.test(given));
        expect(pattern.exec(given)?.index).toBe(plain.exec(given)?.index);
        expect(found(pattern.matchesIn(given))).toEqual(found(given.matchAll(every)));
        expect(found(gated(every).matchesIn(given))).toEqual(found(given.matchAll(every)));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(HOSTILE_TEXTS)('matches alike in %s', (_, given) => {
    for (const of of ['\\b(?:ab|script)\\b', '<[a-z]+', '\\d\\s?%', 'ſ', '[sz]']) {
      for (const plain of [new RegExp(of, 'iu'), new RegExp(of)]) {
        const pattern = gated(plain);
        // The letters of a text are read at the second look at it.
        expect([pattern.test(given), pattern.test(given)]).toEqual([
          plain.test(given),
          plain.test(given),
        ]);
      }
    }
  });
});

describe('what a text has to hold', () => {
  it.each([
    [/\b(?:he|she)\b/, ['\u0001he\u0001', '\u0001she\u0001']],
    [/\d+ years?/, [' year', ' years']],
    [/(?:a |the )?rash/, ['rash', 'a rash', 'the rash']],
    [/possib\w+|likely/, ['possib', 'likely']],
    [/(?=.*fever)no/, ['fever']],
    [/(?!fever)(?<!no )rash/, ['rash']],
    [/[ck]yst/, ['cyst', 'kyst']],
  ])('reads %s', (pattern, strings) => {
    expect(requiredStrings(pattern)).toEqual(strings);
  });

  it.each([[/.*/], [/\w+l/], [/a*/], [/fever|/], [/(?:no)?/], [/[^a]\s/], [/\p{L}+/u]])(
    'requires nothing, or a letter, for %s',
    (pattern) => {
      expect((requiredStrings(pattern) ?? []).every((one) => one.length < 2)).toBe(true);
    },
  );
});

describe('matchesOf', () => {
  it('gives what matchAll gives, also twice and for empty matches', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('a*', '\\b', 'b', '(?=a)', 'a|'),
        fc.constantFrom('g', 'gu', 'gi'),
        (given, of, flags) => {
          const pattern = new RegExp(of, flags);
          expect(found(matchesOf(pattern, given))).toEqual(found(given.matchAll(pattern)));
          expect(found(matchesOf(pattern, given))).toEqual(found(given.matchAll(pattern)));
        },
      ),
    );
  });
});
