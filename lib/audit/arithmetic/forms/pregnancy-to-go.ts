import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { gated } from '@/lib/text/gated-pattern';
import { NUMBER_SOURCE, withDigits } from '@/lib/text/number-words';

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
/** Groups: ordinal, number and unit of what is over, then number and unit of what is left. */
const TO_GO = gated(
  new RegExp(
    `\\b(?:(${ORDINALS.join('|')})\\smonth|(${NUMBER_SOURCE})\\s(weeks?|months?))\\b[^.;?!]{0,70}?\\b(${NUMBER_SOURCE})\\s(weeks?|months?)\\s(?:are\\s|is\\s)?(?:(?:still|left|more|yet)\\s){0,2}(?:to go|left|remaining|remain|until (?:term|delivery|birth|the (?:birth|due date)|her due date))\\b`,
    'iu',
  ),
);
const PREGNANT = gated(/pregnan|gestation|trimester|primigravid|multigravid|gravida/iu);
/** 280 days from the last menstrual period (ACOG, Committee Opinion 700, 2017); term begins at 37 weeks (Opinion 579, 2013). */
const WEEKS = 40;
const WEEKS_TO_TERM = 37;
/** As months are counted in speech. */
const MONTHS = 9;
const WEEKS_OF_MONTH = 30.44 / 7;

/** What may be left in the stated unit, from the earliest to the latest. */
function rangeOf(over: number, isInMonth: boolean, from: string, to: string): [number, number] {
  const inMonths = from.startsWith('month');
  const least = inMonths ? MONTHS - over : WEEKS_TO_TERM - over;
  const most = inMonths ? MONTHS - over + (isInMonth ? 1 : 0.5) : WEEKS - over + 1;
  if (inMonths === to.startsWith('month')) return [least, most];
  const factor = inMonths ? WEEKS_OF_MONTH : 1 / WEEKS_OF_MONTH;
  return [least * factor - (inMonths ? 2 : 0.5), most * factor + (inMonths ? 2 : 0.5)];
}

/** "In her fourth month, so there are five months still to go"; `context` tells whether a pregnancy is spoken of. */
export function pregnancyToGo(
  text: string,
  start: number,
  context: readonly string[],
): readonly Recomputation[] {
  if (!/\b(?:to go|left|remain|until)/i.test(text)) return [];
  const match = [text, ...context].some((words) => PREGNANT.test(words))
    ? TO_GO.exec(withDigits(text))
    : null;
  if (match === null) return [];
  const [words, ordinal, count, unit = 'month', left = '', leftUnit = ''] = match;
  const over = ordinal === undefined ? Number(count) : ORDINALS.indexOf(ordinal.toLowerCase()) + 1;
  const [least, most] = rangeOf(
    over,
    ordinal !== undefined,
    unit.toLowerCase(),
    leftUnit.toLowerCase(),
  );
  if (over <= 0 || most <= 0) return [];
  const at = match.index + words.lastIndexOf(`${left} ${leftUnit}`);
  const span = { start: start + at, end: start + at + left.length + 1 + leftUnit.length };
  const isWeeks = leftUnit.toLowerCase().startsWith('week');
  const middle = (least + most) / 2;
  return [
    {
      title: 'Rest of the pregnancy',
      expression: `${unit.startsWith('month') ? `${MONTHS} months` : `${WEEKS} weeks`} − ${over}`,
      inputs: [],
      results: [middle],
      stated: {
        span,
        value: Number(left),
        unit: isWeeks ? 'wk' : 'mo',
        approximate: false,
        halfDigit: (most - least) / 2 + 0.01,
      },
      tolerance: 0.0001,
      span: { start: start + match.index, end: span.end },
      unit: isWeeks ? 'wk' : 'mo',
    },
  ];
}
