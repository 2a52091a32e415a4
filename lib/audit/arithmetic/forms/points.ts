import type { MaskedText } from '@/lib/audit/arithmetic/forms/masked-numbers';
import { NUMBER_SIGN, numberOf } from '@/lib/audit/arithmetic/forms/masked-numbers';
import { inputsOf, recomputationOf } from '@/lib/audit/arithmetic/forms/sentence-form';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import type { StatedResult } from '@/lib/audit/arithmetic/stated-result';
import { gated } from '@/lib/text/gated-pattern';

/** What a score gives a line: "1 for age", "2 points for tone", "one from urea". */
const LINE = gated(
  new RegExp(
    `(${NUMBER_SIGN})(?: (?:more|extra|another|full))?(?: points?)? (?:for|from|because)\\b`,
    'gu',
  ),
);
/** Where lines are added up. */
const SUM = gated(
  new RegExp(
    `\\b(?:total(?:s|ing|ling)?(?: (?:is|of|score of|to))?|(?:a |an )?(?:[a-z0-9₂-]{1,20} )?score (?:is|of|comes to|=)|makes(?: it)?|making(?: it)?|giving(?: a| an| us| him| her)?(?: [a-z0-9₂-]{1,20}){0,2}(?: of)?|gives(?: a| an| us| him| her)?(?: [a-z0-9₂-]{1,20}){0,2}(?: of)?|adds? up to|sums? to|so|comes to|equals|=|for a total of) (?:about |a total of |a score of |a |just )?(${NUMBER_SIGN})(?: points?| in total| altogether)?(?=[ .,;:!?)]|$)`,
    'gu',
  ),
);
const MOST_LINES = 12;

/** "3 points for signs, 1.5 for tachycardia and 1.5 for surgery, which totals 6". */
export function sumsOfPoints(masked: MaskedText): readonly Recomputation[] {
  if (!/\b(?:for|from|because)\b/u.test(masked.text)) return [];
  const lines = LINE.matchesIn(masked.text);
  const last = lines.at(-1);
  if (lines.length < 2 || lines.length > MOST_LINES || last === undefined) return [];
  const sum = SUM.matchesIn(masked.text).find(({ index }) => index > last.index);
  const addends = lines.flatMap(([, sign]) => numberOf(masked, sign) ?? []);
  const stated = numberOf(masked, sum?.[1]);
  const isPlain = [...addends, ...(stated === undefined ? [] : [stated])].every(
    ({ unit, isBounded }) => unit === undefined && !isBounded,
  );
  // A number between the lines and their sum that is no line may be one more of them.
  const between = masked.text.slice((last.index ?? 0) + 1, sum?.index ?? 0);
  if (!isPlain || new RegExp(NUMBER_SIGN, 'u').test(between)) return [];
  const result = addends.reduce((total, { value }) => total + value, 0);
  const named = Object.fromEntries(addends.map((addend, index) => [`a${index}`, addend]));
  const expression = addends.map(({ words }) => words).join(' + ');
  return [
    recomputationOf('Sum of points', stated, { results: [result], expression }, inputsOf(named)) ??
      [],
  ].flat();
}

/** "E3V4M5", "E3, V4, M5", "eye opening 3, verbal 4 and motor 5". */
const PARTS_OF_COMA = gated(
  /\be\s?([1-4])[,\s]{0,2}v\s?([1-5])[,\s]{0,2}(?:and )?m\s?([1-6])\b|\beyes?[a-z -]{0,25}\(?([1-4])\)?[a-z ,;(-]{0,15}?\bverbal[a-z -]{0,25}\(?([1-5])\)?[a-z ,;(-]{0,15}?\bmotor[a-z -]{0,25}\(?([1-6])\)?/i,
);
const COMA = gated(
  /\b(?:gcs|glasgow coma (?:scale|score))(?: score)?(?: \(gcs\))?(?: total)?(?:,| is| was| of| at|:|=| comes to| would be| then| score)*\s?(?:about )?(\d{1,2})\b(?!\s?[-–/]\s?\d)|(?:adds? up to|totals?|totalling|totaling|sums? to|makes|for a total of|total of|gives(?: a gcs of)?|=|which is|so)\s(?:a )?(?:gcs of |total of |score of )?(\d{1,2})\b(?!\s?[-–/]\s?\d)/i,
);
const LONGEST = 400;

/** The Glasgow Coma Scale from its three parts. */
export function comaScale(sentence: string, start: number): readonly Recomputation[] {
  const text = sentence.slice(0, LONGEST);
  const parts = /motor|\bm\s?[1-6]\b|v\s?[1-5]/i.test(text) ? PARTS_OF_COMA.exec(text) : null;
  if (parts === null) return [];
  const values = [parts[1] ?? parts[4], parts[2] ?? parts[5], parts[3] ?? parts[6]].map(Number);
  const masked = `${text.slice(0, parts.index)}${' '.repeat(parts[0].length)}${text.slice(parts.index + parts[0].length)}`;
  const match = COMA.exec(masked);
  const digits = match?.[1] ?? match?.[2];
  if (match === null || digits === undefined) return [];
  const at = match.index + match[0].lastIndexOf(digits);
  const span = { start: start + at, end: start + at + digits.length };
  const stated: StatedResult = { span, value: Number(digits), approximate: false, halfDigit: 0.5 };
  const from = { start: start + parts.index, end: start + parts.index + parts[0].length };
  const shown = (name: string, value: number | undefined) => ({
    name,
    value: value ?? Number.NaN,
    from: { text: 'trace' as const, ...from },
  });
  return [
    {
      title: 'Glasgow Coma Scale',
      expression: values.join(' + '),
      inputs: [
        shown('eye opening', values[0]),
        shown('verbal response', values[1]),
        shown('motor response', values[2]),
      ],
      results: [values.reduce((sum, value) => sum + value, 0)],
      stated,
      span: { start: Math.min(from.start, span.start), end: Math.max(from.end, span.end) },
    },
  ];
}
