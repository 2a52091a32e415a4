import { describe, expect, it } from 'vitest';
import type { Case } from '@/lib/case/case';
import { toJson } from '@/lib/explanation/export/json';
import { explainingPasted, explainPasted } from '@/lib/explanation/pasted/explain-pasted';
import { foreignLanguageOf } from '@/lib/explanation/pasted/language';
import { checkPastedTexts, LONGEST_TRACE } from '@/lib/explanation/pasted/pasted-input';
import { isMadeFor, receiveTrace } from '@/lib/explanation/pasted/received-trace';
import { looksSwapped } from '@/lib/explanation/pasted/swapped';
import { REAL_TRACES_PRESENT, realTraces } from '@/lib/trace/testing';

const CASE_TEXT =
  'A 58-year-old man presents to the clinic with a cough and fever for three days. He has a history of asthma. On examination, his temperature is 38.4 °C. He denies chest pain. What is the most likely diagnosis?';
const TRACE_TEXT =
  'Okay, let me think about this. He has a fever and a cough, which points to pneumonia. Asthma alone is less likely. Therefore the answer is pneumonia.';
const PATIENT: Case = { text: CASE_TEXT, options: [] };

function faultOf(caseText: string, traceText: string, asGiven = false): string | undefined {
  const outcome = checkPastedTexts({ caseText, traceText }, asGiven);
  return outcome.ok ? undefined : outcome.fault.code;
}

describe('checkPastedTexts', () => {
  it.each([
    ['', ' \n', 'case-and-trace-empty'],
    ['', TRACE_TEXT, 'trace-without-case'],
    [CASE_TEXT, '\n', 'case-without-trace'],
    [CASE_TEXT, 'a\u0000b', 'trace-binary'],
    [CASE_TEXT, `\n${CASE_TEXT}`, 'trace-is-the-case'],
    [TRACE_TEXT, CASE_TEXT, 'case-and-trace-swapped'],
    [CASE_TEXT, TRACE_TEXT, undefined],
  ])('of %j and %j says %s', (caseText, traceText, code) => {
    expect(faultOf(caseText, traceText)).toBe(code);
  });

  it('takes texts that look swapped as they are when told', () => {
    expect(faultOf(TRACE_TEXT, CASE_TEXT, true)).toBeUndefined();
  });

  it('refuses what no memory could hold', () => {
    expect(faultOf(CASE_TEXT, 'a'.repeat(LONGEST_TRACE + 1))).toBe('trace-too-long');
  });
});

describe.skipIf(!REAL_TRACES_PRESENT)('on real traces', () => {
  it('takes none for swapped that is not, and most for swapped that are', () => {
    const traces = realTraces();
    expect(traces.filter((trace) => looksSwapped(trace.case, trace.reasoning))).toEqual([]);
    const vignettes = traces.filter((trace) => /\d-year-old/u.test(trace.case.slice(0, 80)));
    const noticed = vignettes.filter((trace) => looksSwapped(trace.reasoning, trace.case));
    expect(noticed.length / vignettes.length).toBeGreaterThan(0.7);
  });

  it('takes none for another language', () => {
    const foreign = realTraces().filter(
      (trace) => foreignLanguageOf(trace.case) ?? foreignLanguageOf(trace.reasoning),
    );
    expect(foreign).toEqual([]);
  });
});

describe('foreignLanguageOf', () => {
  it.each([
    [
      'Le patient est un homme de 58 ans qui a de la fièvre et une toux depuis trois jours, sans douleur.',
      'French',
    ],
    [
      'Der Patient ist ein Mann mit Fieber und Husten seit drei Tagen, und er hat keine Schmerzen in der Brust.',
      'German',
    ],
    [
      'El paciente es un hombre de 58 años que tiene fiebre y tos desde hace tres días, pero no tiene dolor en el pecho.',
      'Spanish',
    ],
    ['患者は58歳の男性で、三日前から発熱と咳があります。胸痛はありません。', 'Japanese'],
    ['患者为58岁男性,发热咳嗽三天,无胸痛,既往有哮喘病史。', 'Chinese'],
    ['Пациент мужчина 58 лет с лихорадкой и кашлем в течение трёх дней.', 'Cyrillic script'],
    [CASE_TEXT, undefined],
    ['Fieber und Husten', undefined],
    [
      'Na 135, K 4.1, Cl 103, HCO3 25, BUN 12, Cr 0.9, Glu 90, Hb 13, WBC 6, PLT 200, INR 1, pH 7.4',
      undefined,
    ],
  ])('of %j is %s', (text, language) => {
    expect(foreignLanguageOf(text)).toBe(language);
  });
});

describe('the explanation of what was pasted', () => {
  it.each([
    [
      'another language',
      'Le patient a de la fièvre et une toux depuis trois jours, et il est un homme qui a 58 ans.',
      /seems to be written in French/u,
    ],
    [
      'characters that could not be read',
      'He has f\uFFFDver and\uFFFD cough.',
      /2 characters of the reasoning could not be read/u,
    ],
    [
      'a section that was never closed',
      '<think>He has a fever. The answer is pneumonia.',
      /<think> and never closed/u,
    ],
  ])('says of %s', (_, trace, said) => {
    expect(explainPasted(PATIENT, trace).limits.join('\n')).toMatch(said);
  });

  it('says nothing of the kind of a plain one', () => {
    const { limits } = explainPasted(PATIENT, `<think>${TRACE_TEXT}</think>Pneumonia.`);
    expect(limits.join('\n')).not.toMatch(/written in|could not be read|never closed|was changed/u);
  });

  it('is the same however far its parts are apart, and tells how far it has come', () => {
    const long = `${TRACE_TEXT}\n\n`.repeat(1_000);
    const explaining = explainingPasted(PATIENT, long);
    const shares: number[] = [];
    let step = explaining.next();
    while (!step.done) {
      shares.push(step.value);
      step = explaining.next();
    }
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.at(-1)).toBe(1);
    expect(step.value.trace.text).toBe(long);
  });
});

describe('a trace that says which case it was made for', () => {
  const exported = toJson(explainPasted(PATIENT, TRACE_TEXT));
  const sha = 'ab'.repeat(32);

  it('is taken out of an exported explanation, with its case', () => {
    const received = receiveTrace(exported);
    expect(received).toEqual({ text: TRACE_TEXT, madeForText: CASE_TEXT });
    expect(isMadeFor(received, CASE_TEXT, sha)).toBe(true);
    expect(isMadeFor(received, `${CASE_TEXT} Later: rash.`, sha)).toBe(false);
  });

  it('may name it by its hash', () => {
    const received = receiveTrace(`Case SHA-256: ${sha}\n${TRACE_TEXT}`);
    expect(isMadeFor(received, 'any', sha)).toBe(true);
    expect(isMadeFor(received, 'any', 'cd'.repeat(32))).toBe(false);
  });

  it('is any other text, whole, and then it names none', () => {
    for (const text of [TRACE_TEXT, '{"answer": "C"}', '{ not json']) {
      expect(receiveTrace(text)).toEqual({ text });
      expect(isMadeFor(receiveTrace(text), CASE_TEXT, sha)).toBeUndefined();
    }
  });

  it('has its explanation say so where the case differs', () => {
    expect(explainPasted(PATIENT, TRACE_TEXT, { isThisCase: false }).limits[0]).toMatch(
      /^The case was changed after/u,
    );
  });
});
