import type { Recomputation } from '@/lib/audit/arithmetic/recomputation';
import { asResult, type StatedResult } from '@/lib/audit/arithmetic/stated-result';
import type { WorkingInput } from '@/lib/audit/verdict';
import { convert } from '@/lib/knowledge/units';
import type { WrittenQuantity } from '@/lib/text/quantities';
import type { Span } from '@/lib/text/span';

/** A number of a sentence; `span` is an offset into the trace. */
export interface Term extends StatedResult {
  readonly counted: string;
}

/** A sentence with its single numbers; offsets into the trace, except in `text`. */
export interface NumberedText {
  readonly text: string;
  readonly start: number;
  readonly terms: readonly Term[];
}

const WORD_AFTER = /^\s{0,2}(?:of\s)?([\p{L}-]{2,24})/u;

/** The single numbers of a sentence that begins at `start` of the trace. */
export function numberedText(
  text: string,
  start: number,
  quantities: readonly WrittenQuantity[],
): NumberedText {
  const terms = quantities.flatMap((quantity) => {
    const result = asResult(quantity);
    const { span } = quantity;
    const counted = WORD_AFTER.exec(text.slice(span.end, span.end + 30))?.[1] ?? '';
    return result === undefined
      ? []
      : [{ ...result, counted, span: { start: span.start + start, end: span.end + start } }];
  });
  return { text, start, terms };
}

/** The words between two numbers of a sentence. */
function between({ text, start }: NumberedText, left: Span, right: Span): string {
  return text.slice(left.end - start, right.start - start);
}

function inputOf(name: string, { value, unit, span }: Term): WorkingInput {
  return {
    name,
    value,
    ...(unit === undefined ? {} : { unit }),
    from: { text: 'trace', start: span.start, end: span.end },
  };
}

function shown({ text, start }: NumberedText, { span }: Term): string {
  return text.slice(span.start - start, span.end - start);
}

/** Neighbouring numbers of a sentence, `size` at a time. */
function* runs(terms: readonly Term[], size: number): Generator<readonly Term[]> {
  for (let at = 0; at + size <= terms.length; at += 1) {
    yield terms.slice(at, at + size);
  }
}

/** Words that make of a second number something else than the outcome of the first. */
const NOT_AN_OUTCOME =
  /\b(?:max(?:imum|imal)?|min(?:imum|imal)?|up to|at least|at most|then|followed|or|and|plus|versus|vs|instead|rather|not|remaining|additional|another|already|every|per|first|next|bolus of|previous(?:ly)?|usual(?:ly)?|normal(?:ly)?|standard|started?|infus\w*|if|until|but|though)\b/iu;
const OUTCOME =
  /\b(?:is|are|was|equals?|makes?|gives?|gave|gets?|comes?|works?|turns?|results?|yields?|amounts?|translates?|means?|needs?|sitting|totals?|would|so|that['’]s|which|have us|puts?|leads?|end up|adds up|calculates?|should)\b|=|≈|→/iu;
const LONGEST_GAP = 90;

/** Whether the words between two numbers say that the second follows from the first. */
function leadsTo(gap: string): boolean {
  return gap.length <= LONGEST_GAP && OUTCOME.test(gap) && !NOT_AN_OUTCOME.test(gap);
}

const EACH_KILOGRAM = /^\s?(?:for|per|\/)\s?(?:each|every|kg\b|kilogram|kilo\b)/iu;
const OF_KILOGRAMS = /\bkilo(?:gram)?s?\b|\bkg\b/iu;

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
    if (dose === undefined || stated?.unit === undefined) {
      return [];
    }
    const gap = between(sentence, dose.span, stated.span);
    const spelled = EACH_KILOGRAM.test(gap) && OF_KILOGRAMS.test(gap.slice(0, 50));
    const perMass = dose.unit === `${stated.unit}/kg` || (spelled && dose.unit === stated.unit);
    if (!perMass || !leadsTo(spelled ? gap.replace(/\b(?:per|every)\b/giu, '') : gap)) {
      return [];
    }
    return [
      {
        title: 'Dose by body mass',
        expression: `${shown(sentence, dose)}${spelled ? ' per kg' : ''} × ${mass.value} kg`,
        inputs: [inputOf('dose by body mass', dose), mass.input],
        results: masses.map(({ value }) => dose.value * value),
        stated,
        span: { start: dose.span.start, end: stated.span.end },
        unit: stated.unit,
      },
    ];
  });
}

const WITHIN =
  /^\s?(?:in|of|for|×|x|times|over)\s(?:a |an |the |about |total |volume )*(?:of )?$/iu;

