import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCase } from '@/lib/case/read-case';
import { CARE } from '@/lib/knowledge/care';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import { rankCandidates } from './candidates';
import { END, OPTION_LABEL, QUESTION_LABEL } from './embedded-form';
import { questionAnswers } from './question-answer';

const NOTE =
  'A 58-year-old man has crushing chest pain and increased sweating for two hours. He smokes.';
const INFARCTION = 'Acute myocardial infarction';

function sectionsFor(diagnosis: string, question: string, ...texts: readonly string[]) {
  const options = texts.map((text, index) => ({ letter: 'ABCDE'.charAt(index), text }));
  const reading = readCase({ text: NOTE, question, options });
  const condition = conditionNamed(diagnosis);
  if (condition === undefined) throw new Error(diagnosis);
  return questionAnswers(reading, rankCandidates(reading))(condition);
}

describe('questionAnswers', () => {
  it('adds nothing where the diagnosis alone is asked for', () => {
    expect(sectionsFor(INFARCTION, 'What is the most likely diagnosis?')).toEqual([]);
    expect(sectionsFor(INFARCTION, 'Which enzyme is raised?', 'Troponin', 'Lipase')).toEqual([]);
  });

  it('answers with what is known of the diagnosis that was decided on', () => {
    const question = 'What is the most appropriate initial treatment?';
    expect(sectionsFor(INFARCTION, question)[0]).toMatch(/first treated with: Aspirin/);
    expect(sectionsFor('Anaphylaxis', question)[0]).toMatch(/Intramuscular adrenaline/);
    expect(sectionsFor('Anaphylaxis', 'How urgent is this?')[0]).toMatch(/needs care at once/);
    expect(sectionsFor(INFARCTION, 'Which test should be done next?')[0]).toMatch(
      /next test for Acute myocardial infarction: .*(?:ECG|electrocardiogram)/i,
    );
  });

  it('names what would tell more, with what each answer would make of it, and nothing that is known', () => {
    const [section] = sectionsFor(INFARCTION, 'Which further finding would tell most?');
    expect(section).toMatch(/to know of .+ \(if so .+ \d+%, if not .+ \d+%\)/);
    expect(section).not.toContain('smoking');
  });

  it('chooses the option that comes first for the diagnosis', () => {
    const treatments = ['Inhaled salbutamol', 'Give 300 mg of aspirin', 'An opioid for the pain'];
    const question = 'Which is the best initial treatment?';
    expect(sectionsFor(INFARCTION, question, ...treatments).at(-1)).toBe(`${OPTION_LABEL} B`);
    expect(sectionsFor('Acute exacerbation of COPD', question, ...treatments).at(-1)).not.toBe(
      `${OPTION_LABEL} B`,
    );
  });

  it('chooses none where none, or more than one, is known for the diagnosis', () => {
    const question = 'Which is the best initial treatment?';
    for (const options of [
      ['Leeches', 'A holiday'],
      ['Aspirin', 'Low-dose aspirin'],
    ]) {
      const sections = sectionsFor(INFARCTION, question, ...options);
      expect(sections).toHaveLength(1);
      expect(sections[0]).toContain('not answered');
    }
  });

  it('says what it can answer where it knows nothing of what is asked', () => {
    expect(sectionsFor(INFARCTION, 'Which enzyme is raised?')[0]).toContain('not answered');
  });

  it('writes of every condition what keeps the form: lines of their own, no list of findings, no control token', () => {
    const question =
      'How should it be treated, which test is next, how urgent is it and what would tell most?';
    fc.assert(
      fc.property(fc.constantFrom(...CONDITIONS), ({ name }) => {
        const [section, ...more] = sectionsFor(name, question);
        expect(more).toEqual([]);
        expect(section?.startsWith(`${QUESTION_LABEL} `)).toBe(true);
        expect(section).not.toMatch(/[\n[\]<>]/);
        expect(section).not.toContain(END);
      }),
      { numRuns: CARE.length },
    );
  });
});
