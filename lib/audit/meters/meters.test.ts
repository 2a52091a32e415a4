import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMeters, measureTrace } from '@/lib/audit/meters';
import type { Meter } from '@/lib/audit/meters/meter';
import { createTraceReader, readTrace } from '@/lib/trace/read-trace';
import { COMPLETE_OUTPUT } from '@/lib/trace/testing';

function meterOf(id: string, meters: readonly Meter[]): Meter {
  const meter = meters.find((candidate) => candidate.id === id);
  if (meter === undefined) throw new Error(`there is no meter ${id}`);
  return meter;
}

const measured = (id: string, text: string) => meterOf(id, measureTrace(readTrace(text)));

/** Pieces that make the meters move: marks of answers and thinking, cycles, scripts without spaces, long words. */
const PIECES = fc.constantFrom(
  ...['<think>', '</think>', '\n', ' ', 'Step 1: She has fever. ', 'So the answer is B.\n', '熱が'],
  ...[
    '\\boxed{C} ',
    'Final answer: C. ',
    '</answer>',
    'again and again we see ',
    'x'.repeat(70),
    '😀',
    '| - |',
  ],
);
const TEXTS = fc
  .array(fc.tuple(PIECES, fc.integer({ min: 1, max: 12 })), { maxLength: 20 })
  .map((parts) => parts.map(([piece, times]) => piece.repeat(times)).join(''));

describe('the meters of a run', () => {
  it('say the same in whatever chunks the text came, at the end and at every point before', () => {
    fc.assert(
      fc.property(
        TEXTS,
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }),
        (text, cuts) => {
          const meters = createMeters();
          const reader = createTraceReader();
          let at = 0;
          for (const cut of [...cuts, text.length]) {
            const chunk = text.slice(at, at + cut);
            at += chunk.length;
            meters.push(chunk);
            reader.push(chunk);
            const whole = createMeters();
            const wholeReader = createTraceReader();
            whole.push(text.slice(0, at));
            wholeReader.push(text.slice(0, at));
            expect(meters.read(reader.snapshot())).toEqual(whole.read(wholeReader.snapshot()));
          }
          reader.finish();
          expect(meters.conclude(reader.snapshot())).toEqual(measureTrace(readTrace(text)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('each say what is meant, with formula and source', () => {
    for (const meter of measureTrace(readTrace(COMPLETE_OUTPUT))) {
      for (const words of [meter.title, meter.shown, meter.detail, meter.formula, meter.source]) {
        expect(words).toMatch(/\S/);
        expect(words).not.toMatch(/NaN|undefined|Infinity/);
      }
      expect(meter.detail).toMatch(/\.$/);
      expect(meter.state).toBe('fine');
    }
  });

  it('have a reading for a run that has said nothing', () => {
    const meters = createMeters().read(readTrace(''), { tokens: 0, budget: 640 });
    expect(meters.map(({ state }) => state)).toEqual(meters.map(() => 'fine'));
    expect(measured('form', '').state).toBe('alarm');
  });
});

describe('the form', () => {
  it('holds with thinking closed, steps and an answer', () => {
    expect(measured('form', COMPLETE_OUTPUT)).toMatchObject({ value: 1, shown: '3 of 3' });
  });

  it('misses what is missing, once the run has ended', () => {
    const open = '<think>\nStep 1: Findings. She has fever.\nStep 2: She has';
    expect(measured('form', open)).toMatchObject({ shown: '1 of 3', state: 'alarm' });
    const meters = createMeters();
    meters.push(open);
    const live = createTraceReader();
    live.push(open);
    const soFar = meterOf('form', meters.read(live.snapshot()));
    expect(soFar.state).toBe('fine');
    expect(soFar.detail).toContain('the thinking was not closed');
  });
});

describe('repetition', () => {
  it('is one minus the unique share of the n-grams', () => {
    // Eight words, five n-grams of four, of which "a b c d" stands there twice.
    expect(measured('repetition', 'a b c d a b c d').value).toBeCloseTo(1 - 4 / 5, 10);
    expect(measured('repetition', 'A B c d e f').value).toBe(0);
    expect(measured('repetition', 'one two').value).toBe(0);
  });

  it('finds the most repetitive window of a long text', () => {
    const fresh = (from: number) =>
      Array.from({ length: 400 }, (_, n) => `word${from + n}`).join(' ');
    const stuck = 'we should think about this again and '.repeat(30);
    expect(measured('repetition', fresh(0)).value).toBe(0);
    expect(measured('repetition', `${fresh(0)} ${stuck} ${fresh(1000)}`)).toMatchObject({
      state: 'alarm',
    });
  });
});

/** The definition of a loop of a phrase, at the end of these words. */
function loopsAt(words: readonly string[]): boolean {
  return words.some((_, at) => {
    const period = at + 1;
    const unbroken = words.findLastIndex((word, index) => word !== words[index - period]);
    const times = Math.floor((words.length - 1 - unbroken) / period) + 1;
    return times >= 4 && times * period >= 48;
  });
}

describe('the loop', () => {
  it('is a phrase that comes again and again at the end of the text', () => {
    const text = `She has fever. ${'Wait, let me think about the potassium again. '.repeat(9)}`;
    expect(measured('loop', text)).toMatchObject({
      value: 9,
      shown: '9 × 8 words',
      state: 'alarm',
    });
  });

  it('is a paragraph that is written a third time', () => {
    const paragraph = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ');
    expect(measured('loop', `${paragraph} `.repeat(2)).state).toBe('fine');
    expect(measured('loop', `${paragraph} `.repeat(3)).state).toBe('alarm');
  });

  it('is found in a text without spaces, and remembered when the text goes on', () => {
    expect(measured('loop', 'abc'.repeat(5000)).state).toBe('alarm');
    expect(measured('loop', '患者は熱がある。'.repeat(20)).state).toBe('alarm');
    const after = `${'and so on '.repeat(40)} but then the platelets are low, which explains the bruises.`;
    expect(measured('loop', after).state).toBe('alarm');
  });

  it('is none in lists, tables and rules that repeat words', () => {
    const symptoms = [
      'fever',
      'cough',
      'rash',
      'chills',
      'nausea',
      'vomiting',
      'diarrhoea',
      'pain',
    ];
    const lists = [
      symptoms
        .map((symptom) => `no ${symptom}`)
        .join(', ')
        .repeat(1),
      symptoms.map((symptom) => `| ${symptom} | normal | normal | normal |`).join('\n'),
      `| test | value |\n|${' --- |'.repeat(60)}\n${'- - - '.repeat(40)}`,
      symptoms.map((symptom) => `Evidence against ${symptom}: None in the case.`).join('\n'),
      'Yes. Yes. Yes. Yes. Yes. Yes.',
      'x '.repeat(12),
    ];
    for (const list of lists) expect(measured('loop', list)).toMatchObject({ state: 'fine' });
  });

  it('is where four times the same phrase stands there, counted word by word', () => {
    const phrases = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(phrases, fc.integer({ min: 1, max: 60 }), phrases, (phrase, times, rest) => {
        const words = [...rest, ...Array.from({ length: times }, () => phrase).flat(), ...rest];
        const meters = createMeters();
        meters.push(`${words.join(' ')} `);
        expect(meters.looped).toBe(words.some((_, end) => loopsAt(words.slice(0, end + 1))));
      }),
    );
  });

  it('stops no text whose words do not come back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 300 }), (words) => {
        const meters = createMeters();
        meters.push(words.map((word, n) => `${n}${word.replaceAll(/\s/g, '')}`).join(' '));
        expect(meters.looped).toBe(false);
      }),
    );
  });
});

