import { type LineReading, readLine } from '@/lib/trace/lines';

/** A line that is longer than this is read as running text, whatever it began as. UTF-16 code units. */
const LONGEST_HELD_LINE = 1000;
const TEXT: LineReading = { kind: 'text' };

/** The line that is being read; its text is kept up to a limit. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

export interface LineListener {
  /** Whether a line of this kind can be used only once it is whole. */
  needsWholeLine(reading: LineReading): boolean;
  /** Uses a line; what calls for its text to be read on calls `stream`. */
  apply(reading: LineReading, line: Line): void;
  /** Takes one code unit of a line that is streamed. */
  feed(character: string, offset: number): void;
  /** Says that what follows is the title of the open step. */
  title(): void;
  /** A line has ended; `streamed` says whether its text went on to `feed`. */
  ended(line: Line, streamed: boolean): void;
}

export interface LineFeed {
  /** Reads one code unit. */
  push(character: string, offset: number): void;
  /** Ends the line at `end`. */
  end(end: number): void;
  /** Passes on the line so far, and what follows of it as it comes; a title begins at `titleAt`. */
  stream(titleAt?: number): void;
}

/** Cuts content into lines, and tells of each as early as its beginning shows what it is. */
export function createLineFeed(listener: LineListener): LineFeed {
  let text = '';
  let start = 0;
  let held: LineReading | undefined;
  let decided = false;
  let streaming = false;

  function decide(complete: boolean): void {
    held ??= readLine(text, complete);
    const tooLong = text.length >= LONGEST_HELD_LINE;
    if (held === undefined && !tooLong) {
      return;
    }
    const reading = held ?? TEXT;
    if (complete || tooLong || !listener.needsWholeLine(reading)) {
      decided = true;
      listener.apply(reading, { text, start });
    }
  }

  function endLine(end: number): void {
    if (!decided) {
      decide(true);
    }
    if (streaming) {
      listener.feed('\n', end);
    }
    listener.ended({ text, start }, streaming);
    text = '';
    held = undefined;
    decided = false;
    streaming = false;
  }

  return {
    push(character, offset) {
      if (character === '\n') {
        endLine(offset);
        return;
      }
      if (text === '') {
        start = offset;
      }
      if (text.length < LONGEST_HELD_LINE) {
        text += character;
      }
      if (streaming) {
        listener.feed(character, offset);
      } else if (!decided) {
        decide(false);
      }
    },
    end: endLine,
    stream(titleAt) {
      streaming = true;
      for (let index = 0; index < text.length; index += 1) {
        if (index === titleAt) {
          listener.title();
        }
        listener.feed(text.charAt(index), start + index);
      }
      if (titleAt === text.length) {
        listener.title();
      }
    },
  };
}
