import { describe, expect, it } from 'vitest';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { type DdxplusPatient, type DdxplusRow, readPatient } from './patient';
import { HELD_OUT_PHRASINGS } from './phrasings';
import { renderPatient } from './render';

const row: DdxplusRow = {
  AGE: '41',
  SEX: 'F',
  PATHOLOGY: 'Pericarditis',
  EVIDENCES: "['E_53', 'E_54_@_V_181', 'E_55_@_V_29', 'E_57_@_V_123', 'E_66', 'E_204_@_V_10']",
  INITIAL_EVIDENCE: 'E_66',
  DIFFERENTIAL_DIAGNOSIS: "[['Pericarditis', 0.6], ['GERD', 0.3], [\"Unstable angina\", 0.1]]",
};

function patientOf(changes: Partial<DdxplusRow> = {}): DdxplusPatient {
  const patient = readPatient({ ...row, ...changes });
  if (!patient.ok) throw new Error(patient.fault.message);
  return patient.value;
}

describe('readPatient', () => {
  it('reads evidences into concepts and passes over "nowhere" and "no travel"', () => {
    const codes = patientOf().present.map(
      (id) => CONCEPTS.find((concept) => concept.id === id)?.evidence?.code,
    );
    expect(codes.toSorted()).toEqual(['E_53', 'E_54', 'E_55', 'E_66']);
    expect(patientOf().differential).toHaveLength(3);
  });

  it.each(['AGE', 'SEX', 'PATHOLOGY', 'EVIDENCES'] as const)(
    'names the column %s when it cannot be read',
    (column) => {
      const patient = readPatient({ ...row, [column]: '?' });
      expect(patient.ok ? '' : patient.fault.message).toContain(`column ${column}`);
    },
  );
});

describe('renderPatient', () => {
  it('gives the same prose for the same seed and other prose for another', () => {
    expect(renderPatient(patientOf(), 5)).toBe(renderPatient(patientOf(), 5));
    const texts = new Set(Array.from({ length: 8 }, (_, seed) => renderPatient(patientOf(), seed)));
    expect(texts.size).toBeGreaterThan(1);
  });

  it('says age and sex', () => {
    expect(renderPatient(patientOf(), 1)).toMatch(/41-year-old woman|woman aged 41/);
  });
});

describe('held-out phrasings', () => {
  it('share no wording with the vocabulary that the recogniser and the training use', () => {
    const known = new Set(
      CONCEPTS.flatMap((concept) => [...concept.nouns, ...concept.verbs, ...concept.absent]).map(
        (phrase) => phrase.toLowerCase(),
      ),
    );
    for (const { id } of CONCEPTS) {
      const { nouns, verbs, absent } = HELD_OUT_PHRASINGS(id);
      for (const phrase of [...nouns, ...verbs, ...absent]) {
        expect(known.has(phrase.toLowerCase()), `"${phrase}" of ${id}`).toBe(false);
      }
    }
  });

  it('word every concept that a patient of DDXPlus can have', () => {
    for (const { id } of CONCEPTS.filter(({ evidence }) => evidence !== undefined))
      expect(HELD_OUT_PHRASINGS(id).nouns.length, id).toBeGreaterThan(0);
  });
});
