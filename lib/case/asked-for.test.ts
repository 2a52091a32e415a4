import { describe, expect, it } from 'vitest';
import { askedFor } from './asked-for';

describe('askedFor', () => {
  it.each([
    ['What is the most likely diagnosis?', ['diagnosis']],
    ['Which of the following best explains these findings?', ['diagnosis']],
    ["What is the underlying cause of this patient's symptoms?", ['diagnosis']],
    ['What is the most appropriate initial treatment?', ['treatment']],
    ['What should be given first?', ['treatment']],
    ['Which drug should be prescribed?', ['treatment']],
    ['What is the best initial management of this condition?', ['treatment']],
    ['What is the most appropriate test to confirm the diagnosis?', ['test']],
    ['Which investigation should be ordered next?', ['test']],
    ['Which test should be done next?', ['test']],
    ['What should be done, and how soon?', ['treatment', 'prognosis']],
    ['What is the next best step?', ['test', 'treatment']],
    ['What is the prognosis?', ['prognosis']],
    ['How urgent is this?', ['prognosis']],
    ['What is the expected course of this disease?', ['prognosis']],
    ['Which further finding would be most helpful?', ['uncertainty']],
    ['Which further finding would tell most?', ['uncertainty']],
    ['What would change your mind?', ['uncertainty']],
    ['How sure are you?', ['uncertainty']],
    ['What else should I ask?', ['uncertainty']],
    ['What is the diagnosis, and how should it be treated?', ['diagnosis', 'treatment']],
  ])('reads "%s"', (question, kinds) => {
    expect(askedFor(question)).toEqual(kinds);
  });

  it.each([
    'Which enzyme is deficient?',
    'Which of the following is the most likely adverse effect of this medication?',
    'What is the most likely imaging finding in this patient?',
    'Which of the following conditions is this patient at risk of?',
    'Which of the following is a risk to the doctor?',
    '',
  ])('knows no kind for "%s"', (question) => {
    expect(askedFor(question)).toEqual([]);
  });
});
