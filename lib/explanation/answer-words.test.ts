import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { answerInOneLine, answerWords } from '@/lib/explanation/answer-words';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { readingOf } from '@/lib/explanation/testing';
import { readTrace } from '@/lib/trace/read-trace';

const TREATMENTS = ['Aspirin', 'Oseltamivir'];

function shown(answer: string, options: readonly string[]): string | undefined {
  const text = `<think>\nStep 1: Conclusion. Influenza is the most likely.\n</think>\n\n## Clinical Assessment\n\n${answer}`;
  const explanation = assembleExplanation(
    readingOf('She has a fever and aches.', options),
    readTrace(text),
    [],
  );
  return answerInOneLine(answerWords(explanation.answer, explanation.case.options));
}

describe('answerWords', () => {
  it('gives an option that is not the diagnosis by its own text, with the diagnosis that it is for', () => {
    const answer = '**Primary Diagnosis**: Influenza\n\n**Confidence**: 90%\n\n**Answer**: B';
    expect(shown(answer, TREATMENTS)).toBe('B) Oseltamivir, for Influenza');
  });

  it('gives a diagnosis with the letter beside it, and one without a letter', () => {
    expect(shown('**Primary Diagnosis**: Influenza (A)', ['Influenza', 'Gout'])).toBe(
      'A) Influenza',
    );
    expect(shown('**Primary Diagnosis**: Influenza', [])).toBe('Influenza');
  });

  it('gives the text of an option of which only the letter was stated', () => {
    expect(shown('**Answer**: B', TREATMENTS)).toBe('B) Oseltamivir');
  });
});

describe('the check of form', () => {
  it('takes a diagnosis stated apart for what the option is for, not for a wrong name of the option', () => {
    const text =
      '<think>\nStep 1: Conclusion. Influenza.\n</think>\n\n**Primary Diagnosis**: Influenza\n\n**Answer**: B';
    const reading = readingOf('She has a fever and aches.', TREATMENTS);
    const form = (said: string) =>
      auditTrace(reading, readTrace(said)).filter(({ check }) => check === 'form');
    expect(form(text).filter(({ outcome }) => outcome === 'contradicted')).toEqual([]);
    const named = form(text.replace('**Answer**: B', '**Answer**: B) Paracetamol'));
    expect(named.filter(({ outcome }) => outcome === 'contradicted')).toHaveLength(1);
  });
});
