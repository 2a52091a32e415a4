import { describe, expect, it } from 'vitest';
import { createAudit } from '@/lib/audit/audit';
import { PATIENT_STATEMENTS } from '@/lib/audit/checks/patient-statements';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 61-year-old woman presents with a rash on her thigh, hoarseness and a painful sore tongue for two weeks. ' +
  'She has no fever. A laryngoscopy shows a polyp.';

function unknown(output: string): readonly string[] {
  const parsed = parseCase({ text: CASE });
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return createAudit(readCase(parsed.value), [PATIENT_STATEMENTS])
    .conclude(readTrace(output))
    .filter(({ outcome }) => outcome === 'not-in-case')
    .map(({ trace }) => sliceSpan(output, trace));
}

describe('what is claimed of the patient beside the main clause', () => {
  it.each([
    ['We could wait for our patient, whose last colonoscopy was clean.', 'colonoscopy'],
    ['She could go home, apart from the vertigo.', 'vertigo'],
    ['Nothing else in her past, just the antifungal cream she uses.', 'antifungal cream'],
    ['With a polyp like that, and on warfarin at that, bleeding would be a worry.', 'warfarin'],
    ['The woman was put on hemodialysis in the spring.', 'hemodialysis'],
    ['The hoarseness set in after a round of plasmapheresis.', 'plasmapheresis'],
    ['The throat swab came back negative, so this is something else.', 'throat swab'],
    ['From the signs here—hoarseness, ptosis, a rash—this fits a syndrome.', 'ptosis'],
    ['The blood pressure keeps falling, so time is short.', 'blood pressure'],
    ['She also has stiffness in her left elbow.', 'stiffness in her left elbow'],
    ['Except for the knee pain, all of it fits.', 'knee pain'],
  ])('finds “%s”', (text, words) => {
    expect(unknown(text)).toContain(words);
  });

  it.each([
    'A throat swab would be a good next step.',
    'If she had been on dialysis, this would be simpler.',
    'Patients whose last colonoscopy was clean can wait.',
    'We should do a colonoscopy and check the blood pressure.',
    'People with lupus often have knee pain.',
    'She has no elbow pain.',
    'Was she put on dialysis?',
    'Her pain in the tongue is the clue.',
    'Vertigo might come up later.',
  ])('says nothing of “%s”', (text) => {
    expect(unknown(text)).toEqual([]);
  });
});
