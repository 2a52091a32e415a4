import type { CaseDraft } from '@/components/case/case-draft';

export interface SampleCase {
  readonly title: string;
  readonly note: string;
  readonly draft: CaseDraft;
}

const OPEN: SampleCase = {
  title: 'Cough and fever',
  note: 'Open: no options to choose from',
  draft: {
    text: `A 58-year-old woman comes to the emergency department with a fever and chills that began three days ago. She has a cough that brings up yellow-green sputum, and she is short of breath when she climbs the stairs.

She reports a sharp pain on the right side of her chest that gets worse when she breathes in. She denies a sore throat, and she has no swelling of the legs.

She smokes cigarettes and has COPD. She has not travelled recently.`,
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
      { letter: 'A', text: 'Pericarditis' },
      { letter: 'B', text: 'Pulmonary embolism' },
      { letter: 'C', text: 'GERD' },
      { letter: 'D', text: 'Spontaneous pneumothorax' },
    ],
  },
};

const CANNOT_MISS: SampleCase = {
  title: 'Breathless after a meal',
  note: 'Open: one that must not be missed',
  draft: {
    text: `A 19-year-old woman became short of breath twenty minutes after eating peanuts. She has itching and a rash all over her body, her lips are swollen, and she feels dizzy.

She has vomited once. There is no fever and no cough. She has a severe food allergy.`,
    question: '',
    options: [],
  },
};

/** Invented patients; the first is there when the page is opened for the first time. */
export const SAMPLE_CASES: readonly [SampleCase, ...SampleCase[]] = [
  OPEN,
  WITH_OPTIONS,
  CANNOT_MISS,
];
