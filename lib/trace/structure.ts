import { type AnswerTracker, answerInSentence, createAnswerTracker } from '@/lib/trace/answer';
import type { ChannelTracker } from '@/lib/trace/channels';
import {
  createDifferentialTracker,
  type DifferentialTracker,
  readDifferentialLine,
} from '@/lib/trace/differential';
import { beginsChannel, createHeadedChannels } from '@/lib/trace/headed-channels';
import { readLabelledAnswer, statesAnswer } from '@/lib/trace/labelled-answer';
import type { LabelKind } from '@/lib/trace/labels';
import { type LineReading, readLine } from '@/lib/trace/lines';
import { createProse, SHORTEST_STEP } from '@/lib/trace/prose';
import { roleOfTitle } from '@/lib/trace/roles';
import { createStepBuilder, type StepBuilder, type StepForm } from '@/lib/trace/steps';
import type { Role } from '@/lib/trace/trace';

/** A line that is longer than this is read as running text, whatever it began as. UTF-16 code units. */
const LONGEST_HELD_LINE = 1000;
/** After a line that ended a sentence, the next line opens a step when the open one has at least this length. */
const SOFT_BOUNDARY = 120;
const TEXT: LineReading = { kind: 'text' };

/** Whether a line can be what the label before it left open. A whole line in bold is read as a heading at first. */
function isValue(reading: LineReading): boolean {
  return (
    reading.kind === 'text' ||
    reading.kind === 'item' ||
    (reading.kind === 'heading' && reading.means === 'section' && reading.bold)
  );
}

/** A heading whose text has not come yet, and what it gives to the steps below it. */
interface Section {
  readonly title: string;
  readonly start: number;
  readonly role: Role | undefined;
  used: boolean;
}

export interface Structure {
  /** Reads one code unit of content. */
  push(character: string, offset: number): void;
  /** Ends the line at `end` and closes the open step: a channel begins or ends there, or the text does. */
  boundary(end: number): void;
  readonly steps: StepBuilder;
  readonly answers: AnswerTracker;
  readonly differential: DifferentialTracker;
}

