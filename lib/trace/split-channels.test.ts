import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrace } from './read-trace';
import { createChannelSplit } from './split-channels';

/** The text of each channel, in whatever parts the text was pushed. */
function split(parts: readonly string[], first: 'thinking' | 'answer' = 'thinking') {
  const splitter = createChannelSplit(first);
  const pieces = [...parts.flatMap((part) => splitter.push(part)), ...splitter.finish()];
  const textOf = (channel: string) =>
    pieces
      .filter((piece) => piece.channel === channel)
      .map(({ text }) => text)
      .join('');
  return { thinking: textOf('thinking'), answer: textOf('answer') };
}

const fragment = fc.constantFrom(
  '<think>',
  '</think>',
  '<answer>',
  '</thi',
  '<',
  'nk>',
  ' a < b ',
  'Fever [1].\n',
  '\n\n',
  '**Primary Diagnosis**: flu\n',
  '<|end|>',
);

describe('a split into channels', () => {
  it('gives the same text in any chunking', () => {
    fc.assert(
      fc.property(fc.array(fragment), (fragments) => {
        const text = fragments.join('');
        expect(split([...text])).toEqual(split([text]));
        expect(split(fragments)).toEqual(split([text]));
      }),
    );
  });

  it('agrees with the trace reader wherever tags alone decide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<think>', '</think>', 'One. ', 'Two.')),
        (fragments) => {
          const text = fragments.join('');
          const { channels } = readTrace(text);
          const read = (wanted: string) =>
            channels
              .filter(({ channel }) => channel === wanted)
              .map(({ start, end }) => text.slice(start, end))
              .join('');
          expect(split([text])).toEqual({ thinking: read('thinking'), answer: read('answer') });
        },
      ),
    );
  });

  it('begins where the prompt left off', () => {
    expect(split(['Flu.'], 'answer')).toEqual({ thinking: '', answer: 'Flu.' });
    expect(split(['So.</think>Flu.'])).toEqual({ thinking: 'So.', answer: 'Flu.' });
    expect(split(['<think>So.</think>\nFlu.</th'], 'answer')).toEqual({
      thinking: 'So.',
      answer: '\nFlu.</th',
    });
  });
});
