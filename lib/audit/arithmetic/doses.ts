import {
  between,
  inputOf,
  leadsTo,
  type NumberedText,
  runs,
  shown,
  type Term,
} from '@/lib/audit/arithmetic/numbered-text';
import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import type { WorkingInput } from '@/lib/audit/verdict';
import { convert } from '@/lib/knowledge/units';
import { gated } from '@/lib/text/gated-pattern';
import { unitAt } from '@/lib/text/quantities-units';

const EACH_KILOGRAM = gated(/^\s?(?:for|per|\/)\s?(?:each|every|kg\b|kilogram|kilo\b)/i);
const OF_KILOGRAMS = gated(/\bkilo(?:gram)?s?\b|\bkg\b/i);

/** A dose's unit without the body mass, and with its time: "mL" and "mL/h" of "mL/kg/h". */
function withoutMass(unit: string | undefined): string | undefined {
  const parts = unit?.split('/') ?? [];
  return parts.slice(1).includes('kg')
    ? parts.filter((part) => part !== 'kg').join('/')
    : undefined;
}

/** How many units of the stated number one unit of the dose is; undefined where the two do not measure the same. */
function unitsOfDose(unit: string, stated: string): number | undefined {
  const [over = '', under] = unit.split('/');
  const [statedOver = '', statedUnder] = stated.split('/');
  // "90 mg/kg/day comes to 1800 mg" leaves the day out.
  return under === statedUnder || (under === 'd' && statedUnder === undefined)
    ? convert(1, over, statedOver)
    : convert(1, unit, stated);
}

const DIVIDED = gated(/\b(?:divided|split)\b/i);

/** "75 ml/kg … 525 ml", "30 ml for each of this child's kilograms amounts to 180 ml": a dose by body mass. */
export function doseByMass(
  sentence: NumberedText,
  masses: readonly { readonly value: number; readonly input: WorkingInput }[],
): readonly Recomputation[] {
  const [mass] = masses;
  if (mass === undefined) {
    return [];
  }
  return [...runs(sentence.terms, 2)].flatMap(([dose, stated]) => {
    const unit = stated?.unit;
    if (dose === undefined || stated === undefined || unit === undefined) {
      return [];
    }
    const gap = between(sentence, dose.span, stated.span);
    const spelled = EACH_KILOGRAM.test(gap) && OF_KILOGRAMS.test(gap.slice(0, 50));
    const own = spelled ? dose.unit : withoutMass(dose.unit);
    const words = spelled ? gap.replace(/\b(?:per|every)\b/gi, '') : gap;
    // Last, because units take longer to convert than words to read.
    const units =
      own === undefined || DIVIDED.test(gap) || !leadsTo(words)
        ? undefined
        : unitsOfDose(own, unit);
    if (units === undefined) return [];
    return [
      {
        title: 'Dose by body mass',
        expression: `${shown(sentence, dose)}${spelled ? ' per kg' : ''} × ${mass.value} kg`,
        inputs: [inputOf('dose by body mass', dose), mass.input],
        results: masses.map(({ value }) => dose.value * value * units),
        stated,
        span: { start: dose.span.start, end: stated.span.end },
        unit,
      },
    ];
  });
}

/** "90 mg/kg/day divided in two doses means 900 mg each". */
export function dividedDoseByMass(
  sentence: NumberedText,
  masses: readonly { readonly value: number; readonly input: WorkingInput }[],
): readonly Recomputation[] {
  const [mass] = masses;
  return [...runs(sentence.terms, 3)].flatMap(([dose, count, stated]) => {
    const own = withoutMass(dose?.unit);
    if (mass === undefined || dose === undefined || count === undefined || own === undefined) {
      return [];
    }
    const [over = ''] = own.split('/');
    const isDivided =
      DIVIDED.test(between(sentence, dose.span, count.span)) &&
      count.unit === undefined &&
      count.value > 0;
    const gap = stated === undefined ? '' : between(sentence, count.span, stated.span);
    if (stated?.unit === undefined || !isDivided || !leadsTo(gap)) return [];
    const units = convert(1, over, stated.unit);
    if (units === undefined) return [];
    return [
      {
        title: 'Single dose by body mass',
        expression: `${shown(sentence, dose)} × ${mass.value} kg ÷ ${shown(sentence, count)}`,
        inputs: [inputOf('dose by body mass', dose), mass.input, inputOf('doses', count)],
        results: masses.map(({ value }) => (dose.value * value * units) / count.value),
        stated,
        span: { start: dose.span.start, end: stated.span.end },
        unit: stated.unit,
      },
    ];
  });
}

