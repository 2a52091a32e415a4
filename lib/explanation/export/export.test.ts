import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import { EXPORT_FORMATS } from '@/lib/explanation/export';
import { escapeMarkdown, fenceMarkdown } from '@/lib/explanation/export/escape-markdown';
import { toJson } from '@/lib/explanation/export/json';
import { toMarkdown } from '@/lib/explanation/export/markdown';
import { readExplanation } from '@/lib/explanation/read-explanation';
import { INFLUENZA_CASE, readingOf, tokensOf } from '@/lib/explanation/testing';
import { readTrace } from '@/lib/trace/read-trace';
import { createTraceRecorder } from '@/lib/trace/record-trace';
import { BROKEN_OUTPUT, COMPLETE_OUTPUT, CUT_OUTPUT, TEST_MANIFEST } from '@/lib/trace/testing';

function explanationOf(output: string, text = INFLUENZA_CASE): Explanation {
  const reading = readingOf(text, ['Pneumonia', 'Influenza']);
  const recorder = createTraceRecorder({ prompt: '', prefill: '', manifest: TEST_MANIFEST });
  for (const token of tokensOf(output, 6)) {
    recorder.push({ type: 'token', token });
  }
  recorder.push({ type: 'stop', reason: 'end', timings: { prefill: 0, decode: 0 } });
  const trace = recorder.record();
  return assembleExplanation(reading, trace, auditTrace(reading, trace));
}

describe('Markdown', () => {
  it('has the answer, the differential, the case, every step, the model and the raw text', () => {
    const document = toMarkdown(explanationOf(COMPLETE_OUTPUT));
    expect(document).toContain('**B) Influenza**');
    expect(document).toContain(
      '| 2 | Pneumonia | 11 % | “A 34-year-old woman has a fever and chills.” | “She has no cough.”<br>“She has muscle pain.” |',
    );
    expect(document).toContain('- \\[2\\] She has no cough.');
    for (let step = 1; step <= 8; step += 1) {
      expect(document).toContain(`### Step ${step}.`);
    }
    expect(document).toContain('Seed: 1');
    expect(document).toContain('a'.repeat(64));
    expect(document).toContain(`\`\`\`text\n${COMPLETE_OUTPUT}\`\`\``);
  });

  it('says of a finding in the differential whether it is denied', () => {
    const line = 'Influenza - for: fever [1] - against: no cough [2]';
    expect(toMarkdown(explanationOf(`</think>\n**Differential**:\n1. ${line}\n`))).toContain(
      '| 1 | Influenza | – | fever: “fever” | no cough: “cough” |',
    );
  });

  it('says that there is no answer, and why', () => {
    expect(toMarkdown(explanationOf(CUT_OUTPUT))).toContain('No answer. The model ended');
  });

  it('takes nothing in a text as a mark', () => {
    const hostile = '# Fever <script>alert(1)</script> | *bold* [link](javascript:x) `code` &lt;';
    const document = toMarkdown(explanationOf(COMPLETE_OUTPUT, `She has a fever. ${hostile}`));
    const beforeRaw = document.slice(0, document.indexOf('## Raw text'));
    expect(beforeRaw).toContain('\\<script\\>');
    expect(beforeRaw).not.toMatch(/(?<!\\)<(?!br>)/);
    expect(beforeRaw).not.toContain('[link](');
  });

  it('escapes what opens a block, and nothing else of plain prose', () => {
    expect(escapeMarkdown('1. one')).toBe('1\\. one');
    expect(escapeMarkdown('- one')).toBe('\\- one');
    expect(escapeMarkdown('No fever, 38.5 degrees.')).toBe('No fever, 38.5 degrees.');
  });

  it('fences any text so that it cannot end the fence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n', '~') }), (text) => {
        const lines = fenceMarkdown(text).split('\n');
        const fence = (lines[0] ?? '').replace('text', '');
        const closing = lines.slice(1).findIndex((line) => line.trim() === fence);
        expect(closing).toBe(lines.length - 2);
      }),
    );
  });
});

describe('JSON', () => {
  it.each([COMPLETE_OUTPUT, BROKEN_OUTPUT, CUT_OUTPUT])('is read back unchanged', (output) => {
    const explanation = explanationOf(output);
    const read = readExplanation(toJson(explanation));
    expect(read).toEqual({ ok: true, value: explanation });
  });

  it('is read back unchanged for a pasted reasoning', () => {
    const explanation = assembleExplanation(
      readingOf(INFLUENZA_CASE),
      readTrace(BROKEN_OUTPUT),
      [],
    );
    expect(readExplanation(toJson(explanation))).toEqual({ ok: true, value: explanation });
  });

  it('names what is damaged', () => {
    const damaged = { ...explanationOf(COMPLETE_OUTPUT), unused: ['x'] };
    const read = readExplanation(JSON.stringify(damaged));
    expect(read.ok ? '' : read.fault.message).toContain('unused.0');
    expect(readExplanation('{').ok).toBe(false);
  });
});

describe('the list of formats', () => {
  it('has formats with distinct ids and extensions', () => {
    expect(new Set(EXPORT_FORMATS.map(({ id }) => id)).size).toBe(EXPORT_FORMATS.length);
    expect(new Set(EXPORT_FORMATS.map(({ extension }) => extension)).size).toBe(
      EXPORT_FORMATS.length,
    );
  });
});
