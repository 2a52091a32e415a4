import { describe, expect, it } from 'vitest';
import weights from '@/lib/audit/statements/data/about-weights.json';
import { patientLogOdds } from '@/lib/audit/statements/standing';
import { ALWAYS } from '@/lib/trace/sentence-roles';
import { SUBJECT_CUES } from '@/lib/trace/subject-cues';
import { ROLES } from '@/lib/trace/trace';
import { aboutFeatures, findingsNamed, plainForCues } from './about-features';

function namesIn(sentence: string): readonly string[] {
  return aboutFeatures(plainForCues(sentence), findingsNamed(sentence), 'finding').map(
    ([name]) => name,
  );
}

function oddsOf(sentence: string): number {
  return patientLogOdds(aboutFeatures(plainForCues(sentence), findingsNamed(sentence), undefined));
}

describe('aboutFeatures', () => {
  it('names the cues, the role, the findings and the words of a sentence, each once', () => {
    const names = namesIn('Her fever and her cough began on Monday.');
    expect(names).toEqual(
      expect.arrayContaining([
        ALWAYS,
        'role finding',
        'finding named',
        'cue names the patient',
        'word her',
        'word cough',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells a short list of findings, what holds in general, and what points at nothing', () => {
    expect(namesIn('Facial swelling and dark urine?')).toContain('short list of findings');
    expect(namesIn('Stones are usually painful.')).toEqual(
      expect.arrayContaining(['in general, of nobody', 'points at nothing']),
    );
    expect(namesIn("She's usually well.")).not.toContain('in general, of nobody');
  });
});

describe('patientLogOdds', () => {
  it.each([
    ["He's been coughing up blood for two weeks.", 'Coughing up blood is common in tuberculosis.'],
    ['Her hemoglobin came back at 6 g/dL.', 'Hemoglobin carries oxygen in red blood cells.'],
    ['On exam there is a tender liver edge.', 'Okay, let me think about the liver.'],
  ])('puts “%s” above “%s”', (ofPatient, ofMedicine) => {
    expect(oddsOf(ofPatient)).toBeGreaterThan(0);
    expect(oddsOf(ofMedicine)).toBeLessThan(0);
  });
});

describe('the weights', () => {
  it('belong each to something that a sentence can have', () => {
    const known = new Set([
      ALWAYS,
      'finding named',
      'short list of findings',
      'in general, of nobody',
      'points at nothing',
      ...ROLES.map((role) => `role ${role}`),
      ...Object.keys(SUBJECT_CUES).map((name) => `cue ${name}`),
    ]);
    const unknown = Object.keys(weights).filter(
      (name) => !known.has(name) && !/^word [a-z']+$/.test(name),
    );
    expect(unknown).toEqual([]);
    expect([...known].filter((name) => !(name in weights))).toEqual([]);
  });
});
