import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedFindings } from '@/lib/case/observation';
import { readCase } from '@/lib/case/read-case';
import { EVALUATION_STYLE } from '@/lib/evaluation/ddxplus/note-style';
import { seededRandom } from '@/lib/evaluation/random';
import { drawKnownPatient, drawStranger } from './draw-patient';
import { INVENTED_PATIENTS } from './invented-patients';
import { LOCKED_WORDINGS } from './locked-wordings';
import { composeNote, writeNote } from './note';
import { NOTE_FORMS } from './note-forms';
import {
  COMMON_FILLERS,
  ELSEWHERE,
  GROWN_FILLERS,
  MEDICINES,
  PAST_ILLNESSES,
} from './note-surroundings';

const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function patientOf(seeded: number) {
  const random = seededRandom(seeded);
  return random.chance(0.8)
    ? drawKnownPatient(random, INVENTED_PATIENTS, 3 + random.below(16))
    : drawStranger(random, INVENTED_PATIENTS, 2 + random.below(8));
}

function noteOf(seeded: number, form = NOTE_FORMS[seeded % NOTE_FORMS.length]) {
  if (form === undefined) throw new Error('no forms');
  return composeNote(seededRandom(seeded), form, patientOf(seeded));
}

/** Every run of words in a text, up to the longest locked wording. */
function runsOf(text: string, longest: number): string[] {
  const words = text.toLowerCase().split(/[\s.,;:?!]+/u);
  return words.flatMap((_, from) =>
    Array.from({ length: longest }, (_run, more) => words.slice(from, from + more + 1).join(' ')),
  );
}

describe('training notes', () => {
  it('come in ten forms with names of their own', () => {
    expect(NOTE_FORMS.length).toBe(10);
    expect(new Set(NOTE_FORMS.map(({ name }) => name)).size).toBe(10);
  });

  it('are the same for the same seed', () => {
    fc.assert(
      fc.property(seed, (seeded) => {
        const patient = patientOf(seeded);
        expect(patientOf(seeded)).toEqual(patient);
        expect(writeNote(seededRandom(seeded), patient)).toBe(
          writeNote(seededRandom(seeded), patient),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('differ between seeds', () => {
    const texts = Array.from({ length: 100 }, (_, seeded) => noteOf(seeded).text);
    expect(new Set(texts).size).toBe(100);
  });

  it('have no unfilled slot and nothing left over', () => {
    for (let seeded = 0; seeded < 300; seeded += 1) {
      const { text } = noteOf(seeded);
      expect(text).not.toMatch(/[{}]|undefined| {2}|\.\./u);
      expect(text).not.toContain('\0');
    }
  });

  it('hold no locked wording', () => {
    const locked = new Set(
      [...LOCKED_WORDINGS.values()].flatMap((all) => [...all].map((one) => one.toLowerCase())),
    );
    const longest = Math.max(...[...locked].map((wording) => wording.split(' ').length));
    for (let seeded = 0; seeded < 1000; seeded += 1) {
      const { text } = noteOf(seeded);
      expect(
        runsOf(text, longest).filter((run) => locked.has(run)),
        text,
      ).toEqual([]);
    }
  });

  it('share no frame of four words or more with the style of the evaluation', () => {
    const worded = (frame: string) => frame.replaceAll(/\{\w+\}/gu, ' ').match(/[a-z']+/giu) ?? [];
    const kept = Object.values(EVALUATION_STYLE)
      .flat()
      .filter((frame) => worded(frame).length >= 4);
    const own = new Set(NOTE_FORMS.flatMap((form) => Object.values(form).flat(2)));
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter((frame) => own.has(frame))).toEqual([]);
  });

  it('are filled with sentences in which no finding is read', () => {
    const surroundings = [
      ...COMMON_FILLERS,
      ...GROWN_FILLERS,
      ...PAST_ILLNESSES,
      ...MEDICINES,
      ...ELSEWHERE,
      ...NOTE_FORMS.flatMap(({ fillers, closings }) => [...fillers, ...closings]),
    ];
    for (const sentence of surroundings) {
      const text = sentence.replace('{He}', 'She');
      expect(statedFindings(readCase({ text, options: [] })), sentence).toEqual([]);
    }
  });

  it.each(NOTE_FORMS)('are read as they were told: $name', (form) => {
    let told = 0;
    let read = 0;
    for (let seeded = 0; seeded < 20; seeded += 1) {
      const note = noteOf(seeded, form);
      const stated = statedFindings(readCase({ text: note.text, options: [] }));
      told += note.told.length;
      read += note.told.filter((one) =>
        stated.some(
          ({ concept, polarity }) => concept === one.concept && polarity === one.polarity,
        ),
      ).length;
    }
    expect(told).toBeGreaterThan(100);
    expect(read / told).toBeGreaterThan(0.85);
  });
});
