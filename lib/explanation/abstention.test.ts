import { describe, expect, it } from 'vitest';
import { UNDECIDED_ANSWERS } from '@/lib/engine/prompt/undecided';
import { abstentionOf } from '@/lib/explanation/abstention';
import { assembleExplanation } from '@/lib/explanation/assemble';
import { toMarkdown } from '@/lib/explanation/export/markdown';
import { readingOf } from '@/lib/explanation/testing';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';
import { COMPLETE_OUTPUT, CUT_OUTPUT } from '@/lib/trace/testing';

const READING = readingOf('She feels unwell.', ['Influenza', 'Gout']);

function declining(answer: string): string {
  return `<think>\nStep 1: Conclusion. This does not decide.\n</think>\n\n## Clinical Assessment\n\n**Primary Diagnosis**: ${answer}\n\n**Next step**: Look for fever`;
}

function explained(text: string, model = 'rationale-embedded') {
  const explanation = assembleExplanation(READING, readTrace(text), []);
  return { ...explanation, trace: { ...explanation.trace, model } };
}

describe('abstentionOf', () => {
  it.each(Object.values(UNDECIDED_ANSWERS))('takes the reason from “%s”', (answer) => {
    const explanation = explained(declining(answer));
    expect(explanation.answer.abstained).toBe(true);
    expect(explanation.answer.diagnosis).toBeUndefined();
    expect(explanation.answer.option).toBeUndefined();
    const abstention = abstentionOf(explanation);
    expect(abstention?.reason).toMatch(/^[A-Z][^:]+\.$/u);
    expect(abstention?.reason.toLowerCase()).toBe(`${answer.split(': ')[1]?.toLowerCase()}.`);
    expect(abstention?.next && sliceSpan(explanation.trace.text, abstention.next)).toBe(
      'Look for fever',
    );
    expect(abstention?.tryLarger).toBe(true);
  });

  it('quotes the words of other models, and advises no larger one', () => {
    const answer = 'No diagnosis can be given: the history is missing';
    const abstention = abstentionOf(explained(declining(answer), 'some-32b'));
    expect(abstention?.reason).toBe(`The model answered “${answer}”.`);
    expect(abstention?.tryLarger).toBe(false);
  });

  it('is none where the model answered, or never came to an answer', () => {
    expect(abstentionOf(explained(COMPLETE_OUTPUT))).toBeUndefined();
    expect(abstentionOf(explained(CUT_OUTPUT))).toBeUndefined();
  });

  it('stands in the Markdown export with what is missing and where larger models are', () => {
    const markdown = toMarkdown(explained(declining(UNDECIDED_ANSWERS['too-little'])));
    expect(markdown).toContain('No diagnosis given');
    expect(markdown).toContain('Too few findings are known to this model');
    expect(markdown).toContain('Look for fever');
    expect(markdown).toContain('/models');
    expect(toMarkdown(explained(CUT_OUTPUT))).toContain('No answer');
  });
});
