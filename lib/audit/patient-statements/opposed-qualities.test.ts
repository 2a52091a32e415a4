import { describe, expect, it } from 'vitest';
import { createAudit } from '@/lib/audit/audit';
import { PATIENT_STATEMENTS } from '@/lib/audit/checks/patient-statements';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 61-year-old man presents with a palpable liver, sparse body hair, tall stature and halting gait. He has decreased vibration ' +
  'sense in the left foot and increased muscle bulk. His thyroid is enlarged and the kidneys are of normal size. The joint ' +
  'fluid is cloudy. X-ray shows a sclerotic area in the pelvis. His bladder is not palpable. He is drowsy and afebrile. Serum calcium is elevated. The ' +
  'pulse in the right arm is weak. There is a swollen optic disc and cervical lymphadenopathy. He has bibasal crackles. The ' +
  'tumor is hormone-dependent. The sputum is yellow. His pain began suddenly.';

function contradicted(output: string): readonly string[] {
  const parsed = parseCase({ text: CASE });
  if (!parsed.ok) {
    throw new Error(parsed.fault.message);
  }
  return createAudit(readCase(parsed.value), [PATIENT_STATEMENTS])
    .conclude(readTrace(output))
    .filter(({ outcome }) => outcome === 'contradicted')
    .map(({ trace }) => sliceSpan(output, trace));
}

describe('qualities that the case gives otherwise', () => {
  it.each([
    'The patient has abundant body hair on his chest.',
    'His vibration sense is intact in the left foot.',
    'He has a normal vibration sense.',
    'His thyroid is small, and he is 61.',
    'The kidneys are enlarged here in this patient.',
    'His joint fluid is really clear.',
    'The x-ray shows a lytic area in his pelvis.',
    'He is alert and sitting up.',
    'The patient was febrile on arrival.',
    'His serum calcium is low.',
    'His liver is impalpable.',
    'His bladder is palpable.',
    "He's really short and he is drowsy.",
    'The optic disk was normal when they looked.',
    'He has no enlarged lymph nodes in the neck.',
    'The lungs are clear when we listen.',
    'That hormone-independent tumor might spread.',
    'The green sputum could mean an infection.',
    'His neck shows no adenopathy on examination.',
    'An embolism would explain why the pain began gradually.',
  ])('finds “%s”', (text) => {
    expect(contradicted(text)).toHaveLength(1);
  });

  it.each([
    'The patient has sparse body hair.',
    'His vibration sense in the right foot is normal.',
    'His thyroid is enlarged.',
    'His blood pressure is low.',
    'The pulse in his left arm is normal.',
    'His arm is normal.',
    'In this disease the thyroid would be small.',
    'If his joint fluid was clear, it would be something else.',
    'Typically the kidneys are enlarged.',
    'His calcium returned to normal after treatment? We do not know.',
    'He is short of breath.',
    'The lungs would be clear in that disease.',
    'Lymph nodes that are not enlarged are the rule.',
    'The yellow sputum fits.',
    'If the sputum were green, I would think of Pseudomonas.',
  ])('leaves “%s” alone', (text) => {
    expect(contradicted(text)).toEqual([]);
  });
});
