import { describe, expect, it } from 'vitest';
import { handwrittenNotes } from '@/lib/evaluation/datasets/handwritten-notes';

const NOTE = {
  id: 'note-1',
  style: 'triage',
  text: '4F, hot, coughing, fast breathing.',
  condition: 'Pneumonia',
  why: 'in-scope',
};
const THIN = { ...NOTE, id: 'note-2', text: 'Unwell.', condition: null, why: 'too-thin' };

function lines(...notes: readonly unknown[]): string {
  return notes.map((note) => `${JSON.stringify(note)}\n`).join('\n');
}

describe('the dataset of notes written by hand', () => {
  it('asks about each note once, without options, and tells styles from reasons for no answer', async () => {
    const read = await handwrittenNotes.read(lines(NOTE, THIN));
    if (!read.ok) throw new Error(read.fault.message);
    const [answerable, thin, ...more] = read.value;
    expect(more).toEqual([]);
    expect(answerable).toMatchObject({
      id: 'note-1',
      setting: 'open',
      case: { text: NOTE.text, options: [] },
      truth: { diagnosis: 'Pneumonia' },
      group: 'triage',
      heldOut: true,
    });
    expect(answerable?.isTruth('CAP')).toBe(true);
    expect(answerable?.isTruth('Influenza')).toBe(false);
    expect(thin).toMatchObject({ truth: { diagnosis: null }, group: 'too-thin' });
    expect(thin?.reference).toBeUndefined();
    expect(thin?.isTruth('Pneumonia')).toBe(false);
  });

  it.each([
    ['{"id": ', 'line 3: not a note'],
    [JSON.stringify({ ...NOTE, text: 7 }), 'line 3: not a note (text: '],
    [JSON.stringify({ ...NOTE, text: '' }), 'line 3: not a note (text: '],
    [JSON.stringify({ ...NOTE, condition: 'CAP' }), 'line 3: there is no condition called "CAP"'],
    [
      JSON.stringify({ ...NOTE, why: 'no-case' }),
      'line 3: condition "Pneumonia" does not go with why "no-case"',
    ],
    [
      JSON.stringify({ ...THIN, why: 'in-scope' }),
      'line 3: condition null does not go with why "in-scope"',
    ],
  ])('names the line that cannot be read: %s', async (line, message) => {
    expect(await handwrittenNotes.read(`${lines(NOTE)}\n${line}\n`)).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining(message) },
    });
  });
});
