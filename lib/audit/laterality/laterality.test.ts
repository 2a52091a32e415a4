import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { readSides } from '@/lib/audit/laterality/side-statements';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { BODY_REGIONS, relatedRegions } from '@/lib/knowledge/body-regions';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 70-year-old woman has decreased sensation on the right leg, alongside weakness of the left arm. There is pain in the left thigh and a fracture of the left femur. Bilateral crackles are heard. She has a headache, and her ankle is warm. Echocardiography shows left ventricular hypertrophy.';

function verdicts(trace: string, text = CASE): readonly string[] {
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return auditTrace(readCase(parsed.value), readTrace(trace))
    .filter(({ check }) => check === 'laterality')
    .map(({ outcome, trace: span }) => `${outcome}: ${sliceSpan(trace, span)}`);
}

describe('sides', () => {
  it.each([
    ['pain in the left knee', 'left', 'knee'],
    ['right-sided lower abdominal pain', 'right', 'abdomen'],
    ['RLQ tenderness', 'right', 'abdomen'],
    ['swelling of both feet', 'both', 'foot'],
    ['on the left side of her body', 'left', 'body'],
    ['bilateral leg swelling', 'both', 'lower-limb'],
    ['pain in L hip', 'left', 'hip'],
    ['CP radiating to L arm', 'left', 'upper-limb'],
    ['R facial droop', 'right', 'face'],
    ['R ankle ORIF', 'right', 'ankle'],
    ['swollen (R) calf', 'right', 'lower-leg'],
    ['swollen R) calf', 'right', 'lower-leg'],
    ['swollen Lt calf', 'left', 'lower-leg'],
    ['power 4/5 L arm', 'left', 'upper-limb'],
    ['bilat leg swelling', 'both', 'lower-limb'],
  ])('reads %s', (text, side, region) => {
    const [found] = readSides(text);
    expect([found?.side, found?.regions[0]]).toEqual([side, region]);
  });

  it.each([
    'That sounds right, and we should act right away.',
    'She left the hospital.',
    'a right-handed woman',
    'the right treatment for her knee',
    'It explains both the breast growth and the infertility.',
    'bilateral gonadectomy',
    'What is left is the kidney.',
    '1 L of saline, then arm pain',
    'given 2 L hip still painful',
    'R 18 chest clear',
    '2 L/min, L1 fracture, arm pain',
    'R wave in the chest leads',
  ])('reads none in %s', (text) => {
    expect(readSides(text)).toEqual([]);
  });

  it('gives spans inside any text', () => {
    const parts = fc.constantFrom(
      'left',
      'right',
      ' ',
      '-sided',
      'both',
      'knee',
      'knees',
      'side of her body',
      'RLQ',
      ',',
      'pain',
      'in the',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
        const text = words.join('');
        return readSides(text).every(
          ({ span, end }) => span.start < span.end && span.end <= text.length && end <= text.length,
        );
      }),
    );
  });
});

describe('body regions', () => {
  it('has no region that is part of an unknown one, and none twice', () => {
    const ids = BODY_REGIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(BODY_REGIONS.every(({ partOf }) => partOf === undefined || ids.includes(partOf))).toBe(
      true,
    );
    const words = BODY_REGIONS.flatMap((one) => one.words);
    expect(new Set(words).size).toBe(words.length);
  });

  it('relates a part with the whole, and not with its neighbour', () => {
    expect(relatedRegions('thigh', 'lower-limb')).toBe(true);
    expect(relatedRegions('lower-limb', 'foot')).toBe(true);
    expect(relatedRegions('thigh', 'knee')).toBe(false);
  });
});

describe('side statements', () => {
  it.each([
    ['She has pain in her right thigh.', 'contradicted: right'],
    ['Her left leg has decreased sensation.', 'contradicted: left'],
    ['It could explain the weakness on the right side of her body.', 'contradicted: right side'],
    ['She has right-sided crackles.', 'contradicted: right-sided'],
    ['She has right ventricular hypertrophy.', 'contradicted: right'],
    ['The X-ray shows a fracture of the right femur with pain.', 'contradicted: right'],
    ['Her right ear is red.', ''],
    ['Her right ankle is warm.', 'supported: right'],
    ['She has pain in her left thigh.', 'supported: left'],
    ['It might help to take the load off her left leg.', 'contradicted: left'],
    ['This could explain the tingling she has in both legs.', ''],
    ['This could explain her numbness in both legs.', 'contradicted: both'],
    ['She has left arm weakness.', 'supported: left'],
    ['Her crackles in both lungs fit.', 'supported: both'],
  ])('judges %s', (trace, expected) => {
    expect(verdicts(trace).join()).toBe(expected);
  });

  it.each([
    ['70F. Pain in L hip after fall.', 'She has left hip pain.', 'supported: left'],
    ['70F. Pain in L hip after fall.', 'She has right hip pain.', 'contradicted: right'],
    ['50F with breast ca (L mastectomy).', 'She has left breast cancer.', ''],
    ['30M. LIF pain.', 'The pain is in the RIF.', 'contradicted: RIF'],
  ])('of %s judges %s', (text, trace, expected) => {
    expect(verdicts(trace, text).join()).toBe(expected);
  });

  it.each([
    'The right hemisphere controls the left side of the body.',
    'A left-sided lesion would cause right arm weakness.',
    'Appendicitis typically causes pain in the right lower abdomen.',
    'Right, so that fits. Her right now is what matters.',
    'If the right thigh were painful, I would think of something else.',
    'Does she have pain in the right thigh?',
    'It could help to compare it with her left leg.',
    'The weakness may spread to her right arm.',
    'If it went to her right arm, that would be new.',
    'Right heart failure leads to swelling of both legs.',
  ])('says nothing about %s', (trace) => {
    expect(verdicts(trace)).toEqual([]);
  });
});