const WITHIN =
  /^\s?(?:in|of|for|×|x|times|over)\s(?:a |an |the |about |total |volume )*(?:of )?$/iu;

const PER = gated(/^\s?(?:[\p{L}]{2,15}\s)?(?:per|\/)\s?/iu);

/** What a number is counted per: its unit under the stroke, or words after it ("15 million per ml"). */
function countedPer(
  { text, start }: NumberedText,
  { unit, span }: Term,
): { readonly over: string; readonly under: string; readonly end: number } | undefined {
  if (unit !== undefined) {
    const [over, under] = unit.split('/');
    return under === undefined ? undefined : { over: over ?? '', under, end: span.end };
  }
  const end = span.end - start;
  const per = PER.exec(text.slice(end, end + 24))?.[0];
  const under = per === undefined ? undefined : unitAt(text, end + per.length);
  return under === undefined
    ? undefined
    : { over: '', under: under.ucum, end: under.span.end + start };
}

/** "15 million per ml in 2 ml, that's about 30 million". */
export function amountInVolume(sentence: NumberedText): readonly Recomputation[] {
  return [...runs(sentence.terms, 3)].flatMap(([rate, volume, stated]) => {
    const per = rate === undefined ? undefined : countedPer(sentence, rate);
    if (rate === undefined || per === undefined || volume === undefined || stated === undefined) {
      return [];
    }
    const fits =
      per.under === volume.unit &&
      (stated.unit ?? '') === per.over &&
      WITHIN.test(
        sentence.text.slice(per.end - sentence.start, volume.span.start - sentence.start),
      ) &&
      leadsTo(between(sentence, volume.span, stated.span));
    return fits
      ? [
          {
            title: 'Amount in a volume',
            expression: `${shown(sentence, { ...rate, span: { ...rate.span, end: per.end } })} × ${shown(sentence, volume)}`,
            inputs: [inputOf('concentration', rate), inputOf('volume', volume)],
            results: [rate.value * volume.value],
            stated,
            span: { start: rate.span.start, end: stated.span.end },
          },
        ]
      : [];
  });
}

const OVER_TIME = gated(
  /^,?\s?(?:in total\s)?(?:given |spread |run |infused |delivered )?(?:over|in|within|across|for|during|divided over)\s(?:the |a |about |next |first |span |period |course |of )*$/iu,
);

/** "600 ml over six hours … 100 ml per hour". */
export function rateOverTime(sentence: NumberedText): readonly Recomputation[] {
  return [...runs(sentence.terms, 3)].flatMap(([amount, time, stated]) => {
    if (amount?.unit === undefined || time?.unit === undefined || stated?.unit === undefined) {
      return [];
    }
    const [over, under] = stated.unit.split('/');
    const fits =
      over === amount.unit &&
      under !== undefined &&
      OVER_TIME.test(between(sentence, amount.span, time.span)) &&
      leadsTo(between(sentence, time.span, stated.span));
    const duration = fits ? convert(time.value, time.unit, under) : undefined;
    return duration !== undefined
      ? [
          {
            title: 'Rate',
            expression: `${shown(sentence, amount)} ÷ ${shown(sentence, time)}`,
            inputs: [inputOf('amount', amount), inputOf('time', time)],
            results: [amount.value / duration],
            stated,
            span: { start: amount.span.start, end: stated.span.end },
            unit: stated.unit,
          },
        ]
      : [];
  });
}
