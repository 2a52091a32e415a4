import type { Channel } from '@/lib/engine/engine';
import { createChannelTracker } from '@/lib/trace/channels';
import { isSpace } from '@/lib/trace/characters';
import { ClosedStep } from '@/lib/trace/closed-steps';
import { createStructure } from '@/lib/trace/structure';
import { createTagScanner, type TagMeaning } from '@/lib/trace/tags';
import { createTextLog } from '@/lib/trace/text-log';
import type { LiveTraceReading, Step } from '@/lib/trace/trace';

export interface TraceReader {
  /**
   * Reads more text. `channel` is the engine's word for where the text belongs; once given, it holds until it changes and
   * the marks in the text no longer decide. Throws when the reader was finished.
   */
  push(text: string, channel?: Channel): void;
  /** Says that no more text comes: what was held back is read, and the open step closed. */
  finish(): void;
  /** What has been read so far. Costs the same however long the text is; lists are made when they are first looked at. */
  snapshot(): LiveTraceReading;
}

/**
 * Creates a reader of generated text. It moves forward by single code units and never looks back, so the same text gives
 * the same reading in whatever chunks it came, and one more token costs the same at any length.
 */
export function createTraceReader(): TraceReader {
  const tags = createTagScanner();
  const channels = createChannelTracker();
  let hint: Channel | undefined;
  const structure = createStructure(channels, () => hint === undefined);
  const log = createTextLog();
  let lastClosed: ClosedStep | undefined;
  let text = '';
  let length = 0;
  let finished = false;
  let closedCache: readonly Step[] = [];

  function content(character: string, offset: number): void {
    if (!isSpace(character)) {
      channels.touch(offset);
    }
    structure.push(character, offset);
  }

  function contents(characters: string, offset: number): void {
    for (let index = 0; index < characters.length; index += 1) {
      content(characters.charAt(index), offset + index);
    }
  }

  function meet(meaning: TagMeaning, start: number, end: number): void {
    structure.boundary(start);
    if (hint !== undefined) {
      return;
    }
    switch (meaning) {
      case 'thinking-opens':
        channels.switchTo('thinking', start, end);
        channels.markThinking('opened');
        break;
      case 'thinking-closes':
        structure.answers.demote();
        channels.switchTo('answer', start, end);
        channels.markThinking('closed');
        break;
      case 'answer-opens':
        channels.switchTo('answer', start, end);
        break;
      case 'answer-closes':
      case 'aside':
        channels.switchTo(channels.current, start, end);
        break;
    }
  }

  function take(channel: Channel): void {
    if (channel === hint) {
      return;
    }
    const held = tags.release();
    contents(held, length - held.length);
    structure.boundary(length);
    channels.switchTo(channel, length, length);
    channels.markThinking(channel === 'thinking' ? 'opened' : 'closed');
    hint = channel;
  }

  function advance(character: string): void {
    const scan = tags.push(character);
    length += 1;
    if (scan.kind === 'tag') {
      meet(scan.meaning, length - scan.length, length);
    } else if (scan.kind === 'released') {
      contents(scan.text, length - tags.held - scan.text.length);
    }
  }

  function stepsUpTo(count: number, open: Step | undefined): readonly Step[] {
    if (closedCache.length !== count) {
      closedCache = structure.closedSteps.slice(0, count);
    }
    return open === undefined ? closedCache : [...closedCache, open];
  }

  function noteClosedSteps(): void {
    for (const step of structure.closedSteps.slice(lastClosed?.count ?? 0)) {
      lastClosed = new ClosedStep(step, log.slice(step), lastClosed);
    }
  }

  return {
    push(more, channel) {
      if (finished) {
        throw new Error('The trace reader was finished; create another to read more.');
      }
      if (channel !== undefined && more !== '') {
        take(channel);
      }
      text += more;
      log.append(more);
      for (let index = 0; index < more.length; index += 1) {
        advance(more.charAt(index));
      }
    },
    finish() {
      if (finished) {
        return;
      }
      const held = tags.release();
      contents(held, length - held.length);
      structure.boundary(length);
      finished = true;
    },
    snapshot() {
      noteClosedSteps();
      const closedSteps = structure.closedSteps.length;
      const open = structure.openStep();
      const { answer } = structure.answers;
      let steps: readonly Step[] | undefined;
      return {
        text,
        channels: channels.spans(length - tags.held),
        thinkingClosed: channels.thinkingClosed,
        closedSteps,
        ...(lastClosed === undefined ? {} : { lastClosed }),
        get steps() {
          steps ??= stepsUpTo(closedSteps, open);
          return steps;
        },
        ...(answer === undefined ? {} : { answer }),
        differential: structure.differential.items,
        corrections: structure.corrections.found,
      };
    },
  };
}

/** Reads a whole text at once. */
export function readTrace(text: string): LiveTraceReading {
  const reader = createTraceReader();
  reader.push(text);
  reader.finish();
  return reader.snapshot();
}
