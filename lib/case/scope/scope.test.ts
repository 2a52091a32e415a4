import { describe, expect, it } from 'vitest';
import { recogniseFindings } from '@/lib/case/recognise-findings';

/** "+fever" for present, "-fever" for absent, in text order. */
function read(text: string): string[] {
  return recogniseFindings(text).map(
    (finding) => `${finding.polarity === 'present' ? '+' : '-'}${finding.concept}`,
  );
}

function expectReading(text: string, expected: readonly string[]): void {
  const found = read(text);
  expect(found).toEqual(expect.arrayContaining([...expected]));
  const opposite = expected.map((mark) => (mark.startsWith('+') ? '-' : '+') + mark.slice(1));
  expect(found.filter((mark) => opposite.includes(mark))).toEqual([]);
}

describe('negation scopes', () => {
  it.each([
    ['No fever, no cough, no rash.', ['-fever', '-cough', '-skin-lesions']],
    ['No rash, no drooling.', ['-skin-lesions', '-hypersalivation']],
    ['No SOB, chest clear.', ['-dyspnoea', '-crackles']],
    ['No stridor, no wheeze, apyrexial.', ['-stridor', '-expiratory-wheeze', '-fever']],
    ['No cough no fever no rash', ['-cough', '-fever', '-skin-lesions']],
    ['No fever, chills or cough, no rash.', ['-fever', '-chills', '-cough', '-skin-lesions']],
    ['The chest is not clear.', ['+crackles']],
    ['(yes sex without condom) came down with fever', ['+fever']],
    ['Went out without a coat, he has fever and chills', ['+fever', '+chills']],
    ['Wheeze none. Cough nil.', ['-expiratory-wheeze', '-cough']],
    ['Doesnt have fever.', ['-fever']],
    ['He did not really have chills.', ['-chills']],
    ['Never had chills, now has fever.', ['-chills', '+fever']],
    ['He has not stopped coughing all night.', ['+cough']],
    ['Does not stop coughing.', ['+cough']],
    ["Hasn't stopped vomiting since last night.", ['+repeated-vomiting']],
    ['Has not stopped smoking.', ['-former-smoker']],
    ['No chest pain until this morning.', ['+pain-present']],
    ['Paracetamol no help for the fever.', ['+fever']],
  ])('reads %j', (text, expected) => expectReading(text, expected));
});

describe('a comma after what is denied', () => {
  it.each([
    ['No wheeze, bibasal crackles.', ['-expiratory-wheeze', '+crackles']],
    ['CXR: no pneumothorax, left lower lobe consolidation.', ['+lung-consolidation']],
    ['No murmur, raised JVP.', ['-heart-murmur', '+raised-jugular-venous-pressure']],
    ['No rash, swollen lips.', ['-skin-lesions', '+angioedema']],
    ['No fever, cough productive of green sputum.', ['-fever', '+productive-cough']],
    ['No fever, vomiting twice today.', ['-fever', '+repeated-vomiting']],
    ['No chest pain, short of breath for two days.', ['-pain-present', '+dyspnoea']],
    [
      'ECG: no ST elevation, T wave inversion in V1-V4.',
      ['-st-elevation', '+st-depression-or-t-inversion'],
    ],
    ['No fever, wheezy throughout.', ['-fever', '+expiratory-wheeze']],
  ])('begins a statement of its own: %j', (text, expected) => expectReading(text, expected));

  it.each([
    ['No fever, chills or night sweats', ['-fever', '-chills']],
    ['No fever, chills, night sweats.', ['-fever', '-chills']],
    [
      'denies chest pain, palpitations, leg swelling',
      ['-pain-present', '-palpitations', '-localised-swelling'],
    ],
    ['Denies fever, swollen glands.', ['-fever', '-lymphadenopathy']],
    ['No fever, swollen glands or rash.', ['-fever', '-lymphadenopathy', '-skin-lesions']],
    ['No chest pain, shortness of breath, leg swelling.', ['-dyspnoea', '-localised-swelling']],
  ])('parts the items of a denied list: %j', (text, expected) => expectReading(text, expected));
});

describe('what is asked for, planned or feared', () => {
  it.each([
    '?seizure',
    'Query seizure.',
    'To exclude seizure.',
    'r/o seizure',
    'Plan: antibiotics, paracetamol for fever.',
    'Afraid it is diabetes.',
    'Could it be a seizure?',
    'HIV test sent.',
    'Malaria test awaited.',
  ])('is no finding: %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('leaves what stands beside it', () => {
    expectReading('Fever, ?seizure, cough.', ['+fever', '+cough']);
    expectReading('Blood cultures pending, fever since Monday.', ['+fever']);
    expect(read('She feels as if her seizure would never end.')).toContain('+seizure');
  });
});

describe('what is over', () => {
  it.each([
    'No longer coughing',
    'No longer has any chest pain',
    'The cough has gone',
    'The rash has now completely gone.',
    'Fever has resolved',
    'Chest pain now settled',
    'No further chest pain',
    'The vomiting has stopped.',
    'Stopped taking her warfarin.',
  ])('is neither found nor denied: %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['The cough has not gone.', ['+cough']],
    ['The pain has gone to his back.', ['+pain-present']],
    ['No longer smokes', ['+former-smoker']],
    ['Stopped smoking 5 years ago.', ['+former-smoker']],
    ['Fever has settled but the cough has not.', ['+cough']],
    ['He had a cough, and the fever has gone.', ['+cough']],
  ])('leaves the rest: %j', (text, expected) => expectReading(text, expected));
});

describe("a relative's account", () => {
  it.each([
    ['My son has been coughing since Monday. He has a fever.', ['+cough', '+fever']],
    ['My husband has a fever and he has chills.', ['+fever', '+chills']],
    ['Dad has a fever. He is coughing.', ['+fever', '+cough']],
  ])('is of the relative: %j', (text, expected) => expectReading(text, expected));

  it('does not make a mother of the patient who is one', () => {
    expect(read('My mum has asthma. She has a fever.')).not.toContain('+maternal-asthma');
  });

  it('keeps the illnesses of others apart', () => {
    expect(read('My son has a fever. He is 4. My sister has diabetes.')).not.toContain('+diabetes');
    expect(read('I have a fever and I cough. My son has diabetes.')).not.toContain('+diabetes');
    expect(read('His wife has noticed that he has a fever.')).toContain('+fever');
    expect(read('Father diabetes, cough since Monday.')).toContain('+cough');
  });
});

describe('items of a list', () => {
  it('keep their qualities to themselves', () => {
    expect(read('Troponin 1200, coronary angiogram normal.')).not.toContain('-raised-troponin');
    expect(read('Neurology normal, BP 132/84.')).not.toContain('-hypotension');
    expect(read('Trops 4 and 5.')).not.toContain('+raised-troponin');
  });

  it('does not take room air for an arthritis', () => {
    expect(read('Sats 95% RA, SpO2 94 on RA.')).not.toContain('+rheumatoid-arthritis');
    expect(read('On adalimumab for RA.')).toContain('+rheumatoid-arthritis');
  });

  it('go on after a comma where they say so', () => {
    expect(read('Sharp chest pain, worse on breathing in.')).toContain('+pleuritic-pain');
    expect(read('He is tall, slim.')).toContain('+tall-thin-build');
  });
});