/** "15 million per ml in 2 ml, that's about 30 million". */
export function amountInVolume(sentence: NumberedText): readonly Recomputation[] {
  return [...runs(sentence.terms, 3)].flatMap(([rate, volume, stated]) => {
    if (rate?.unit === undefined || volume?.unit === undefined || stated === undefined) {
      return [];
    }
    const [over, under] = rate.unit.split('/');
    const fits =
      under === volume.unit &&
      (stated.unit ?? '') === over &&
      WITHIN.test(between(sentence, rate.span, volume.span)) &&
      leadsTo(between(sentence, volume.span, stated.span));
    return fits
      ? [
          {
            title: 'Amount in a volume',
            expression: `${shown(sentence, rate)} × ${shown(sentence, volume)}`,
            inputs: [inputOf('concentration', rate), inputOf('volume', volume)],
            results: [rate.value * volume.value],
            stated,
            span: { start: rate.span.start, end: stated.span.end },
          },
        ]
      : [];
  });
}

const OVER_TIME =
  /^,?\s?(?:in total\s)?(?:given |spread |run |infused |delivered )?(?:over|in|within|across|for|during|divided over)\s(?:the |a |about |next |first |span |period |course |of )*$/iu;

/** "600 ml over six hours … 100 ml per hour". */
export function rateOverTime(sentence: NumberedText): readonly Recomputation[] {
  return [...runs(sentence.terms, 3)].flatMap(([amount, time, stated]) => {
    if (amount?.unit === undefined || time?.unit === undefined || stated?.unit === undefined) {
      return [];
    }
    const [over, under] = stated.unit.split('/');
    const duration = under === undefined ? undefined : convert(time.value, time.unit, under);
    const fits =
      over === amount.unit &&
      duration !== undefined &&
      OVER_TIME.test(between(sentence, amount.span, time.span)) &&
      leadsTo(between(sentence, time.span, stated.span));
    return fits
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

const LEAVES = /\b(?:leaving|leaves|left with|which leaves|that leaves)\b[^,;.]{0,20}$/iu;

/** "700 subjects … 520 of them …, leaving 180". */
export function remainder(sentence: NumberedText): readonly Recomputation[] {
  const at = sentence.terms.findIndex(
    (term, index) =>
      index >= 2 && LEAVES.test(sentence.text.slice(0, term.span.start - sentence.start)),
  );
  const [whole, part, stated] = at === 2 ? sentence.terms : [];
  if (whole === undefined || part === undefined || stated === undefined) {
    return [];
  }
  const alike =
    whole.unit === part.unit && (stated.unit === undefined || stated.unit === whole.unit);
  return alike && whole.value > part.value && stated.value >= 0
    ? [
        {
          title: 'Remainder',
          expression: `${shown(sentence, whole)} − ${shown(sentence, part)}`,
          inputs: [inputOf('whole', whole), inputOf('part', part)],
          results: [whole.value - part.value],
          stated,
          span: { start: whole.span.start, end: stated.span.end },
        },
      ]
    : [];
}

const OF_THE_GROUP =
  /^\s?of (?:them\b|all\b|these\b|those\b|(?:the|our|this) (?:group|subjects?|patients?|cohort|sample|participants?|people|total|cases|whole|population|study|women|men|children|individuals|whole group)\b)/iu;

/** "700 subjects, 520 with infarction, so about 74 % of the group": a share of counts. */
export function shareOfGroup(sentence: NumberedText): readonly Recomputation[] {
  return [...runs(sentence.terms, 3)].flatMap(([first, second, stated]) => {
    if (first === undefined || second === undefined || stated?.unit !== '%') {
      return [];
    }
    const end = stated.span.end - sentence.start;
    const gap = between(sentence, second.span, stated.span);
    const counts = first.unit === undefined && second.unit === undefined;
    const outOf = /^\s?(?:out )?of (?:the )?$/iu.test(between(sentence, first.span, second.span));
    const named = OF_THE_GROUP.test(sentence.text.slice(end, end + 40));
    if (!counts || gap.length > LONGEST_GAP || !(named || (outOf && leadsTo(gap)))) {
      return [];
    }
    const [part, whole] = first.value < second.value ? [first, second] : [second, first];
    const share = (100 * part.value) / whole.value;
    return Number.isFinite(share)
      ? [
          {
            title: 'Percentage',
            expression: `${shown(sentence, part)} ÷ ${shown(sentence, whole)}`,
            inputs: [inputOf('part', part), inputOf('whole', whole)],
            // The share of the others may be meant.
            results: outOf ? [share] : [share, 100 - share],
            stated,
            span: { start: first.span.start, end: stated.span.end },
            unit: '%',
          },
        ]
      : [];
  });
}