/** Reads lines, steps, differential and answer out of content, one code unit at a time. */
export function createStructure(
  channels: ChannelTracker,
  headingsSwitch: () => boolean,
): Structure {
  const steps = createStepBuilder();
  const answers = createAnswerTracker();
  const differential = createDifferentialTracker();
  const headed = createHeadedChannels(channels, answers);
  let section: Section | undefined;
  let expecting: LabelKind | undefined;

  let line = '';
  let lineStart = 0;
  let held: LineReading | undefined;
  let streaming = false;
  let blankBefore = true;
  let endedSentence = false;

  const prose = createProse(steps, {
    openStep: (start) => openStep('prose', start, undefined),
    sentence(text, start) {
      const statement = answerInSentence(text, start);
      if (statement !== undefined) {
        answers.state(statement, channels.current, channels.origin);
      }
    },
  });

  function closeStep(): void {
    prose.flush();
    steps.close();
  }

  function openStep(form: StepForm, start: number, title: string | undefined, role?: Role): void {
    const inherited = role ?? section?.role;
    steps.open({
      form,
      channel: channels.current,
      start,
      ...(title === undefined ? {} : { title }),
      ...(inherited === undefined ? {} : { inherited }),
    });
  }

  /** Gives the line so far to the open step, and what follows of it as it comes. */
  function stream(titleAt?: number): void {
    streaming = true;
    prose.beginSentence();
    for (let index = 0; index < line.length; index += 1) {
      if (index === titleAt) {
        steps.expectTitle();
      }
      prose.feed(line.charAt(index), lineStart + index);
    }
    if (titleAt === line.length) {
      steps.expectTitle();
    }
  }

  function applyHeading(reading: Extract<LineReading, { kind: 'heading' }>): void {
    closeStep();
    differential.end();
    section = undefined;
    const { means } = reading;
    if (beginsChannel(means)) {
      if (headingsSwitch()) {
        headed.meet(means, { start: lineStart, end: lineStart + line.length });
      }
    } else if (means === 'differential') {
      differential.begin(channels.current === 'answer');
    } else if (statesAnswer(means)) {
      applyAnswer(means, reading.value);
    } else {
      const role = roleOfTitle(reading.title);
      section = { title: reading.title, start: lineStart, role, used: false };
    }
  }

  function applyAnswer(kind: LabelKind, valueAt: number | undefined): void {
    const value = valueAt === undefined ? '' : line.slice(valueAt);
    if (valueAt === undefined || value.trim() === '') {
      expecting = kind;
      return;
    }
    if (!readLabelledAnswer(kind, value, lineStart + valueAt, answers, channels)) {
      openStep('labelled', lineStart, undefined);
      stream();
    }
  }

  function applyLabel(reading: Extract<LineReading, { kind: 'label' }>): void {
    closeStep();
    differential.end();
    section = undefined;
    if (statesAnswer(reading.means)) {
      applyAnswer(reading.means, reading.value);
      return;
    }
    if (reading.means === 'differential') {
      differential.begin(channels.current === 'answer');
      if (line.slice(reading.value).trim() === '') {
        return;
      }
    }
    openStep('labelled', lineStart, reading.title);
    stream();
  }

  function applyItem(reading: Extract<LineReading, { kind: 'item' }>): void {
    if (steps.form === 'numbered' || (reading.indent >= 2 && steps.form !== undefined)) {
      stream();
      return;
    }
    closeStep();
    const listed = differential.active ? readDifferentialLine(line, lineStart) : undefined;
    if (listed !== undefined) {
      differential.add(listed.item);
      if (listed.reasons) {
        openStep('item', lineStart, undefined, 'hypothesis');
        stream();
      }
      return;
    }
    openStep('item', lineStart, undefined);
    const isBold = line.startsWith('**', reading.content) || line.length === reading.content;
    stream(isBold ? reading.content : undefined);
  }

  function applyText(): void {
    if (differential.listing && blankBefore) {
      differential.end();
    }
    const { form } = steps;
    const longEnough = form === 'item' || steps.length >= SHORTEST_STEP;
    const paragraph = blankBefore && form !== 'numbered' && longEnough;
    const soft = endedSentence && form === 'prose' && steps.length >= SOFT_BOUNDARY;
    if (form === undefined || paragraph || soft) {
      closeStep();
      const heading = section?.used === false ? section : undefined;
      openStep('prose', heading?.start ?? lineStart, heading?.title);
      if (heading !== undefined) {
        heading.used = true;
      }
    }
    stream();
  }

  function applyExpected(kind: LabelKind, valueAt: number): void {
    const value = line.slice(valueAt);
    if (!readLabelledAnswer(kind, value, lineStart + valueAt, answers, channels)) {
      applyText();
    }
  }

  function apply(reading: LineReading): void {
    const expected = expecting;
    expecting = reading.kind === 'blank' ? expecting : undefined;
    if (expected !== undefined && isValue(reading)) {
      applyExpected(expected, reading.kind === 'item' ? reading.content : 0);
      return;
    }
    switch (reading.kind) {
      case 'blank':
        break;
      case 'rule':
        closeStep();
        break;
      case 'heading':
        applyHeading(reading);
        break;
      case 'step':
        closeStep();
        differential.end();
        section = undefined;
        openStep('numbered', lineStart, undefined);
        stream(reading.titleAt);
        break;
      case 'label':
        applyLabel(reading);
        break;
      case 'item':
        applyItem(reading);
        break;
      case 'text':
        applyText();
        break;
    }
  }

  /** Whether a line of this kind can be used only once it is whole. */
  function needsWholeLine(reading: LineReading): boolean {
    if (expecting !== undefined && isValue(reading)) {
      return true;
    }
    if (reading.kind === 'label') {
      return statesAnswer(reading.means) || reading.means === 'differential';
    }
    return reading.kind === 'item' && differential.active && steps.form !== 'numbered';
  }

  function decide(complete: boolean): void {
    held ??= readLine(line, complete);
    const tooLong = line.length >= LONGEST_HELD_LINE;
    if (held === undefined && !tooLong) {
      return;
    }
    const reading = held ?? TEXT;
    if (complete || tooLong || !needsWholeLine(reading)) {
      apply(reading);
      streaming ||= !complete;
    }
  }

  /** In a numbered step that lists hypotheses, a listed line is an item of the differential as well. */
  function readListedHypothesis(): void {
    if (steps.form !== 'numbered' || steps.title === undefined) {
      return;
    }
    if (roleOfTitle(steps.title) !== 'hypothesis') {
      return;
    }
    const listed = readDifferentialLine(line, lineStart);
    if (listed !== undefined) {
      if (!differential.active) {
        differential.begin(false);
      }
      differential.add(listed.item);
    }
  }

  function endLine(end: number): void {
    if (!streaming) {
      decide(true);
    }
    if (streaming) {
      prose.feed('\n', end);
      readListedHypothesis();
    }
    const text = line.trimEnd();
    blankBefore = text === '';
    endedSentence = /[.?!]["'”’)*]?$/.test(text.slice(-2));
    line = '';
    held = undefined;
    streaming = false;
  }

  return {
    push(character, offset) {
      if (character === '\n') {
        endLine(offset);
        return;
      }
      if (line === '') {
        lineStart = offset;
      }
      if (line.length < LONGEST_HELD_LINE) {
        line += character;
      }
      if (streaming) {
        prose.feed(character, offset);
      } else {
        decide(false);
      }
    },
    boundary(end) {
      endLine(end);
      closeStep();
      differential.end();
      section = undefined;
      expecting = undefined;
      blankBefore = true;
    },
    steps,
    answers,
    differential,
  };
}
