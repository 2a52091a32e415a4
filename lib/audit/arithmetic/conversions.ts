import { type NumberedText, shown, type Term } from '@/lib/audit/arithmetic/numbered-text';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { CALCULATORS } from '@/lib/knowledge/calculators';
import type { NumberInput } from '@/lib/knowledge/calculators/calculator';
import { convert, type Substance } from '@/lib/knowledge/units';
import { gated } from '@/lib/text/gated-pattern';

const SAME_AS =
  /^\s?(?:=|≈|,\s(?:about|around|roughly|approximately)|,?\s?(?:i\.e\.,?|that is,?|that['’]s|which is|which equals|equals|equivalent to|is equal to|converts to|translates to|or|is)\s(?:about|around|roughly|approximately|nearly|exactly|just)?|\((?:=|i\.e\.,?|that is,?|or)?\s?(?:about|around|roughly|approximately|~|≈)?)\s?$/iu;
const BARE_OR = gated(/^,?\s?or\s$/iu);
const BARE_BRACKET = gated(/^\s?\($/u);
/** Words after a number in brackets that make of it something else than the same number in another unit. */
const SOMETHING_ELSE = gated(
  /^\s?(?:ago|later|before|after|prior|earlier|old|per|each|of|in|from|to|for|daily|every|at|then|apart|into)\b/i,
);
/** Calendar units are counted loosely: a month as four weeks, a year as 52 weeks or 12 months. */
const CALENDAR = new Set(['a', 'mo', 'wk', 'd', 'h', 'min']);
const CALENDAR_TOLERANCE = 0.12;

/** A scale of temperature does not begin at nothing, so that a share of it is much. */
const DEGREES = new Set(['Cel', '[degF]']);
const TEMPERATURE_TOLERANCE = 0.004;

/** Molar masses by the names under which formulas want a value. */
const SUBSTANCES: readonly NumberInput[] = CALCULATORS.flatMap(({ inputs }) =>
  Object.values(inputs).flatMap((input) =>
    input.kind === 'number' && input.molarMass !== undefined ? [input] : [],
  ),
);
const SUBSTANCE_OF_NAME = new Map(
  SUBSTANCES.flatMap((input) =>
    (input.written ?? [])
      .filter((name) => name.length > 2)
      .map((name) => [name.toLowerCase(), input] as const),
  ),
);
const LONGEST_LEAD = 60;

/** The substance that is named before a number in its sentence, the nearest first. */
function substanceBefore({ text, start }: NumberedText, { span }: Term): Substance {
  const at = span.start - start;
  const words = text
    .slice(Math.max(0, at - LONGEST_LEAD), at)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .reverse();
  const name = words.find((word) => SUBSTANCE_OF_NAME.has(word));
  const input = name === undefined ? undefined : SUBSTANCE_OF_NAME.get(name);
  return {
    ...(input?.molarMass === undefined ? {} : { molarMass: input.molarMass }),
    ...(input?.charge === undefined ? {} : { charge: input.charge }),
  };
}

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
    const substance = substanceBefore(sentence, first);
    const result = convert(first.value, first.unit, second.unit, substance);
    const above = convert(first.value + first.halfDigit, first.unit, second.unit, substance);
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
        ...(DEGREES.has(second.unit) ? { tolerance: TEMPERATURE_TOLERANCE } : {}),
      },
    ];
  });
}
