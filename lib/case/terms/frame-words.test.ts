import { describe, expect, it } from 'vitest';
import { recogniseFindings } from '@/lib/case/recognise-findings';

function read(text: string): string[] {
  return recogniseFindings(text).map(({ concept, polarity }) =>
    polarity === 'present' ? concept : `no ${concept}`,
  );
}

describe('words that share a form or a place with a wording', () => {
  it.each([
    ['He goes to the chess club.', 'finger-clubbing'],
    ['VTE form done.', 'previous-dvt'],
    ['Previous hernia repair.', 'hiatus-hernia'],
    ['She has restless legs.', 'restlessness'],
    ['They make a fuss of her.', 'fussy-infant'],
    ['COPD, on admission stable.', 'copd-exacerbation-past-year'],
    ['Past history: a wrist fracture.', 'osteoporosis'],
    ['She has pain and we are worried.', 'scary'],
    ['He points to pain in the chest.', 'pinpoint'],
    ['The pain goes through like a knife.', 'over-hours'],
    ['The pain cannot bear touch.', 'mild'],
    ['She has several bruises and pain.', 'severe'],
    ['Worsening pain in the joints.', 'very-severe'],
    ['He has pain. The pain sits in the chest.', 'chest-pain-at-rest'],
    ['The pain is located in the abdomen.', 'roughly-localised'],
    ['He speaks of severe pain.', 'dysarthria'],
    ['She speaks of difficulty breathing.', 'unable-to-complete-sentences'],
    ['The pain draws at him.', 'redcurrant-stool'],
    ['The pain can be covered with the palm.', 'pain-site/palm'],
    ['Pain about the size of a hand.', 'pain-site/back-of-hand'],
    ['The skin shows a swollen rash.', 'localised-swelling'],
    ['PMH: cigarette smoking.', 'former-smoker'],
    ['Swelling of the lower leg.', 'limb-or-face-paralysis-ever'],
    ['The pain took hours to reach full strength.', 'severe'],
    ['The pain is half way up the scale.', 'very-severe'],
    ['Pain in the shin.', 'erythema-nodosum'],
    ['Leg pain.', 'radicular-leg-pain'],
    ['There is pain in the lower leg.', 'radicular-leg-pain'],
    ['A rash behind the ears.', 'measles-rash'],
    ['A swollen arm.', 'lymphoedema-signs'],
    ['She has severe asthma, no pain.', 'severe'],
  ])('%s is not %s', (text, concept) => {
    expect(read(text)).not.toContain(concept);
  });

  it('reads no quality of pain and no disease from where the pain goes', () => {
    for (const text of [
      'The pain radiates to the knee.',
      'The pain spreads to the knee.',
      'It radiates to the knee.',
    ]) {
      expect(read(text)).toContain('radiation-site/knee');
      expect(read(text)).not.toContain('sharp');
      expect(read(text)).not.toContain('radicular-leg-pain');
    }
    for (const text of ['Chest pain radiating to the back.', 'The pain goes to the back.']) {
      expect(read(text)).not.toContain('radicular-leg-pain');
    }
    expect(read('He has pain shooting down his leg.')).toContain('radicular-leg-pain');
    expect(read('The pain spreads to the jaw.')).not.toContain('electric-shock-facial-pain');
    expect(read('It is a shooting pain.')).toContain('sharp');
  });

  it('reads an ache of a place that is written as one word', () => {
    expect(read('She has toothache.')).toEqual(['pain-site/teeth-gums', 'pain-present']);
    expect(read('She denies stomachache.')).toEqual(['no pain-site/belly', 'no pain-present']);
  });

  it('takes no place by itself for a finding that is denied of it', () => {
    expect(read('Both feet are swollen.')).not.toContain('no foot-paraesthesia');
  });

  it.each([
    ['Chest pain while she sits in the chair.', 'chest-pain-at-rest'],
    ['She speaks of difficulty breathing.', 'dyspnoea'],
    ['He has difficulty speaking.', 'dysarthria'],
    ['PMH: previous smoker.', 'former-smoker'],
    ['PMH: DVT.', 'previous-dvt'],
    ['Pain in the palm.', 'pain-site/palm'],
  ])('%s is still %s', (text, concept) => {
    expect(read(text)).toContain(concept);
  });

  it('reads a swollen knee as a knee that is swollen', () => {
    for (const text of ['Swelling of the knee.', 'She has a swollen knee.', 'Swelling: knee.']) {
      expect(read(text)).toContain('swelling-site/knee');
      expect(read(text)).not.toContain('bilateral-leg-oedema');
    }
  });

  it('reads a denied pain beside a denied weakness as both denied', () => {
    expect(read('He denies chest pain and shows no muscle weakness.')).toContain('no pain-present');
  });

  it('keeps how bad a disease or a pain is apart from how often it comes', () => {
    expect(read('Severe COPD.')).toContain('severe-copd');
    expect(read('He reports mild pain.')).toContain('mild');
    expect(read('She has severe pain.')).toContain('severe');
    expect(read('The worst pain I have ever had.')).toContain('very-severe');
    expect(read('She runs every day.')).toContain('regular-exercise');
    expect(read('He drank a full glass in bed.')).toEqual([]);
  });
});
