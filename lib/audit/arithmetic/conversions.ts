import { type NumberedText, shown } from '@/lib/audit/arithmetic/numbered-text';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { convert } from '@/lib/knowledge/units';

const SAME_AS =
  /^\s?(?:=|≈|,?\s?(?:i\.e\.,?|that is,?|that['’]s|which is|which equals|equals|equivalent to|is equal to|converts to|translates to|or)\s(?:about|around|roughly|approximately|nearly|exactly|just)?|\((?:=|i\.e\.,?|that is,?|or)?\s?(?:about|around|roughly|approximately|~|≈)?)\s?$/iu;
const BARE_OR = /^,?\s?or\s$/iu;
const BARE_BRACKET = /^\s?\($/u;
/** Words after a number in brackets that make of it something else than the same number in another unit. */
const SOMETHING_ELSE =
  /^\s?(?:ago|later|before|after|prior|earlier|old|per|each|of|in|from|to|for|daily|every|at|then|apart|into)\b/iu;
/** Calendar units are counted loosely: a month as four weeks, a year as 52 weeks or 12 months. */
const CALENDAR = new Set(['a', 'mo', 'wk', 'd', 'h', 'min']);
const CALENDAR_TOLERANCE = 0.12;

/** "98.6 °F (37 °C)", "150 lb, that's 68 kg": one quantity in two units. */
export function conversions(sentence: NumberedText): readonly Recomputation[] {
  return sentence.terms.flatMap((first, index) => {
    const second = sentence.terms[index + 1];
    if (first.unit === undefined || second?.unit === undefined || first.unit === second.unit) {
      return [];
    }
    const gap = sentence.text.slice(
      first.span.end - sentence.start,
      second.span.start - sentence.start,
    );
    const after = second.span.end - sentence.start;
    const isCalendar = CALENDAR.has(first.unit) && CALENDAR.has(second.unit);
    const unsure = BARE_OR.test(gap) || (isCalendar && BARE_BRACKET.test(gap));
    if (gap.length > 30 || !SAME_AS.test(gap) || unsure) {
      return [];
    }
    if (SOMETHING_ELSE.test(sentence.text.slice(after, after + 10))) {
      return [];
    }
    const result = convert(first.value, first.unit, second.unit);
    const above = convert(first.value + first.halfDigit, first.unit, second.unit);
    if (result === undefined || above === undefined) {
      return [];
    }
    // The first number has been rounded too.
    const halfDigit = second.halfDigit + Math.abs(above - result);
    return [
      {
        title: 'Conversion of units',
        expression: shown(sentence, first),
        inputs: [
          {
            name: 'first number',
            value: first.value,
            unit: first.unit,
            from: { text: 'trace', start: first.span.start, end: first.span.end },
          },
        ],
        results: [result],
        stated: { ...second, halfDigit },
        span: { start: first.span.start, end: second.span.end },
        unit: second.unit,
        ...(isCalendar ? { tolerance: CALENDAR_TOLERANCE } : {}),
      },
    ];
  });
}
