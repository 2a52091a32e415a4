import type { Polarity } from '@/lib/case/case';
import { recogniseFindings } from '@/lib/case/recognise-findings';
import type { Concept, ConceptId, ConceptKind } from '@/lib/knowledge/concept';
import { CONCEPTS, conceptById } from '@/lib/knowledge/vocabulary';
import type { Span } from '@/lib/text/span';
import { wordsOf } from '@/lib/text/words';

/** A finding that a piece of the trace speaks of. Its span is an offset into that piece. */
export interface NamedFinding {
  readonly concept: ConceptId;
  readonly label: string;
  readonly kind: ConceptKind;
  readonly polarity: Polarity;
  readonly span: Span;
  /** Whether its words are one of the vocabulary's own phrases for the concept, rather than words that come near one. */
  readonly exact: boolean;
}

const FILLERS = new Set([
  'a',
  'an',
  'the',
  'her',
  'his',
  'their',
  'some',
  'of',
  'be',
  'have',
  'any',
]);
/** Phrases of the vocabulary that are also ordinary words of reasoning ("this fits", "that works", "reading"). */
const ORDINARY = new Set(['fit', 'work', 'working', 'reading', 'site', 'body', 'weak']);

/** The words of a phrase as they are compared: lower case, without plural endings and small words. */
function phraseKey(text: string): string {
  return wordsOf(text)
    .map(({ surface }) => surface.toLowerCase())
    .filter((word) => !FILLERS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .join(' ');
}

function phrasesOf(concept: Concept): readonly string[] {
  return [
    concept.label,
    concept.absentLabel,
    ...concept.nouns,
    ...concept.verbs,
    ...concept.absent,
  ];
}

const EXACT_PHRASES: ReadonlyMap<ConceptId, ReadonlySet<string>> = new Map(
  CONCEPTS.map((concept) => [
    concept.id,
    new Set(
      phrasesOf(concept)
        .map(phraseKey)
        .filter((key) => key !== '' && !ORDINARY.has(key)),
    ),
  ]),
);

/** The findings that `text` names, in order. */
export function namedFindings(text: string): readonly NamedFinding[] {
  return recogniseFindings(text).flatMap((finding) => {
    const concept = conceptById(finding.concept);
    if (concept === undefined) {
      return [];
    }
    const words = phraseKey(text.slice(finding.span.start, finding.span.end));
    return [
      {
        concept: finding.concept,
        label: finding.label,
        kind: concept.kind,
        polarity: finding.polarity,
        span: finding.span,
        exact: EXACT_PHRASES.get(finding.concept)?.has(words) ?? false,
      },
    ];
  });
}

type LabelledFinding = Omit<NamedFinding, 'span'>;

/** By label in lower case. Some labels are shared: "never smoked" denies more than one concept. */
const FINDINGS_BY_LABEL: ReadonlyMap<string, readonly LabelledFinding[]> = groupByLabel(
  CONCEPTS.flatMap(({ id, kind, label, absentLabel }): LabelledFinding[] => [
    { concept: id, kind, label, polarity: 'present', exact: true },
    { concept: id, kind, label: absentLabel, polarity: 'absent', exact: true },
  ]),
);

function groupByLabel(
  findings: readonly LabelledFinding[],
): ReadonlyMap<string, readonly LabelledFinding[]> {
  const groups = new Map<string, LabelledFinding[]>();
  for (const finding of findings) {
    const key = finding.label.toLowerCase();
    const group = groups.get(key) ?? [];
    group.push(finding);
    groups.set(key, group);
  }
  return groups;
}

/** What may stand before a label in a list of labels. */
const BEFORE_LABEL = /(?:^|[,;:.(]|\b(?:and|with|or|plus|but))\s*$/i;

/**
 * The findings whose label, word for word, a clause ends with ("a woman with fever and no cough" ends with "no cough").
 * Models that were given the labels repeat them; that needs no recognition. Empty when it ends with none.
 */
export function findingsLabelledAtEnd(clause: string): readonly NamedFinding[] {
  const lower = clause.toLowerCase();
  for (const { start } of wordsOf(lower)) {
    const labelled = FINDINGS_BY_LABEL.get(lower.slice(start));
    if (labelled !== undefined && BEFORE_LABEL.test(lower.slice(0, start))) {
      return labelled.map((finding) => ({ ...finding, span: { start, end: clause.length } }));
    }
  }
  return [];
}
