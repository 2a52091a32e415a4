import type { Finding } from '@/lib/case/case';
import {
  isOfOtherSpecimen,
  quantityById,
  quantityOfName,
} from '@/lib/case/measurements/measurement-names';
import type { ConceptId } from '@/lib/knowledge/concept';
import { MEASURED_CONCEPTS, type MeasuredConcept } from '@/lib/knowledge/measured-concepts';
import {
  type MeasurementUnit,
  QUANTITIES,
  type Quantity,
} from '@/lib/knowledge/reference-intervals';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { overlaps, type Span } from '@/lib/text/span';

/** A measured value at its span, and what it says of the vocabulary's concepts. */
export type MeasuredFinding = Omit<Finding, 'sentence'>;

const conceptsById = new Map<string, (typeof CONCEPTS)[number]>(
  CONCEPTS.map((concept) => [concept.id, concept]),
);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

function alternatives(texts: readonly string[]): string {
  return [...new Set(texts)]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

const NAMES = alternatives(QUANTITIES.flatMap((quantity) => quantity.names));
const UNITS = alternatives(
  QUANTITIES.flatMap((quantity) =>
    quantity.units.flatMap((unit) => [unit.shown, unit.ucum, ...unit.written]),
  ).filter((unit) => unit !== '' && unit !== '1'),
);

/** A quantity's name, at most a few joining words, a number, and a unit. */
const NAMED = new RegExp(
  `(${NAMES})(?![\\p{L}\\p{N}])(?:\\s*\\([^()\\n]{1,12}\\))?` +
    '(?:\\s+(?:level|count|value|age|aged|the|from|of|is|was|were|at|to|found|measured|recorded|noted|and|elevated|raised|low|high|up|be|approximately|about)(?!\\p{L}))*' +
    `\\s*[:=]?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)(?:\\s*[-–]\\s*\\d+(?:\\.\\d+)?)?\\s*(${UNITS})?(?![\\p{L}\\p{N}/])`,
  'iuy',
);
/** A dose or a duration after a number says that it is no measured value ("vitamin K 10 mg"). */
const OTHER_UNIT =
  /^\s*(?:mg|mcg|g|kg|ml|units?|tablets?|doses?|times|hours?|days?|weeks?|months?|years?)\b/i;
const NAME_WORD = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*/gu;
/** The first words of names, so that the long pattern is tried only where it can match. */
const FIRST_WORDS = new Set(
  QUANTITIES.flatMap((quantity) =>
    quantity.names.map((name) => /^[\p{L}\p{N}]+/u.exec(name)?.[0].toLowerCase() ?? ''),
  ),
);
const PRESSURE =
  /(?<![\p{L}\p{N}])(?:blood pressure|BP)(?:\s*[:=]|\s+(?:of|is|was|at|to|found|measured|recorded|reading))*\s*[:=]?\s*(\d{2,3})\s*\/\s*(\d{2,3})(?:\s*mm\s?Hg)?(?![\p{N}/])/giu;
/** "38.9 °C" and "102 °F" name themselves. */
const BARE_TEMPERATURE =
  /(?<![\p{L}\p{N}.])(\d{2,3}(?:\.\d+)?)\s*(°\s?[CF]|º\s?[CF])(?![\p{L}\p{N}])/gu;

/** The measurements of `text` inside `span`, each with the concepts of the vocabulary that it decides, in text order. */
export function readMeasurements(text: string, span: Span): MeasuredFinding[] {
  const part = text.slice(span.start, span.end);
  if (!/\d/u.test(part)) return [];
  const found: MeasuredFinding[] = [];
  const taken: Span[] = [];
  const add = (
    quantity: Quantity | undefined,
    value: number,
    unitText: string | undefined,
    at: Span,
  ): void => {
    if (
      quantity === undefined ||
      taken.some((other) => at.start < other.end && other.start < at.end)
    )
      return;
    const findings = measurement(quantity, value, unitText, at);
    if (findings.length === 0) return;
    taken.push(at);
    found.push(...findings);
  };
  for (const match of part.matchAll(PRESSURE)) {
    const start = span.start + match.index;
    const slash = start + match[0].indexOf('/', match[0].search(/\d/u));
    add(quantityById('systolic-pressure'), Number(match[1]), undefined, {
      start,
      end: slash,
    });
    add(quantityById('diastolic-pressure'), Number(match[2]), undefined, {
      start: slash + 1,
      end: start + match[0].length,
    });
  }
  for (const match of namedValues(part)) {
    const start = span.start + match.index;
    const quantity = quantityOfName(match[1] ?? '');
    add(quantity, numberOf(match[2] ?? ''), match[3], {
      start,
      end: start + match[0].trimEnd().length,
    });
  }
  for (const match of part.matchAll(BARE_TEMPERATURE)) {
    const start = span.start + match.index;
    add(quantityById('temperature'), Number(match[1]), match[2], {
      start,
      end: start + match[0].length,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const ADULT_CONCEPTS: ReadonlySet<string> = new Set(
  MEASURED_CONCEPTS.filter(({ adultsOnly }) => adultsOnly).map(({ concept }) => concept),
);

/**
 * A child's values cannot be read against adult intervals: the same findings without an interpretation, and without the
 * concepts that only an adult interval decided.
 */
export function withoutAdultIntervals(findings: readonly MeasuredFinding[]): MeasuredFinding[] {
  const measured = findings.filter(({ value }) => value !== undefined);
  return findings.flatMap((finding) => {
    const { interpretation, ...rest } = finding;
    if (interpretation !== undefined) {
      return [{ ...rest, label: finding.label.replace(`, ${interpretation}`, '') }];
    }
    const fromValue =
      ADULT_CONCEPTS.has(finding.concept) &&
      measured.some(({ span }) => overlaps(span, finding.span));
    return fromValue ? [] : [finding];
  });
}

/** Those of `findings` that a measured value says to be present; words that deny one of them do not undo the value. */
export function measuredPresent<Given extends MeasuredFinding>(
  findings: readonly Given[],
): ReadonlySet<Given> {
  const values = new Set(
    findings.filter(({ value }) => value !== undefined).map(({ span }) => spanKey(span)),
  );
  return new Set(
    findings.filter(
      ({ polarity, span, value }) =>
        value === undefined && polarity === 'present' && values.has(spanKey(span)),
    ),
  );
}

function spanKey({ start, end }: Span): string {
  return `${start} ${end}`;
}

function* namedValues(part: string): Generator<RegExpExecArray> {
  for (const word of part.matchAll(NAME_WORD)) {
    if (!FIRST_WORDS.has(word[0].toLowerCase()) || isOfOtherSpecimen(part, word.index)) continue;
    NAMED.lastIndex = word.index;
    const match = NAMED.exec(part);
    if (match === null) continue;
    const after = part.slice(match.index + match[0].length);
    if (match[3] === undefined && OTHER_UNIT.test(after)) continue;
    yield match;
  }
}

function numberOf(written: string): number {
  return Number(written.replaceAll(',', ''));
}

function measurement(
  quantity: Quantity,
  value: number,
  unitText: string | undefined,
  span: Span,
): MeasuredFinding[] {
  const unit =
    unitText === undefined ? assumedUnit(quantity, value) : unitWritten(quantity, unitText);
  if (unit === undefined) return [];
  const own = value * unit.factor + (unit.offset ?? 0);
  if (own < quantity.plausible[0] || own > quantity.plausible[1]) return [];
  const interpretation = interpret(quantity, own);
  const shown = `${quantity.label} ${value}${unit.shown === '%' ? ' %' : unit.shown === '' ? '' : ` ${unit.shown}`}`;
  return [
    {
      concept: measurementConcept(quantity),
      label: `${shown}, ${interpretation}`,
      polarity: 'present',
      span,
      value,
      unit: unit.ucum,
      interpretation,
    },
    ...MEASURED_CONCEPTS.filter((rule) => rule.quantity === quantity.id).flatMap((rule) =>
      decided(rule, own, interpretation, span),
    ),
  ];
}

/** The one place where a measurement's concept id is made. */
function measurementConcept(quantity: Quantity): ConceptId {
  return `measurement/${quantity.id}` as ConceptId;
}

/** Where no unit is written: the one of the quantity's units in which the value is plausible, its own first. */
function assumedUnit(quantity: Quantity, value: number): MeasurementUnit | undefined {
  if (!quantity.bare) return undefined;
  return quantity.units.find((unit) => {
    const own = value * unit.factor + (unit.offset ?? 0);
    return own >= quantity.plausible[0] && own <= quantity.plausible[1];
  });
}

function unitWritten(quantity: Quantity, written: string): MeasurementUnit | undefined {
  const key = written.toLowerCase().replace(/\s/gu, '');
  return quantity.units.find((unit) =>
    [unit.shown, unit.ucum, ...unit.written].some(
      (form) => form.toLowerCase().replace(/\s/gu, '') === key,
    ),
  );
}

function interpret(quantity: Quantity, own: number): 'low' | 'normal' | 'high' {
  if (quantity.low !== undefined && own < quantity.low) return 'low';
  if (quantity.high !== undefined && own > quantity.high) return 'high';
  return 'normal';
}

function decided(
  rule: MeasuredConcept,
  own: number,
  interpretation: 'low' | 'normal' | 'high',
  span: Span,
): MeasuredFinding[] {
  const concept = conceptsById.get(rule.concept);
  if (concept === undefined) return [];
  const isPresent =
    rule.beyond === interpretation ||
    (rule.presentFrom !== undefined && own >= rule.presentFrom) ||
    (rule.presentBelow !== undefined && own < rule.presentBelow);
  const isAbsent =
    rule.absentOtherwise === true ||
    (rule.absentFrom !== undefined && own >= rule.absentFrom) ||
    (rule.absentBelow !== undefined && own < rule.absentBelow);
  if (isPresent) return [{ concept: concept.id, label: concept.label, polarity: 'present', span }];
  if (isAbsent)
    return [{ concept: concept.id, label: concept.absentLabel, polarity: 'absent', span }];
  return [];
}
