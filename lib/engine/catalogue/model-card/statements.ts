import { CARD_RECORD } from './figures';

/* What both forms of the card say, written once. */

const { model, training } = CARD_RECORD;

export const DEVELOPER =
  'The Rationale authors (NOTICE). No contact address is published; questions go to where the software was obtained.';

export const FUNDING = 'No funding is recorded.';

export const INTENDED_USE =
  'Education, demonstration and offline illustration of checked clinical reasoning: to show how a chain of reasoning is tied to a case, checked and kept, where no larger model can be reached. It is not for the care of patients.';

export const POPULATION =
  'None: no real patient. The cases that it illustrates are of adults and children with one of 49 conditions, told in English.';

export const USERS =
  'Educators and learners of clinical reasoning, people who judge such systems, and developers.';

export const OUT_OF_SCOPE = [
  'Any decision about a patient: diagnosis, triage, treatment, reassurance; emergencies above all.',
  'Diseases beyond the 49, several diseases at once, texts in other languages, images, signals and laboratory tables.',
  'Use by patients to learn about themselves.',
];

export const RISKS = [
  'It is confidently wrong on cases told in words that it was not taught; the figures on notes written by hand say how often.',
  'Of a case it is shown only what the findings vocabulary recognises; a finding that is not recognised, or recognised wrongly, is lost on it. The interface says what share of a case was read and marks the rest.',
  'Its lists hold only findings that were read and that bear on the diagnosis, its diagnoses are only those on offer, and its probabilities are computed, by construction: that they fit the case is no sign of understanding.',
  'It writes out what resembles reasoning, having learned to imitate a calculation. What it writes need not be how it came to its answer.',
  'What it says of treatment, tests, urgency and course is looked up for the diagnosis it gives, in tables that no clinician has reviewed; where the diagnosis is wrong, so is that.',
  'A fluent answer with a percentage invites more trust than it deserves (automation bias).',
];

export const OUTPUT =
  'Numbered reasoning steps with citations of sentences of the case, a primary diagnosis among 49 conditions or the options given, a stated confidence, a differential with findings for and against, and a next step; where it is asked for more, the first treatment, next test, urgency and course, looked up for that diagnosis, and what would tell more, computed; or, in place of a diagnosis, that none can be given, with the reason.';

export const ABSTENTION =
  'Before it runs, the program computes from what was read whether a diagnosis can be given (lib/engine/prompt/undecided.ts): with too little read, with options that are mostly unknown, with no condition clearly ahead or with findings that fit none, the answer is that none can be given.';

export const TRAINING = [
  ...training.data,
  ...training.stages,
  `Trained on ${training.machine}: about ${training.minutes} minutes, ${training.tokens.toLocaleString('en-GB')} tokens.`,
];

export const MODEL_TYPE = `${model.form}; ${model.parametersMillions} million parameters, ${model.contextTokens.toLocaleString('en-GB')} tokens of context, ${model.downloadMegabytes} MB to download. Begun from the frequencies of findings, else from random weights.`;

export const DEMOGRAPHICS_AS_INPUT =
  'Age and sex, where the text states them, are shown to the model and bear on its answer, because conditions differ by them among the DDXPlus patients. No race, ethnicity, language, sexual orientation, gender identity, disability or social determinant is an input as such; a habit, a journey or a living situation is one where the vocabulary has it as a finding.';

export const REPRESENTATIVENESS =
  'The patients are synthetic and represent no population. Each condition was trained on about as often as every other, which is the frequency of no ward. Age and sex are as DDXPlus has them; nothing else about them is known.';

export const FAIRNESS_APPROACH =
  'None beyond drawing every condition as often. Accuracy was not compared between groups of patients, and no output was adjusted for any.';

export const NO_FAIRNESS_FIGURES =
  'Not measured. No figure by age, sex or any other group of patients is known.';

export const HOW_MEASURED =
  'Greedy answers of the shipped weights, scored by the command evaluate, with 95 % intervals. DDXPlus patients are held out by a hash of each row and written in wordings kept from training. The notes written by hand were written for measuring alone; no clinician has written or reviewed them (training/notes/README.md).';

export const UPDATES =
  'With new weights, at no fixed interval. The figures are measured anew for each, and a test refuses weights of which the card does not speak. Weights that were installed stay as they are until the software is updated.';

export const NO_MONITORING =
  'None: nothing leaves the device, so the developer learns nothing of its use. Who uses it can measure it with evaluate on cases of their own, and every run can be kept in the ledger.';
