import { describe, expect, it } from 'vitest';
import { receiveCaseFile } from '@/components/case/receive-file';

describe('receiveCaseFile', () => {
  it('takes plain text as it is', async () => {
    const outcome = await receiveCaseFile(new File(['Fever.\r\nNo cough.'], 'case.txt'));
    expect(outcome).toEqual({
      ok: true,
      value: { text: 'Fever.\r\nNo cough.', question: '', options: [] },
    });
  });

  it('takes a case in JSON with its question and options', async () => {
    const given = { text: 'Fever.', question: 'Which?', options: [{ letter: 'A', text: 'Flu' }] };
    const outcome = await receiveCaseFile(new File([JSON.stringify(given)], 'Case.JSON'));
    expect(outcome).toEqual({ ok: true, value: given });
  });

  it.each([
    ['no JSON at all', '{"text":'],
    ['no text', '{"question":"Which?"}'],
    ['a list', '["Fever."]'],
    ['options of another form', '{"text":"Fever.","options":{"A":"Flu"}}'],
    ['an option without a letter', '{"text":"Fever.","options":[{"text":"Flu"}]}'],
  ])('says what was expected of %s', async (_what, content) => {
    const outcome = await receiveCaseFile(new File([content], 'case.json'));
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'file-not-a-case' } });
  });

  it('does not read a file that cannot be a case', async () => {
    const outcome = await receiveCaseFile(new File([new Uint8Array(2_000_001)], 'scan.bin'));
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'file-too-large' } });
  });
});
