import { describe, expect, it } from 'vitest';
import { createAudit } from '@/lib/audit/audit';
import { PATIENT_STATEMENTS } from '@/lib/audit/checks/patient-statements';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 44-year-old man presents with a burning pain that is relieved by antacids and worsened by lying down. Walking does not ' +
  'help. He has a loud click and a painless ulcer on his heel.';

function contradicted(output: string): readonly string[] {
  const parsed = parseCase({ text: CASE });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return createAudit(readCase(parsed.value), [PATIENT_STATEMENTS])
    .conclude(readTrace(output))
    .filter(({ outcome }) => outcome === 'contradicted')
    .map(({ trace }) => sliceSpan(output, trace));
}

describe('what eases or worsens the complaints of the case', () => {
  it.each([
    ['His antacids do nothing to help the pain.', 'antacids do nothing to help'],
    ['The pain gets worse with antacids, he says.', 'worse with antacids'],
    ['His pain improves when lying down.', 'improves when lying'],
    ['He says that walking helps the pain.', 'walking helps'],
    ['On exam there is that missing loud click.', 'that missing loud click'],
    [
      'Despite the common causes of it, this painful ulcer probably comes from pressure.',
      'painful ulcer',
    ],
  ])('finds “%s”', (text, words) => {
    expect(contradicted(text)).toContain(words);
  });

  it.each([
    'Antacids help the pain, he says.',
    'The pain is worse when he is lying down, and better with antacids.',
    'Antacids would not help an infarct.',
    'Walking often helps people with stiff joints.',
    'If this painful ulcer were infected, he would have a fever.',
    'Does walking help him?',
  ])('says nothing of “%s”', (text) => {
    expect(contradicted(text)).toEqual([]);
  });
});
