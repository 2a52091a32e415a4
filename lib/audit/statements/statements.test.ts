import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Statement, statementsOf } from '@/lib/audit/statements/statements';
import { splitSentences } from '@/lib/case/sentences';
import { sliceSpan } from '@/lib/text/span';
import type { Role, Step } from '@/lib/trace/trace';

function statements(
  text: string,
  roles: readonly Role[] = ['hypothesis'],
  title?: string,
): readonly Statement[] {
  const step: Step = {
    start: 0,
    end: text.length,
    roles,
    channel: 'thinking',
    citations: [],
    closed: true,
    ...(title === undefined ? {} : { title }),
  };
  return statementsOf({ step, text });
}

describe('statements', () => {
  it.each([
    ['She has had a fever since Monday.', 'patient'],
    ['His potassium is 6.1 mmol/L.', 'patient'],
    ['The 34-year-old woman presented with a rash.', 'patient'],
    ['On exam there is a murmur.', 'patient'],
    ['Sarcoidosis usually affects the lungs.', 'medicine'],
    ['People with lupus often have arthritis.', 'medicine'],
    ['Metformin can cause lactic acidosis.', 'medicine'],
    ["Okay, let's think this through.", 'reasoning'],
  ] satisfies [string, string][])('reads “%s” as about %s', (text, about) => {
    expect(statements(text).map((one) => one.about)).toEqual([about]);
  });

  it.each([
    ['She has a fever.', ['asserted']],
    ['She might have a fever.', ['hypothetical']],
    ['If she had a fever, I would worry.', ['hypothetical']],
    ['If there were pulmonary oedema, asthma would gain on it.', ['hypothetical']],
    ['Were there to be a rash, this would change.', ['hypothetical']],
    ['Had there been jaundice, hepatitis would lead.', ['hypothetical']],
    ['Should a rash develop, stop the drug.', ['hypothetical']],
    ['In the presence of jaundice, hepatitis moves up.', ['hypothetical']],
    ['Unless there is a rash, this stays.', ['hypothetical']],
    [
      'What would change the order: a fever; a rash; jaundice.',
      ['hypothetical', 'hypothetical', 'hypothetical'],
    ],
    ['There were crackles, and she had a rash.', ['asserted', 'asserted']],
    ['Does she have a fever?', ['question']],
    ['She has a cough, but it could be an old one.', ['asserted', 'hypothetical']],
  ] satisfies [string, string[]][])('reads “%s” as %s', (text, moods) => {
    expect(statements(text).map(({ mood }) => mood)).toEqual(moods);
  });

  it('takes what a step lists under a heading for the patient’s', () => {
    const listed = statements('Findings: fever; cough.', ['finding'], 'Findings');
    expect(listed.map(({ about }) => about)).toContain('patient');
  });

  it('supposes what a step lists under what would change the order', () => {
    const moods = (title: string) =>
      statements('Pulmonary oedema. A rash.', ['safety check'], title).map(({ mood }) => mood);
    expect(moods('What would change the order')).toEqual(['hypothetical', 'hypothetical']);
    expect(moods('Findings')).toEqual(['asserted', 'asserted']);
  });

  it('takes no mark of a list for a statement', () => {
    const listed = statements(
      '2)\n- 1.\n* *\n2. Fever.\nHer pulse is\n- 80.5',
      ['finding'],
      'Findings',
    );
    expect(listed.map(({ text }) => text)).toEqual(['2. Fever.', 'Her pulse is', '- 80.5']);
  });

  it('works a step out once', () => {
    const step: Step = {
      start: 0,
      end: 10,
      roles: ['finding'],
      channel: 'thinking',
      citations: [],
      closed: true,
    };
    const inspected = { step, text: 'A rash. So.' };
    expect(statementsOf(inspected)).toBe(statementsOf(inspected));
  });

  it('covers every sentence that says something, in order, with spans that give the text', () => {
    const piece = fc.constantFrom(
      'She has a fever',
      ', but ',
      '. ',
      '? ',
      ' if ',
      ' — ',
      'no cough',
      '\n',
      '; because ',
      'word '.repeat(600),
      '😷 ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const found = statements(text);
        let at = 0;
        for (const one of found) {
          expect(one.span.start).toBeGreaterThanOrEqual(at);
          expect(one.text).toBe(sliceSpan(text, one.span));
          at = one.span.end;
        }
        const saying = splitSentences(text).filter((span) => /[^\s—]/u.test(sliceSpan(text, span)));
        for (const sentence of saying) {
          const own = found.filter(({ sentence: whole }) => whole.start === sentence.start);
          expect(own[0]?.span.start).toBe(sentence.start);
          expect(own.at(-1)?.span.end).toBe(sentence.end);
        }
      }),
      { numRuns: 100 },
    );
  });
});
