import { describe, expect, it } from 'vitest';
import { diagnosesOffered } from './diagnoses-offered';

function optionsOf(...texts: readonly string[]) {
  return texts.map((text, index) => ({ letter: 'ABCDE'.charAt(index), text }));
}

describe('diagnosesOffered', () => {
  const diagnoses = optionsOf('Influenza', 'Heart attack', 'Some rare disease');
  const treatments = optionsOf('Aspirin', 'Needle decompression', 'Oseltamivir');

  it('takes known conditions for diagnoses, however the question is put', () => {
    expect(diagnosesOffered({ question: 'Which one is treated first?', options: diagnoses })).toBe(
      diagnoses,
    );
    expect(diagnosesOffered({ options: diagnoses })).toBe(diagnoses);
  });

  it('offers no diagnosis where the options are what follows from one', () => {
    const question = 'What is the most appropriate initial treatment?';
    expect(diagnosesOffered({ question, options: treatments })).toEqual([]);
  });

  it('keeps options that it cannot place', () => {
    const question = 'Which of the following is the most likely diagnosis?';
    expect(diagnosesOffered({ question, options: treatments })).toBe(treatments);
    expect(diagnosesOffered({ question: 'Which enzyme is deficient?', options: treatments })).toBe(
      treatments,
    );
  });
});
