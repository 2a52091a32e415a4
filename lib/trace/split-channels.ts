import type { Channel } from '@/lib/engine/engine';
import { createTagScanner, type TagMeaning } from '@/lib/trace/tags';

/** A stretch of generated text that belongs to one channel. */
export interface ChannelPiece {
  readonly channel: Channel;
  readonly text: string;
}

/** Splits generated text at its tags alone, while it arrives; what was given out is never taken back. */
export interface ChannelSplit {
  /** The text that has become certain, in order. Tags belong to no channel and are left out. */
  push(text: string): readonly ChannelPiece[];
  /** What was held back because it might have become a tag. */
  finish(): readonly ChannelPiece[];
}

/**
 * Creates a split for a text that begins in the given channel. The trace reader also finds headings that begin a channel,
 * for which it has to see the whole line; a server that streams deltas cannot wait for that.
 */
export function createChannelSplit(first: Channel): ChannelSplit {
  const tags = createTagScanner();
  let current = first;
  return {
    push(text) {
      const pieces: ChannelPiece[] = [];
      let released = '';
      const flush = () => {
        if (released !== '') pieces.push({ channel: current, text: released });
        released = '';
      };
      for (let index = 0; index < text.length; index += 1) {
        const scan = tags.push(text.charAt(index));
        if (scan.kind === 'released') released += scan.text;
        if (scan.kind === 'tag') {
          flush();
          current = after(scan.meaning, current);
        }
      }
      flush();
      return pieces;
    },
    finish() {
      const text = tags.release();
      return text === '' ? [] : [{ channel: current, text }];
    },
  };
}

function after(meaning: TagMeaning, current: Channel): Channel {
  if (meaning === 'thinking-opens') return 'thinking';
  if (meaning === 'thinking-closes' || meaning === 'answer-opens') return 'answer';
  return current;
}
