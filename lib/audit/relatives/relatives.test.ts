import { describe, expect, it } from 'vitest';
import { auditTrace } from '@/lib/audit/audit';
import { clinicalMentions } from '@/lib/audit/patient-statements/clinical-mentions';
import { isSaidOfRelative } from '@/lib/audit/relatives/kin';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 13-year-old boy has recurrent nosebleeds and asthma. His father has hypertension and diabetes. His mother found an empty bottle of cleaner in the kitchen.';

function verdicts(trace: string, text = CASE): readonly string[] {
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return auditTrace(readCase(parsed.value), readTrace(trace))
    .filter(({ check }) => check === 'relatives')
    .map(({ outcome, trace: span }) => `${outcome}: ${sliceSpan(trace, span)}`);
}

describe('whose a finding is', () => {
  it.each([
    ['Her father has diabetes.', true],
    ['There is a family history of diabetes.', true],
    ['Diabetes in his older brother is known.', true],
    ['FHx: father diabetes.', true],
    ['Family history: diabetes.', true],
    ['FHx mother - diabetes.', true],
    ['He has diabetes.', false],
    ['He was brought by his mother with diabetes.', false],
    ['His mother reports that he has diabetes.', false],
    ['Her father has asthma, but she has diabetes.', false],
  ])('%s: of a relative is %s', (text, relative) => {
    const mention = clinicalMentions(text).find(({ span }) =>
      /diabetes/iu.test(sliceSpan(text, span)),
    );
    expect(mention !== undefined && isSaidOfRelative(text, mention.span)).toBe(relative);
  });
});

describe('statements about relatives', () => {
  it.each([
    [
      'His mother has hypertension.',
      'A boy is unwell. His father has hypertension.',
      ['contradicted: mother'],
    ],
    ['His dad has hypertension.', CASE, ['supported: dad']],
    ['He has known hypertension.', CASE, ['contradicted: hypertension']],
    ['His father has asthma.', CASE, ['supported: father', 'contradicted: asthma']],
    ['His sister found an empty bottle of cleaner.', CASE, ['contradicted: sister']],
    ['He has asthma.', CASE, []],
    ['A diabetic mother has a higher risk.', CASE, []],
    ['If his sister had asthma, it would matter.', CASE, []],
  ])('judges %s', (trace, text, expected) => {
    expect(verdicts(trace, text)).toEqual(expected);
  });
});
