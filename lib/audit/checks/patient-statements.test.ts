import { describe, expect, it } from 'vitest';
import { createAudit } from '@/lib/audit/audit';
import { PATIENT_STATEMENTS } from '@/lib/audit/checks/patient-statements';
import type { VerdictOutcome } from '@/lib/audit/verdict';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { sliceSpan } from '@/lib/text/span';
import { readTrace } from '@/lib/trace/read-trace';

const CASE =
  'A 58-year-old man with HTN and type 2 diabetes presents with SOB and a dry cough for 3 days. He takes an ACE inhibitor. ' +
  'His pupils are dilated. He denies chest pain and shows no muscle weakness. Examination reveals crackles at both lung bases. ' +
  'He was given an intramuscular injection yesterday. Haemoglobin is 7 g/dL.';

function verdicts(output: string, text = CASE): readonly (readonly [VerdictOutcome, string])[] {
  const parsed = parseCase({ text });
  if (!parsed.ok) {
    throw new Error(parsed.fault.message);
  }
  return createAudit(readCase(parsed.value), [PATIENT_STATEMENTS])
    .conclude(readTrace(output))
    .map(({ outcome, trace }) => [outcome, sliceSpan(output, trace)]);
}

function alarms(output: string, text?: string): readonly (readonly [VerdictOutcome, string])[] {
  return verdicts(output, text).filter(
    ([outcome]) => outcome === 'contradicted' || outcome === 'not-in-case',
  );
}

describe('a faithful account of a case in shorthand', () => {
  it.each([
    ['76F. Known HTN. BP dropped to 78/50 after GTN.', 'She has hypertension.'],
    ['76F. Known hypertension. BP 78/50.', 'She is a known hypertensive and now hypotensive.'],
    ['49M. Takes propranolol 40 BD, stopped 1 month ago.', 'He stopped his propranolol.'],
    ['49M. Takes propranolol 40 BD.', "Don't restart propranolol until he's stable."],
    ['76F, AF (on apixaban 5 mg BD, missed last 2 days).', 'So there is no anticoagulation.'],
    ['76F. Alert and oriented x3.', 'She is alert and oriented, so encephalopathy is unlikely.'],
    ['27F. Oriented TPP. T 36.7.', 'She is oriented and afebrile, so delirium is unlikely.'],
    ['63F. T 36.6. MRI: epidural tissue.', 'An epidural abscess is unlikely: she is afebrile.'],
    ['9F with abdo pain + vomiting.', 'She has vomiting and abdominal pain.'],
    ['63F with N&V x2.', 'She vomited twice.'],
    ['67M, RA on MTX 20 mg weekly + pred 7.5 mg.', 'He takes methotrexate and prednisolone.'],
    ['49M, ETOH 80 g/d.', 'He drinks 80 g a day.'],
    ['81F. L hip pain. Cr 138.', 'She denies chest pain. It is not an acute kidney injury.'],
    ['60M. Tender lump in the groin.', 'There is no redness over the lump.'],
    ['25F. Dip negative. Alcohol: wine at weekends.', 'The dip is negative and she drinks wine.'],
    ['30F. Oriented.', 'Delirium from sepsis must be excluded.'],
    ['30F. For three nights no more than two hours of sleep.', 'She has had two hours of sleep.'],
  ])('raises no alarm: %s', (given, said) => {
    expect(alarms(said, given)).toEqual([]);
  });
});

describe('what a wide finding of the case does not bear out', () => {
  it.each([
    ['63F with breast cancer, on letrozole.', 'She has lung cancer.', 'cannot-tell'],
    [
      'A woman with breast cancer takes letrozole.',
      'She has been taking tamoxifen.',
      'not-in-case',
    ],
    [
      '27F, two depressive episodes. No suicidal ideation.',
      'She has suicidal thoughts.',
      'contradicted',
    ],
    ['49M with jaundice, spider naevi, no asterixis.', 'He has asterixis.', 'contradicted'],
    ['63F. Reflexes brisk at knees.', 'She has clonus.', 'cannot-tell'],
    ['49M with cirrhosis.', 'He has portal hypertension.', 'cannot-tell'],
  ] as const)('%s %s', (given, said, outcome) => {
    expect(verdicts(said, given).map(([one]) => one)).toEqual([outcome]);
  });

  it('takes what is queried for open', () => {
    expect(verdicts('She has a PE.', '41F with sudden dyspnoea. ?PE.')).toEqual([]);
  });
});

describe('allergies', () => {
  it.each([
    ['A woman with a rash, allergic to penicillin.', 'She is allergic to penicillin.', 'supported'],
    ['A woman with a rash, allergic to penicillin.', 'She is allergic to latex.', 'not-in-case'],
    ['A woman with a rash. NKDA.', 'She is allergic to penicillin.', 'contradicted'],
    [
      'A woman with a rash. Allergies: none.',
      'Given her latex allergy, no gloves.',
      'contradicted',
    ],
  ] as const)('%s %s', (given, said, outcome) => {
    expect(verdicts(said, given).map(([one]) => one)).toEqual([outcome]);
  });

  it.each(['She is not allergic to latex.', 'If she were allergic to latex, we would use vinyl.'])(
    'raises no alarm in “%s”',
    (said) => {
      expect(alarms(said, 'A woman with a rash. NKDA.')).toEqual([]);
    },
  );
});

