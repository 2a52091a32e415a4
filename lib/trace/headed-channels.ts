import type { Span } from '@/lib/text/span';
import type { AnswerTracker } from '@/lib/trace/answer';
import type { ChannelTracker } from '@/lib/trace/channels';
import type { LabelKind } from '@/lib/trace/labels';

const MARKS: ReadonlySet<LabelKind> = new Set([
  'thinking-channel',
  'answer-channel',
  'answer-section',
]);

/** Whether a heading of this kind begins a channel. */
export function beginsChannel(kind: LabelKind): boolean {
  return MARKS.has(kind);
}

export interface HeadedChannels {
  /** Begins the channel that the heading on the given line stands for. */
  meet(kind: LabelKind, line: Span): void;
}

/** Switches channels at headings ("## Thinking", "## Final Response", "## Clinical Assessment"). */
export function createHeadedChannels(
  channels: ChannelTracker,
  answers: AnswerTracker,
): HeadedChannels {
  let thinkingHeadingOpen = false;

  function beginAnswer(end: number, start: number): void {
    if (channels.current === 'answer') {
      return;
    }
    answers.demote();
    channels.switchTo('answer', end, start);
    if (thinkingHeadingOpen) {
      channels.markThinking('closed');
      thinkingHeadingOpen = false;
    }
  }

  return {
    meet(kind, line) {
      if (kind === 'thinking-channel') {
        channels.switchTo('thinking', line.start, line.end);
        channels.markThinking('opened');
        thinkingHeadingOpen = true;
      } else {
        beginAnswer(line.start, kind === 'answer-section' ? line.start : line.end);
      }
    },
  };
}
