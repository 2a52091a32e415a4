import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { readingOf } from '@/lib/explanation/testing';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const READING = readingOf(
  'A 34-year-old woman has a fever and chills. She has no cough. She has muscle pain.',
  ['Pneumonia', 'Influenza'],
);

/** An answer in the form that `buildChatPrompt` asks for; its fourth step cites a sentence that says the opposite. */
const ANSWER = `<think>
Step 1: Problem representation. A 34-year-old woman with fever and chills [1] and muscle pain [3].
Step 2: Hypotheses. Influenza and pneumonia come into question.
Step 3: Evidence for Influenza. Fever [1] and muscle pain [3] fit.
Step 4: Evidence for Pneumonia. She has a cough [2], and a rash [7].
Step 5: Safety check. Sepsis must not be missed; the blood pressure is missing.
Step 6: Conclusion. Influenza remains.
</think>

## Clinical Assessment

**Primary Diagnosis**: Influenza

**Answer**: B) Influenza

**Confidence**: 80%

**Differential**:
1. Influenza (80%) - for: [1, 3]; against: none
2. Pneumonia (15%) - for: [1]; against: [2]

**Reasoning**: Fever [1] and muscle pain [3] fit influenza.

**Next step**: A swab
`;

describe('an answer in the form that the chat prompt asks for', () => {
  const trace = readTrace(ANSWER);
  const explanation = assembleExplanation(READING, trace, auditTrace(READING, trace));

  it('is read whole: steps with roles, answer, differential with its evidence', () => {
    expect(explanation.steps.slice(0, 6).map(({ roles }) => roles[0])).toEqual([
      'problem representation',
      'hypothesis',
      'evidence for',
      'evidence for',
      'safety check',
      'conclusion',
    ]);
    expect(explanation.answer).toMatchObject({
      abstained: false,
      option: 'B',
      diagnosis: 'Influenza',
      probability: 0.8,
    });
    expect(explanation.differential).toMatchObject([
      { name: 'Influenza', probability: 0.8, for: [{}, {}], against: [] },
      { name: 'Pneumonia', probability: 0.15, for: [{}], against: [{}] },
    ]);
  });

  it('has its citations checked', () => {
    const said = explanation.verdicts
      .filter(({ check }) => check === 'citations')
      .map(({ outcome, trace: span }) => [outcome, sliceSpan(ANSWER, span)]);
    expect(said).toContainEqual(['contradicted', expect.stringContaining('cough [2]')]);
    expect(said).toContainEqual(['not-in-case', expect.stringContaining('rash [7]')]);
    expect(said).toContainEqual(['supported', expect.stringContaining('muscle pain [3]')]);
  });
});
