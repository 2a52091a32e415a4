import { describe, expect, it } from 'vitest';
import { recogniseFindings } from '@/lib/case/recognise-findings';

function sites(text: string): string[] {
  const found = recogniseFindings(text)
    .filter(({ polarity }) => polarity === 'present')
    .map(({ concept }) => concept)
    .filter((concept) => concept.includes('-site/'));
  return [...new Set(found)].sort();
}

describe('what a place of the body is said of', () => {
  it.each([
    [
      'The shins, the calves and the ankles are all swollen.',
      ['swelling-site/ankle', 'swelling-site/calf', 'swelling-site/shin'],
    ],
    [
      'Chest pain spreading to the jaw, the ear and the left shoulder.',
      ['radiation-site/ear', 'radiation-site/jaw', 'radiation-site/shoulder'],
    ],
    [
      'Pain in the hip. It moves from there into the knee.',
      ['pain-site/hip', 'radiation-site/knee'],
    ],
    ['Pain from loin to groin.', ['pain-site/renal-fossa', 'radiation-site/groin']],
    ['Pain L flank -> L groin.', ['pain-site/flank', 'radiation-site/groin']],
    ['The same pain is felt in the elbow.', ['radiation-site/elbow']],
    [
      'Pain in the knee; the ankle and the calf are swollen.',
      ['pain-site/knee', 'swelling-site/ankle', 'swelling-site/calf'],
    ],
    ['The skin is affected at the wrists.', ['rash-site/wrist']],
    ['Hives over the thighs.', ['rash-site/thigh']],
    ['The rash spread to the thigh.', ['rash-site/thigh']],
    ['Effusion of the left knee joint and a swollen knee.', ['swelling-site/knee']],
    ['His ankle aches.', ['pain-site/ankle']],
  ])('is what leads to it: %s', (text, expected) => {
    expect(sites(text)).toEqual(expected);
  });

  it.each([
    'Spots before the eyes.',
    'The skin of the foot.',
    'He moved from the elbow chair to the knee-hole desk.',
    'No swelling of the shin, the calf or the ankle.',
    'Pleural effusion; the shoulder moves freely.',
  ])('is nothing where nothing does: %s', (text) => {
    expect(sites(text)).toEqual([]);
  });
});

describe('places with an end or a side', () => {
  it.each([
    ['Pain in the back of the left hand.', ['pain-site/back-of-hand']],
    ['Pain in the hand.', []],
    ['Pain in the neck at its left side: the side of the neck.', ['pain-site/side-of-neck']],
    ['Pain under the left ribs.', ['pain-site/hypochondrium']],
    ['Pain in the small of the back.', ['pain-site/lumbar-spine']],
    ['Pain inside the knee.', ['pain-site/knee']],
  ])('are told apart by it: %s', (text, expected) => {
    expect(sites(text)).toEqual(expected);
  });

  it('have a side that begins no gradual onset', () => {
    expect(recogniseFindings('Pain inside the knee.').map(({ concept }) => concept)).not.toContain(
      'gradual',
    );
  });
});
