import { describe, expect, it } from 'vitest';
import { createAudit } from '@/lib/audit/audit';
import { CONSISTENCY } from '@/lib/audit/checks/consistency';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { FaultError } from '@/lib/text/outcome';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';
import { BROKEN_OUTPUT, COMPLETE_OUTPUT } from '@/lib/trace/testing';

const CASE = 'A woman has pain in the knee and a swelling. What is the most likely diagnosis?';

function check(traceText: string, caseText = CASE, options: readonly string[] = []) {
  const parsed = parseCase({
    text: caseText,
    ...(options.length === 0 ? {} : { question: 'What is the most likely diagnosis?' }),
    options: options.map((text, index) => ({ letter: 'ABCDE'.charAt(index), text })),
  });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  const trace = readTrace(traceText);
  const verdicts = createAudit(readCase(parsed.value), [CONSISTENCY]).conclude(trace);
  return verdicts.map(({ outcome, trace: span, detail }) => ({
    outcome,
    at: sliceSpan(trace.text, span),
    detail,
  }));
}

function alarms(traceText: string, caseText?: string, options?: readonly string[]) {
  return check(traceText, caseText, options)
    .filter(({ outcome }) => outcome === 'contradicted')
    .map(({ at }) => at);
}

describe('a statement against an earlier one', () => {
  it.each([
    [
      'age',
      'She is 34 years old. It hurts a lot. This patient is a 43-year-old woman.',
      '43-year-old',
    ],
    ['side', "Her left knee hurts. That is odd. The patient's right knee is warm.", 'right knee'],
    [
      'value',
      'Her heart rate is 118 bpm. So there is stress. She has a heart rate of 72 bpm.',
      '72',
    ],
    ['polarity', 'She has a fever. That means infection. The patient has no fever.', 'fever'],
  ])('finds another %s', (_, trace, at) => {
    const found = alarms(trace);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(at);
  });

  it('points at the one that the case does not bear out', () => {
    const trace = 'She is 43 years old. It hurts. This patient is a 34-year-old woman.';
    expect(alarms(trace, 'A 34-year-old woman has pain in the knee.')).toEqual(['43 years old']);
  });

  it.each([
    ['when it is taken back', 'She has a fever. Wait, the patient has no fever.'],
    [
      'when time has passed',
      'Her heart rate is 118 bpm. After fluids she has a heart rate of 80 bpm.',
    ],
    ['when it is supposed', 'She has a fever. If she had no fever, it would be gout.'],
    ['of medicine in general', 'She has a fever. Gout comes with no fever.'],
    ['of another part', 'Her left knee hurts. The patient has a warm right hand.'],
    ['when both sides are spoken of', 'Her left knee hurts more than her right knee.'],
  ])('is silent %s', (_, trace) => {
    expect(alarms(trace)).toEqual([]);
  });

  it('is silent where the case has both', () => {
    const both = 'Her heart rate was 118 bpm. One hour later her heart rate was 80 bpm.';
    const trace = 'Her heart rate is 118 bpm. That is fast. She has a heart rate of 80 bpm.';
    expect(alarms(trace, both)).toEqual([]);
  });
});

const OPTIONS = ['Gout', 'Septic arthritis', 'Pneumonia', 'Influenza'];

describe('the answer against the reasoning', () => {
  it.each([
    'The joint is cold, so this rules out gout. Septic arthritis fits.\n\nThe answer is A.',
    'Gout can be ruled out. What else is there? Septic arthritis fits.\n\nThe answer is A.',
    'It could be many things. Gout cannot be the answer here. Septic arthritis fits.\n\nThe answer is A.',
  ])('finds an answer that was ruled out: %s', (trace) => {
    expect(alarms(trace, CASE, OPTIONS)).toEqual(['A']);
  });

  it.each([
    ['hedged', 'We need to rule out gout. Septic arthritis is less likely.\n\nThe answer is A.'],
    ['denied', "We can't say that this rules out gout.\n\nThe answer is A."],
    [
      'taken up again',
      'This rules out gout. Hmm, but the crystals point to gout.\n\nThe answer is A.',
    ],
    ['of another', 'This rules out septic arthritis. Gout fits.\n\nThe answer is A.'],
  ])('is silent when the dismissal is %s', (_, trace) => {
    expect(alarms(trace, CASE, OPTIONS)).toEqual([]);
  });

  it('is silent when the odd one out is asked for', () => {
    const asked = 'A woman has pain in the knee. Which of these is not the cause?';
    expect(alarms('This rules out gout.\n\nThe answer is A.', asked, OPTIONS)).toEqual([]);
  });

  it('finds two final answers, and none where the mind was changed', () => {
    expect(alarms(BROKEN_OUTPUT, CASE, OPTIONS)).toHaveLength(1);
    const changed = '<think>\nThe answer is A. Wait, no.\n</think>\nThe answer is B.';
    expect(alarms(changed, CASE, OPTIONS)).toEqual([]);
  });

  it('finds an answer other than the one that the thinking ends on', () => {
    const trace = '<think>\nKnees swell in gout. So the answer is A.\n</think>\n\nThe answer is B.';
    expect(alarms(trace, CASE, OPTIONS)).toEqual(['B']);
    const concluded = COMPLETE_OUTPUT.replace('Conclusion. Influenza', 'Conclusion. Pneumonia');
    expect(alarms(concluded)).toHaveLength(1);
    expect(alarms(COMPLETE_OUTPUT)).toEqual([]);
  });
});

describe('what is noticed without an alarm', () => {
  it('names the options that were never considered', () => {
    const [notice] = check('Gout fits. Septic joints are hot.\n\nThe answer is A.', CASE, OPTIONS);
    expect(notice?.outcome).toBe('cannot-tell');
    expect(notice?.detail).toContain('C) Pneumonia');
    expect(notice?.detail).not.toContain('Septic');
  });

  it('takes whatever letters a case gives its options', () => {
    const lettered = ['(', '[1', 'a+b', '\\'].map((letter, at) => ({
      letter,
      text: OPTIONS[at] ?? '',
    }));
    const parsed = parseCase({ text: CASE, question: 'Which is it?', options: lettered });
    if (!parsed.ok) throw new FaultError(parsed.fault);
    const trace = readTrace('Septic joints are hot.\n\n**Diagnosis**: Gout');
    const verdicts = createAudit(readCase(parsed.value), [CONSISTENCY]).conclude(trace);
    expect(verdicts.map(({ detail }) => detail).join()).toContain('Pneumonia');
  });

  it('says when there is no reasoning before the answer', () => {
    const found = check('The answer is A. Because gout fits everything in it.', CASE, OPTIONS);
    expect(found.map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['cannot-tell', 'The answer stands before any reasoning.'],
    ]);
  });

  it('names what the final differential brings up first', () => {
    const trace = COMPLETE_OUTPUT.replace('2. Pneumonia', '2. Sarcoidosis');
    expect(check(trace).some(({ detail }) => detail.includes('“Sarcoidosis”'))).toBe(true);
  });
});
