import type { Channel } from '@/lib/engine/engine';
import type { ChannelSpan } from '@/lib/trace/trace';

/** How the current channel came to be: by a mark in the text or the engine's hint, or because nothing said otherwise. */
export type ChannelOrigin = 'marked' | 'assumed';

export interface ChannelTracker {
  readonly current: Channel;
  readonly origin: ChannelOrigin;
  /** Whether every thinking section that was opened by a mark has been closed. */
  readonly thinkingClosed: boolean;
  /** Ends the section at `end` and begins one of the given channel at `start`; what lies between belongs to none. */
  switchTo(channel: Channel, end: number, start: number): void;
  /** Says that a mark opened or closed a thinking section. */
  markThinking(state: 'opened' | 'closed'): void;
  /** Says that there is something other than white space at `offset`. */
  touch(offset: number): void;
  /** The sections, with the open one ending at `end`; sections of nothing but white space are left out. */
  spans(end: number): readonly ChannelSpan[];
}

/**
 * Keeps the sections of a trace. A text without any mark is thinking from its first character, so a closing tag whose
 * opening tag was part of the prompt changes nothing that was read before it.
 */
export function createChannelTracker(): ChannelTracker {
  const closed: ChannelSpan[] = [];
  let current: Channel = 'thinking';
  let origin: ChannelOrigin = 'assumed';
  let start = 0;
  let firstContent: number | undefined;
  let thinkingOpen = false;

  return {
    get current() {
      return current;
    },
    get origin() {
      return origin;
    },
    get thinkingClosed() {
      return !thinkingOpen;
    },
    switchTo(channel, end, nextStart) {
      if (firstContent !== undefined && firstContent < end) {
        closed.push({ channel: current, start, end });
      }
      firstContent = undefined;
      current = channel;
      origin = 'marked';
      start = nextStart;
    },
    markThinking(state) {
      thinkingOpen = state === 'opened';
    },
    touch(offset) {
      firstContent ??= offset;
    },
    spans(end) {
      return firstContent !== undefined && firstContent < end
        ? [...closed, { channel: current, start, end }]
        : [...closed];
    },
  };
}