describe('findings that are not in the case', () => {
  it.each([
    ['He also has neck stiffness.', 'neck stiffness'],
    ['So his metoprolol could be part of it.', 'metoprolol'],
    ['The patient has known sickle cell disease.', 'sickle cell disease'],
    ['With that corneal ulcer, I would think of herpes.', 'corneal ulcer'],
    ['He is on a beta-blocker for his blood pressure.', 'beta-blocker'],
    ['Given the hydronephrosis on his ultrasound, this is obstructive.', 'hydronephrosis'],
    ['The patient has been taking warfarin.', 'warfarin'],
    ['There is also a rash on his legs, plus gooseflesh on the arms.', 'gooseflesh'],
    ['His blood cultures grew Pseudomonas.', 'Pseudomonas'],
    ['He has a dry cough, shortness of breath, neck stiffness.', 'neck stiffness'],
    ['Anaphylaxis would explain the hives here.', 'hives'],
    ['It would be wise to keep an eye on his nosebleeds.', 'nosebleeds'],
    ['With the big spleen felt on exam, lymphoma is possible.', 'big spleen'],
    ['The foot deformity and the ulcer under it point to a neuropathy in this patient.', 'ulcer'],
    ['He has been taking zanubrutinib for months.', 'zanubrutinib'],
    ['Given his lymphangiectasia, protein is lost.', 'lymphangiectasia'],
    ['He started therapy with methotrexate last week.', 'methotrexate'],
    ['Considering that goiter, his thyroid might be the cause.', 'goiter'],
  ])('finds “%s”', (text, words) => {
    expect(alarms(text).map(([, said]) => said)).toContain(words);
    expect(alarms(text).map(([outcome]) => outcome)).toContain('not-in-case');
  });

  it.each([
    'He has hypertension and shortness of breath.',
    'Step 4: Evidence against Acute pulmonary oedema. His dilated pupils [3].',
    'If there were pulmonary oedema on imaging, heart failure would gain on pneumonia.',
    'If he had an effusion on his film, tuberculosis would be likelier.',
    'Were there any hydronephrosis on imaging, this would be obstructive.',
    'He takes an ACE inhibitor, and drugs such as lisinopril cause cough.',
    'He is anemic.',
    'The patient most likely has sickle cell disease.',
    'This could be meningitis with neck stiffness.',
    'If he had neck stiffness, I would think of meningitis.',
    'If there were pulmonary oedema, that would change the order.',
    'Had there been jaundice, I would rank hepatitis first.',
    'Were he to have jaundice, hepatitis would move up.',
    'In the presence of jaundice, hepatitis moves up.',
    'What would change the order: neck stiffness; a rash; jaundice.',
    'Does he have neck stiffness?',
    'Patients with meningitis have neck stiffness.',
    'We should check his troponin and start a beta-blocker.',
    'He has no neck stiffness.',
    'There is a risk of seizures in him.',
    'He has crackles in the lungs, which suggests pulmonary edema.',
    'In pneumonia the fever, the cough and the hemoptysis come together.',
    'This could be leading to the hives.',
    'His risk of seizures is low.',
    'This looks like pneumonia to me, given his cough.',
    'This fits the man’s picture.',
  ])('raises no alarm over “%s”', (text) => {
    expect(alarms(text)).toEqual([]);
  });

  it('lacks nothing in a question that describes nobody', () => {
    const question = 'Which organisms grow as yeast in tissue?';
    expect(alarms('There is also hypoglycemia here, and she has a rash.', question)).toEqual([]);
  });

  it('tells a finding that comes near from one that is not there', () => {
    expect(
      verdicts('The patient takes his iron tablets, and his jaundice is deep.'),
    ).toContainEqual(['not-in-case', 'jaundice']);
    expect(verdicts('He has rhonchi over the chest.')).toContainEqual(['cannot-tell', 'rhonchi']);
  });
});

describe('findings that are turned round', () => {
  it.each([
    ['And do not forget the pinpoint pupils!', 'pinpoint pupils'],
    ['He has a productive cough.', 'productive cough'],
    ['He has the muscle weakness to match.', 'muscle weakness'],
    ['He complains of chest pain.', 'chest pain'],
    ['He got an IV injection yesterday.', 'IV injection'],
    ['On auscultation his lungs are clear.', 'lungs are clear'],
    ['He has no shortness of breath.', 'no shortness of breath'],
    ['He has come off the ACE inhibitor.', 'come off the ACE inhibitor'],
    ['This fits with someone without hypertension.', 'without hypertension'],
  ])('finds “%s”', (text, words) => {
    expect(alarms(text)).toEqual([['contradicted', words]]);
  });

  it.each([
    'He has dilated pupils and a dry cough.',
    'He has no chest pain.',
    'Opioids would give him pinpoint pupils.',
    'A productive cough would be expected in him.',
    'He did not have a productive cough.',
  ])('raises no alarm over “%s”', (text) => {
    expect(alarms(text)).toEqual([]);
  });
});
