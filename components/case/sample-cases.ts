import type { CaseDraft } from '@/components/case/case-draft';

export interface SampleCase {
  readonly title: string;
  readonly note: string;
  readonly draft: CaseDraft;
}

const OPEN: SampleCase = {
  title: 'Breathless since this morning',
  note: 'Open: one that must not be missed',
  draft: {
    text: `A 63-year-old woman has been short of breath since this morning. She has a sharp chest pain, worse on breathing in, and she has coughed up blood twice.

Her left calf is swollen. She had surgery three weeks ago and has been on bed rest since. She has a history of DVT. She denies fever and has no productive cough.`,
    question: '',
    options: [],
  },
};

const WITH_OPTIONS: SampleCase = {
  title: 'Chest pain in a young man',
  note: 'With a question and four options',
  draft: {
    text: `A 27-year-old man has had chest pain since yesterday. The pain gets worse when he lies down or takes a deep breath, and it eases when he leans forward.

He had a cold two weeks ago. He has palpitations. He denies fever and coughing up blood, and his legs are not swollen. He does not smoke.`,
    question: 'What is the most likely diagnosis?',
    options: [
      { letter: 'A', text: 'GERD' },
      { letter: 'B', text: 'Pericarditis' },
      { letter: 'C', text: 'Pulmonary embolism' },
      { letter: 'D', text: 'Spontaneous pneumothorax' },
    ],
  },
};

const MANY_FINDINGS: SampleCase = {
  title: 'Fever and a cough',
  note: 'Open: many findings, some absent',
  draft: {
    text: `A 67-year-old man has had a fever, chills and a productive cough for four days. He brings up thick yellow sputum and has a sharp pain in the side of his chest when he breathes in deeply.

He is short of breath, has lost his appetite and feels very tired. He had pneumonia once before and smokes cigarettes. He denies a runny nose, a sore throat and swelling of his legs.`,
    question: '',
    options: [],
  },
};

/** Invented patients; the first is there when the page is opened for the first time. */
export const SAMPLE_CASES: readonly [SampleCase, ...SampleCase[]] = [
  OPEN,
  WITH_OPTIONS,
  MANY_FINDINGS,
];
