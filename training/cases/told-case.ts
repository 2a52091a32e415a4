import type { CaseReading, Finding, Option } from '@/lib/case/case';
import type { Random } from '@/lib/evaluation/random';
import type { ConceptId } from '@/lib/knowledge/concept';
import { conceptById } from '@/lib/knowledge/vocabulary';
import type { DrawnPatient } from './draw-patient';

/** Sentences of a note in which nothing is read lie between those in which something is. */
const UNREAD = 0.25;
const LARGEST_SENTENCE = 4;
const MOST_SENTENCES = 60;
const AGE_KNOWN = 0.95;
const SEX_KNOWN = 0.95;

const NOWHERE = { start: 0, end: 0 };

function findingOf(
  concept: ConceptId,
  polarity: 'present' | 'absent',
  sentence: number,
): Finding[] {
  const known = conceptById(concept);
  if (known === undefined) return [];
  const label = polarity === 'present' ? known.label : known.absentLabel;
  return [{ concept, label, polarity, span: NOWHERE, sentence }];
}

/**
 * A patient as a perfect reader of some note would have read it: findings in sentences of up to four, complaint first,
 * without the note's words. It has no text, so that its spans point nowhere.
 */
export function tellPatient(
  random: Random,
  patient: DrawnPatient,
  options: readonly Option[],
): CaseReading {
  const others = patient.present.filter((concept) => concept !== patient.complaint);
  const told = [
    ...(patient.complaint === undefined ? [] : [patient.complaint]),
    ...random.shuffle(others),
  ].map((concept) => ({ concept, polarity: 'present' as const }));
  const denied = patient.absent.map((concept) => ({ concept, polarity: 'absent' as const }));
  const place = random.below(told.length + 1);
  const ordered = random.chance(0.5)
    ? [...told, ...denied]
    : [...told.slice(0, place), ...denied, ...told.slice(place)];
  const findings: Finding[] = [];
  let sentence = 1;
  for (let start = 0; start < ordered.length && sentence < MOST_SENTENCES; sentence += 1) {
    if (random.chance(UNREAD)) continue;
    const size = 1 + random.below(LARGEST_SENTENCE);
    for (const { concept, polarity } of ordered.slice(start, start + size)) {
      findings.push(...findingOf(concept, polarity, sentence));
    }
    start += size;
  }
  return {
    case: { text: '', options },
    narrative: NOWHERE,
    sentences: Array.from({ length: sentence }, (_, index) => ({
      number: index + 1,
      span: NOWHERE,
    })),
    findings,
    demographics: {
      ...(random.chance(AGE_KNOWN) ? { age: { years: patient.ageYears, span: NOWHERE } } : {}),
      ...(random.chance(SEX_KNOWN) ? { sex: { value: patient.sex, span: NOWHERE } } : {}),
    },
  };
}