describe('the length', () => {
  const lengthOf = (tokens: number, budget: number) =>
    meterOf('length', createMeters().read(readTrace(''), { tokens, budget }));

  it('is fine in the first four fifths of the budget, then told, and an alarm at its end', () => {
    expect(lengthOf(512, 640)).toMatchObject({ state: 'fine', shown: '512 of 640 tokens' });
    expect(lengthOf(576, 640)).toMatchObject({ state: 'notice' });
    expect(lengthOf(576, 640).detail).toContain('penalty -0.50');
    expect(lengthOf(640, 640)).toMatchObject({ state: 'alarm', value: 1 });
    expect(lengthOf(900, 640).detail).toContain('cosine scale 0.00');
  });
});

describe('the words before the answer', () => {
  it('tell an answer that was given without reasoning', () => {
    expect(measured('before-answer', 'The answer is C.\n').state).toBe('alarm');
    expect(measured('before-answer', COMPLETE_OUTPUT).state).toBe('fine');
    expect(measured('before-answer', 'She has fever.').state).toBe('fine');
  });
});

describe('the text after the answer', () => {
  const reasoning = 'She has fever and a rash after a tick bite, and no cough. ';
  const solution = `Solution: ${reasoning} ${reasoning} Thus \\boxed{C}\n\n`;

  it('is nothing to tell after one answer, whatever words give it', () => {
    const one = `${reasoning}\n**Final Answer**\nThe final answer is: $\\boxed{C}$. I hope it helps.`;
    expect(measured('after-answer', one)).toMatchObject({ state: 'fine', value: 4 });
    expect(measured('after-answer', reasoning).value).toBe(0);
  });

  it('is told once another answer follows, and an alarm after the third', () => {
    expect(measured('after-answer', solution.repeat(2)).state).toBe('notice');
    expect(measured('after-answer', solution.repeat(3))).toMatchObject({
      state: 'alarm',
      shown: 'answered 3 times',
    });
  });

  it('leaves out answers that the thinking tries', () => {
    const tried = `<think>\n${solution.repeat(4)}</think>\nThe final answer is C.`;
    expect(measured('after-answer', tried)).toMatchObject({ state: 'fine', value: 2 });
  });
});
