import { describe, expect, it } from 'vitest';
import type { Explanation } from '@/lib/explanation/explanation';
import { toJson } from '@/lib/explanation/export/json';
import { toMarkdown } from '@/lib/explanation/export/markdown';
import { explainPasted } from '@/lib/explanation/pasted/explain-pasted';
import { readExplanation } from '@/lib/explanation/read-explanation';
import { HOSTILE_TEXTS } from '@/lib/text/hostile-texts.fixture';

const CASE_TEXT = 'A 40-year-old man has a fever. Sodium is 135 mmol/L.';
const TRACE_TEXT =
  'He has a cough.\n\nWait, no cough.\n\n135 - (100 + 25) = 20.\n\nDiagnosis: flu.';

/** An explanation with everything that one can have, every text in it being `text`. */
function fullOf(text: string): Explanation {
  const plain = explainPasted({ text: CASE_TEXT, options: [] }, TRACE_TEXT);
  const start = TRACE_TEXT.indexOf('135');
  return {
    ...plain,
    steps: [
      {
        start: 0,
        end: 15,
        roles: ['finding'],
        title: text,
        findings: [],
        citations: [],
        statements: [],
      },
      {
        start: 17,
        end: 32,
        roles: ['self-correction'],
        findings: [],
        citations: [],
        statements: [],
      },
      { start, end: start + 22, roles: ['knowledge'], findings: [], citations: [], statements: [] },
    ],
    verdicts: [
      {
        check: 'statements',
        outcome: 'not-in-case',
        trace: { start: 0, end: 15 },
        case: [],
        detail: text,
        findings: [],
      },
      {
        check: 'calculations',
        outcome: 'miscalculated',
        trace: { start, end: start + 22 },
        case: [],
        detail: text,
        findings: [],
        working: {
          title: 'Anion gap',
          expression: '135 − (100 + 25) = 10',
          inputs: [
            {
              name: 'sodium',
              value: 135,
              unit: 'mmol/L',
              from: { start: 41, end: 44, text: 'case' },
            },
            { name: text, value: 25 },
          ],
          result: 10,
          stated: 20,
          unit: 'mmol/L',
          tolerance: 'half of the last digit',
          source: text,
        },
      },
    ],
    corrections: [{ at: { start: 17, end: 32 }, takesBack: { start: 0, end: 15 } }],
    omissions: [
      {
        kind: 'cant-miss-not-mentioned',
        label: 'Sepsis',
        detail: text,
        case: [],
        findings: [],
        source: text,
      },
      {
        kind: 'finding-not-used',
        label: text,
        detail: 'Unused.',
        case: [{ start: 24, end: 29 }],
        findings: [0],
      },
    ],
    secondReading: {
      opinions: [
        {
          condition: 'influenza',
          name: 'Influenza',
          probability: 0.6,
          rankOfModel: 1,
          terms: [
            { label: 'prior', weight: -2, source: 'counts' },
            {
              label: text,
              weight: 2.4,
              case: { start: 24, end: 29 },
              probability: { inCondition: 0.9, inOthers: 0.08 },
              source: text,
            },
          ],
        },
      ],
      coverage: 0.5,
      limits: [text],
    },
    meters: [
      {
        id: 'repetition',
        title: 'Repetition',
        value: 0.1,
        shown: '10 %',
        state: 'notice',
        detail: text,
        formula: '1 − distinct / all',
        source: text,
      },
    ],
    rubrics: [
      {
        id: 'idea',
        title: 'IDEA',
        source: text,
        elements: [
          {
            id: 'i',
            title: 'Interpretation',
            standing: 'there',
            trace: [{ start: 0, end: 9 }],
            detail: text,
          },
          { id: 'd', title: 'Alternatives', standing: 'missing', trace: [], detail: 'None.' },
        ],
      },
    ],
  };
}

describe('the Markdown of an explanation that has everything', () => {
  const document = toMarkdown(fullOf('as given'));

  it.each([
    ['a working', 'Anion gap: 135 − (100 + 25) = 10'],
    ['its two results', 'Stated 20 mmol/L, recomputed 10 mmol/L; allowed: half of the last digit'],
    ['its inputs', 'sodium 135 mmol/L (case: “135”)'],
    ['what was taken back', '~~He has a cough.~~ (step 1; taken back in step 2)'],
    ['that it is not counted', '(taken back later, not counted)'],
    ['what must not be missed', '- **Sepsis** as given'],
    ['the second reading', '| 1 | Influenza | 60 % | place 1 |'],
    ['each of its terms', '| as given | “fever” | +2.40 | 90 % against 8 % | as given |'],
    ['the sum of them', '| **Together** | | +0.40 | | |'],
    ['the rubric', '| Interpretation | **there** | 1 | as given |'],
    ['what the rubric misses', '| Alternatives | **missing** | – | None. |'],
    ['the meters', '| Repetition | 10 % | notice | as given | 1 − distinct / all | as given |'],
  ])('has %s', (_, words) => {
    expect(document).toContain(words);
  });

  it('has no overall score', () => {
    expect(document).not.toMatch(/faithful|overall|score:/iu);
  });
});

describe.each(HOSTILE_TEXTS)('of a hostile text (%s)', (_, text) => {
  const explanation = fullOf(text);
  const document = toMarkdown(explanation);
  const prose = document.slice(0, document.indexOf('## Raw text'));

  it('nothing acts in Markdown', () => {
    expect(prose).not.toMatch(/(?<!\\)<(?!br>)/u);
    expect(prose).not.toMatch(/(?<!\\)\]\(/u);
    expect(prose).not.toMatch(/(?<!\\):\/\//u);
    expect(prose).not.toMatch(/www\./u);
    expect(prose).not.toMatch(/\p{Bidi_Control}|\u200B|\u2028|\u2029/u);
    expect(prose).not.toContain('\u001B');
  });

  it('every table keeps its columns', () => {
    const meters = prose.slice(prose.indexOf('| Meter |'));
    const [head = '', , row = ''] = meters.split('\n');
    const cells = (line: string) => line.match(/(?<!\\)\|/gu)?.length;
    expect(cells(row)).toBe(cells(head));
  });

  it('JSON holds it exactly', () => {
    const read = readExplanation(toJson(explanation));
    expect(read.ok ? read.value.rubrics[0]?.source : read.fault).toBe(text);
  });
});
