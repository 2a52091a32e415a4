import { describe, expect, it } from 'vitest';
import { moveOptionsToFields } from '@/components/case/move-options';

const NARRATIVE = 'A girl of 3 has a barking cough.';

describe('moveOptionsToFields', () => {
  it('takes the options and the question out of the text', () => {
    const text = `${NARRATIVE}\nWhat is it?\nA) Croup\nB) Asthma`;
    expect(moveOptionsToFields({ text, question: '', options: [] })).toEqual({
      text: NARRATIVE,
      question: 'What is it?',
      options: [
        { letter: 'A', text: 'Croup' },
        { letter: 'B', text: 'Asthma' },
      ],
    });
  });

  it('keeps a question that was written into its field', () => {
    const text = `${NARRATIVE}\nA) Croup\nB) Asthma`;
    const moved = moveOptionsToFields({ text, question: 'Which one?', options: [] });
    expect(moved?.question).toBe('Which one?');
  });

  it('leaves a text without options alone, and one whose fields are filled in already', () => {
    expect(moveOptionsToFields({ text: NARRATIVE, question: '', options: [] })).toBeUndefined();
    const options = [{ letter: 'A', text: 'Croup' }];
    const text = `${NARRATIVE}\nA) Croup\nB) Asthma`;
    expect(moveOptionsToFields({ text, question: '', options })).toBeUndefined();
  });
});
