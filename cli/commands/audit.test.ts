import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { audit } from '@/cli/commands/audit';
import { verify } from '@/cli/commands/verify';
import { createScratch, ranInProcess } from '@/cli/testing';
import { parseCase } from '@/lib/case/parse-case';
import { explainPasted } from '@/lib/explanation/pasted/explain-pasted';
import { explanationSchema } from '@/lib/explanation/schema';

const scratch = createScratch();
afterAll(() => scratch.remove());

const CASE = scratch.write(
  'case.txt',
  'A 34-year-old woman has fever and chills. She denies cough. What is the most likely diagnosis?\n',
);
const TRACE_TEXT =
  '\uFEFF<think>\r\nShe has fever [1].\r\nShe has a cough [2].\r\n</think>\r\nThe answer is influenza.';
const TRACE = scratch.write('trace.txt', TRACE_TEXT);

const SWAPPED_CASE = scratch.write(
  'thoughts.txt',
  'Okay, let me think about this. She has fever, which points to influenza. Thus the answer is influenza.',
);
const SWAPPED_TRACE = scratch.write(
  'patient.txt',
  'A 34-year-old woman presents with fever and chills. She denies cough. On examination, her temperature is 39 °C.',
);

describe('audit', () => {
  it('checks texts that look swapped as they are when told', async () => {
    const given = ['--case', SWAPPED_CASE, '--trace', SWAPPED_TRACE, '--as-given', '--json'];
    expect((await ranInProcess(audit, given)).code).toBe(0);
  });

  it('takes an exported explanation for its trace, and says that its case is another one', async () => {
    const exported = await ranInProcess(audit, ['--case', CASE, '--trace', TRACE, '--json']);
    const file = scratch.write('exported.json', exported.stdout);
    const other = scratch.write('changed.txt', 'A 34-year-old woman has fever and a rash.');
    const again = await ranInProcess(audit, ['--case', CASE, '--trace', file, '--json']);
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(exported.stdout));
    const changed = await ranInProcess(audit, ['--case', other, '--trace', file, '--json']);
    expect(JSON.parse(changed.stdout)).toMatchObject({
      trace: { text: TRACE_TEXT },
      limits: expect.arrayContaining([expect.stringMatching(/^The case was changed after/u)]),
    });
  });

  it('prints one JSON document after the contract, with the trace exactly as it was given', async () => {
    const ran = await ranInProcess(audit, ['--case', CASE, '--trace', TRACE, '--json']);
    expect(ran.code).toBe(0);
    const explanation = explanationSchema.parse(JSON.parse(ran.stdout));
    expect(explanation.trace.text).toBe(TRACE_TEXT);
    expect(explanation.case.text).toBe(readFileSync(CASE, 'utf8'));
    expect(explanation.steps.length).toBeGreaterThan(0);
    expect(explanation.findings.map(({ polarity }) => polarity)).toContain('absent');
  });

  it('tells how far a long trace has been read, and stops at Ctrl-C without writing anything', async () => {
    const long = scratch.write('long.txt', `${TRACE_TEXT}${'\n'.repeat(300_000)}`);
    const given = ['--case', CASE, '--trace', long, '--json'];
    const whole = await ranInProcess(audit, given);
    expect(whole.code).toBe(0);
    expect(whole.stderr).toMatch(/^checked 21 % of the trace\nchecked 42 %/u);
    const interruption = new AbortController();
    interruption.abort();
    const bundle = scratch.path('stopped.json');
    const stopped = await ranInProcess(
      audit,
      [...given, '--bundle', bundle],
      '',
      interruption.signal,
    );
    expect(stopped).toMatchObject({ code: 2, stdout: '' });
    expect(stopped.stderr).toContain(
      'error: The check was stopped after 21 % of the trace. Nothing',
    );
    expect(existsSync(bundle)).toBe(false);
  });

  it('reads either file from standard input, and a case from JSON', async () => {
    const json = JSON.stringify({
      text: 'A man has fever.',
      question: 'What is it?',
      options: { A: 'Influenza', B: 'Croup' },
    });
    const fromCase = await ranInProcess(audit, ['--case', '-', '--trace', TRACE, '--json'], json);
    expect(JSON.parse(fromCase.stdout)).toMatchObject({
      case: { text: 'A man has fever.', options: [{ letter: 'A', text: 'Influenza' }, {}] },
    });
    const fromTrace = await ranInProcess(
      audit,
      ['--case', CASE, '--trace', '-', '--json'],
      'Fever.',
    );
    expect(JSON.parse(fromTrace.stdout)).toMatchObject({ trace: { text: 'Fever.' } });
  });

  it('takes question and options from the command line', async () => {
    const ran = await ranInProcess(
      audit,
      ['--case', CASE, '--trace', TRACE, '--json', '--question', 'Which?'].concat([
        '--option',
        'A=Influenza',
        '--option',
        'b = Croup (viral), n=2',
      ]),
    );
    expect(JSON.parse(ran.stdout)).toMatchObject({
      case: {
        question: 'Which?',
        options: [
          { letter: 'A', text: 'Influenza' },
          { letter: 'B', text: 'Croup (viral), n=2' },
        ],
      },
    });
  });

  it('prints Markdown unless told', async () => {
    const ran = await ranInProcess(audit, ['--case', CASE, '--trace', TRACE]);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^# /u) });
  });

  it('writes a bundle that verify finds intact', async () => {
    const bundle = scratch.path('bundle.json');
    await ranInProcess(audit, ['--case', CASE, '--trace', TRACE, '--bundle', bundle]);
    const ran = await ranInProcess(verify, [bundle, '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ intact: true, runs: [{ status: 'finished' }] });
  });

  it.each([
    [['--trace', TRACE], '--case is missing'],
    [['--case', CASE], '--trace is missing'],
    [['--case', CASE, '--trace', TRACE, '--colour'], "Unknown option '--colour'"],
    [['--case', CASE, '--trace', TRACE, 'more'], '"more" belongs to no option'],
    [['--case', CASE, '--trace', TRACE, '--json', '--markdown'], 'exclude each other'],
    [['--case', '-', '--trace', '-'], 'Only one of --case and --trace'],
    [['--case', scratch.path('none'), '--trace', TRACE], 'none cannot be read: no such file'],
    [['--case', scratch.path('.'), '--trace', TRACE], 'it is a folder'],
    [['--case', scratch.write('empty', ' \n'), '--trace', TRACE], 'empty: The case is empty.'],
    [['--case', CASE, '--trace', scratch.write('blank', '\n')], 'The trace is empty'],
    [
      ['--case', scratch.write('binary', Buffer.from([65, 0, 66])), '--trace', TRACE],
      'byte 1 is 0',
    ],
    [
      [
        '--case',
        scratch.write('latin', Buffer.from([70, 105, 232, 118, 114, 101])),
        '--trace',
        TRACE,
      ],
      'byte 3 is not UTF-8',
    ],
    [
      ['--case', scratch.write('wide', Buffer.from('\uFEFFcase', 'utf16le')), '--trace', TRACE],
      'it is UTF-16',
    ],
    [['--case', scratch.write('x.json', '{"text":'), '--trace', TRACE], 'x.json is not JSON'],
    [['--case', scratch.write('y.json', '{"text":5}'), '--trace', TRACE], 'y.json: text: '],
    [['--case', CASE, '--trace', TRACE, '--option', 'Influenza'], 'is not understood'],
    [
      ['--case', CASE, '--trace', TRACE, '--option', 'A=x', '--option', 'a=y'],
      'Two options have the letter A',
    ],
    [
      ['--case', scratch.write('noq', 'A man has fever.'), '--trace', TRACE].concat([
        '--option',
        'A=x',
        '--option',
        'B=y',
      ]),
      'but no question',
    ],
    [
      ['--case', CASE, '--trace', TRACE, '--bundle', scratch.path('no/such/folder')],
      'cannot be written',
    ],
    [['--case', SWAPPED_CASE, '--trace', SWAPPED_TRACE], 'they seem to be swapped. Swap --case'],
    [['--case', CASE, '--trace', CASE], 'are the same text'],
    [
      ['--case', CASE, '--trace', scratch.write('controls', 'Fever\u0001\u0002\u0003.')],
      'controls: The trace is not text',
    ],
  ])('says in one line what is wrong with %j', async (args, message) => {
    const ran = await ranInProcess(audit, args);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    const errors = ran.stderr.split('\n').filter((line) => line.startsWith('error: '));
    expect(errors).toEqual([expect.stringContaining(message)]);
  });
});

const REAL_TRACES = '../shared/data/traces/huatuo-o1.jsonl';
const realTraceSchema = z.object({
  case: z.string(),
  options: z.record(z.string(), z.string()).nullish(),
  reasoning: z.string(),
});

describe.skipIf(!existsSync(REAL_TRACES))('audit of real chains of thought', () => {
  it('explains each without error, with steps that stand in the trace and cover no text twice', () => {
    const lines = readFileSync(REAL_TRACES, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(114);
    for (const line of lines) {
      const { case: text, options, reasoning } = realTraceSchema.parse(JSON.parse(line));
      const parsed = parseCase({
        text,
        question: 'What is the answer?',
        options: Object.entries(options ?? {}).map(([letter, option]) => ({
          letter,
          text: option,
        })),
      });
      if (!parsed.ok) throw new Error(parsed.fault.message);
      const explanation = explanationSchema.parse(explainPasted(parsed.value, reasoning));
      expect(explanation.steps.length).toBeGreaterThan(0);
      let end = 0;
      for (const step of explanation.steps) {
        expect(step.start).toBeGreaterThanOrEqual(end);
        expect(step.end).toBeGreaterThan(step.start);
        end = step.end;
      }
      expect(end).toBeLessThanOrEqual(reasoning.length);
      for (const span of [
        ...explanation.findings,
        ...explanation.verdicts.flatMap((verdict) => verdict.case),
      ]) {
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
