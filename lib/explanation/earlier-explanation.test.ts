import { describe, expect, it } from 'vitest';
import { completeExplanation } from '@/lib/explanation/earlier-explanation';
import type { Explanation } from '@/lib/explanation/explanation';
import { toMarkdown } from '@/lib/explanation/export/markdown';
import { readExplanation } from '@/lib/explanation/read-explanation';
import { explanationSchema, traceSchema } from '@/lib/explanation/schema';

const EMPTY_LISTS = { corrections: [], omissions: [], meters: [], rubrics: [] };

/** As the first version exported it. */
const EARLIER = {
  case: { text: 'A man has fever.' },
  trace: { text: 'Fever.', channels: [], model: 'pasted', stop: 'end' },
  answer: { abstained: true, reason: 'None was stated.' },
  differential: [],
  findings: [],
  steps: [{ start: 0, end: 6, roles: ['finding'], findings: [], citations: [] }],
  verdicts: [],
  unused: [],
  uncertainty: { hesitations: [] },
  limits: [],
};

const COMPLETED = {
  ...EARLIER,
  ...EMPTY_LISTS,
  steps: EARLIER.steps.map((step) => ({ ...step, statements: [] })),
};

const METER = {
  id: 'length',
  title: 'Length',
  value: 1,
  shown: '1',
  state: 'fine',
  detail: '',
  formula: 'n',
  source: '',
};

describe('what an earlier version exported', () => {
  it('is read, with empty lists for what was added since', () => {
    expect(explanationSchema.parse(EARLIER)).toEqual(COMPLETED);
    const read = readExplanation(JSON.stringify(EARLIER));
    if (!read.ok) throw new Error(read.fault.message);
    expect(toMarkdown(read.value)).toContain('Fever.');
  });

  it('is completed where it was kept as it is', () => {
    // What storage gives is trusted and not parsed: here it lacks the lists.
    const stored: Explanation = JSON.parse(JSON.stringify(EARLIER));
    expect(completeExplanation(stored)).toEqual(COMPLETED);
    const now = explanationSchema.parse({ ...EARLIER, meters: [METER] });
    expect(completeExplanation(now)).toEqual(now);
  });

  it('has its trace read without corrections', () => {
    const trace = {
      text: '',
      channels: [],
      thinkingClosed: true,
      steps: [],
      differential: [],
      prompt: '',
      promptTokens: 0,
      tokens: [],
      stop: 'end',
      timings: { prefill: 0, decode: 0 },
    };
    const read = traceSchema.safeParse(trace);
    const missing = read.error?.issues.map(({ path }) => path.join('.'));
    expect(missing).toEqual(['manifest']);
  });
});
