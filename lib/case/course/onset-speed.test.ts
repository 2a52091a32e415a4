import { describe, expect, it } from 'vitest';
import { readCase } from '@/lib/case/read-case';
import { onsetSpeeds } from './onset-speed';

function presentIn(text: string): string[] {
  return readCase({ text, options: [] })
    .findings.filter(({ polarity }) => polarity === 'present')
    .map(({ concept }) => concept);
}

const VERBS = ['came on', 'developed', 'built up slowly', 'set in', 'grew', 'reached its peak'];
const HOURS = ['over a few hours', 'over several hours', 'within 3 hours', 'in a matter of hours'];

describe('how fast a pain came on', () => {
  it.each(VERBS.flatMap((verb) => HOURS.map((hours) => `The pain ${verb} ${hours}.`)))(
    'reads hours, no gradual onset and no course: %s',
    (text) => {
      const read = presentIn(text);
      expect(read).toContain('over-hours');
      expect(read).not.toContain('gradual');
      expect(read).not.toContain('course-hours');
    },
  );

  it.each([
    ['The pain was at its worst within seconds.', 'sudden'],
    ['Pain starting over minutes.', 'sudden'],
    ['Chest pain. It came on all of a sudden.', 'sudden'],
    ['The pain built up over weeks.', 'gradual'],
    ['Onset of the pain: within a couple of hours.', 'over-hours'],
    ['The pain took the whole afternoon to build.', 'over-hours'],
    ['Pain building overnight.', 'over-hours'],
  ])('%s', (text, concept) => {
    expect(presentIn(text)).toContain(concept);
  });

  it.each([
    'Pain came on over the last few hours.',
    'The pain began three hours ago.',
    'The pain starts within an hour of eating.',
    'The pain did not come on over hours.',
    'The pain starts in the morning.',
    'Pain for a few hours.',
  ])('tells no speed: %s', (text) => {
    expect(onsetSpeeds(text, { start: 0, end: text.length })).toEqual([]);
    expect(presentIn(text)).not.toContain('over-hours');
  });

  it('reads the course of a pain beside its onset, and no onset of what is no pain', () => {
    const read = presentIn('Chest pain for 3 days, came on over minutes.');
    expect(read).toContain('course-days');
    expect(read).toContain('sudden');
    expect(presentIn('A fever developed over several hours.')).not.toContain('over-hours');
  });
});
