import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceSpan } from '@/lib/text/span';
import { createTraceReader, readTrace } from '@/lib/trace/read-trace';

/** What is taken back, and where, as text. */
function corrections(text: string): readonly (readonly [string, string])[] {
  return readTrace(text).corrections.map(({ takesBack, at }): readonly [string, string] => [
    sliceSpan(text, takesBack),
    sliceSpan(text, at),
  ]);
}

describe('self-corrections', () => {
  it.each([
    [
      'His potassium is 6.2 mmol/L. His heart rate is regular. Actually, his potassium is 5.2 mmol/L.',
      'His potassium is 6.2 mmol/L.',
      'Actually, his potassium is 5.2 mmol/L.',
    ],
    [
      'She has weakness of the left leg. The reflexes are brisk. Wait, it is the right leg that is weak.',
      'She has weakness of the left leg.',
      'Wait, it is the right leg that is weak.',
    ],
    [
      'He has a fever and a rash. His neck is supple. Wait, no, he has no rash.',
      'He has a fever and a rash.',
      'Wait, no, he has no rash.',
    ],
    [
      'The ultrasound showed gallstones. Hmm, I misread the ultrasound; it showed sludge only.',
      'The ultrasound showed gallstones.',
      'Hmm, I misread the ultrasound; it showed sludge only.',
    ],
    [
      'So the anion gap comes to 21. Scratch that. The anion gap comes to 12.',
      'So the anion gap comes to 21.',
      'Scratch that.',
    ],
    [
      'This must be pericarditis. Hmm. No, that is not right.',
      'This must be pericarditis.',
      'No, that is not right.',
    ],
    [
      'The child is 4 years old. Let me correct that: the child is 14 years old.',
      'The child is 4 years old.',
      'Let me correct that: the child is 14 years old.',
    ],
    [
      'The sodium is 128, so it is low. On second thought, a sodium of 138 is normal.',
      'The sodium is 128, so it is low.',
      'On second thought, a sodium of 138 is normal.',
    ],
  ])('finds what is taken back in %j', (text, takesBack, at) => {
    expect(corrections(text)).toEqual([[takesBack, at]]);
  });

  it.each([
    'She has a cough. Hmm, wait, let me think about the chest film.',
    'He has a fever. But wait, his platelet count is normal.',
    'Could it be gout? Wait, what about septic arthritis?',
    'His blood pressure is 130/80. Wait, his respiratory rate is 28.',
    'The fever is high. Actually, fever usually suggests an infection.',
    'Influenza usually brings a fever. But wait, he has no fever.',
    'Okay. Wait, no.',
  ])('finds nothing taken back in %j', (text) => {
    expect(corrections(text).filter(([takesBack]) => takesBack !== 'Okay.')).toEqual([]);
  });

  it('marks the step of a correction as such', () => {
    const text = 'His potassium is 6.2 mmol/L. Actually, his potassium is 5.2 mmol/L.';
    expect(readTrace(text).steps.map(({ roles }) => roles[0])).toEqual([
      'finding',
      'self-correction',
    ]);
  });

  it('grows only at its end, and takes back only what came before, whatever the chunks', () => {
    const sentence = fc.constantFrom(
      'His potassium is 6.2. ',
      'Actually, his potassium is 5.2. ',
      'Wait, no. ',
      'Scratch that. ',
      'The fever began two days ago.\n\n',
      'No, the fever began three weeks ago. ',
      'I thought the fever was new, but the fever is old. ',
      'Hmm. ',
      '</think>',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 25 }), fc.nat({ max: 30 }), (parts, size) => {
        const text = parts.join('');
        const reader = createTraceReader();
        let before = 0;
        for (let start = 0; start < text.length; start += size + 1) {
          const earlier = reader.snapshot().corrections;
          reader.push(text.slice(start, start + size + 1));
          const now = reader.snapshot().corrections;
          expect(now.slice(0, earlier.length)).toEqual(earlier);
          before = now.length;
        }
        reader.finish();
        const { corrections: found } = reader.snapshot();
        expect(found.length).toBeGreaterThanOrEqual(before);
        expect(found).toEqual(readTrace(text).corrections);
        for (const { at, takesBack } of found) {
          expect(takesBack.start).toBeLessThan(takesBack.end);
          expect(takesBack.end).toBeLessThanOrEqual(at.start);
          expect(at.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});
