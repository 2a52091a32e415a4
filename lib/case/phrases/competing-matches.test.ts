import { describe, expect, it } from 'vitest';
import { recogniseFindings } from '@/lib/case/recognise-findings';

function read(text: string): string[] {
  return recogniseFindings(text).map(({ concept, polarity }) =>
    polarity === 'present' ? concept : `no ${concept}`,
  );
}

describe('words that several concepts could rest on', () => {
  it.each([
    ['The pain is in the inside of the mouth.', 'painful-mouth-ulcers'],
    ['The pain is felt in the trachea.', 'retrosternal-soreness-with-cough'],
    ['The pain spreads to the jaw.', 'jaw-pain-or-weakness'],
    ['There is a rash on the cheeks.', 'malar-rash'],
    ['There is a rash on the oral cavity.', 'upper-lobe-cavitation'],
    ['The pain is widespread.', 'diffuse-myalgia'],
    ['The pain is generalised.', 'malaise'],
    ['The pain is of gradual onset.', 'sudden'],
    ['The pain can be located exactly.', 'roughly-localised'],
    ['She has a persistent cough.', 'lingering-cough'],
    ['It hurts when pressed.', 'heavy'],
    ['The blood has much protein.', 'abnormal-blood-film'],
    ['He stuck out the tongue.', 'tongue-biting'],
  ])('%s is not %s', (text, concept) => {
    expect(read(text)).not.toContain(concept);
  });

  it.each([
    ['She has jaw pain.', 'jaw-pain-or-weakness'],
    ['Pain in the throat.', 'sore-throat'],
    ['He is aching all over.', 'diffuse-myalgia'],
    ['She has generalized discomfort.', 'malaise'],
    ['The cough is chronic.', 'lingering-cough'],
    ['It is a pressing pain.', 'heavy'],
    ['Severe pain.', 'severe'],
    ['Severe pain.', 'pain-present'],
    ['He bit the tongue.', 'tongue-biting'],
  ])('%s is %s', (text, concept) => {
    expect(read(text)).toContain(concept);
  });
});
