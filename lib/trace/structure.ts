import { type AnswerTracker, createAnswerTracker } from '@/lib/trace/answer';
import type { ChannelTracker } from '@/lib/trace/channels';
import { type CorrectionTracker, createCorrectionTracker } from '@/lib/trace/corrections';
import {
  createDifferentialTracker,
  type DifferentialTracker,
  readDifferentialLine,
} from '@/lib/trace/differential';
import { beginsChannel, createHeadedChannels } from '@/lib/trace/headed-channels';
import { readLabelledAnswer, readStatedAnswer, statesAnswer } from '@/lib/trace/labelled-answer';
import type { LabelKind } from '@/lib/trace/labels';
import { createLineFeed, type Line } from '@/lib/trace/line-feed';
import type { LineReading } from '@/lib/trace/lines';
import { createProse } from '@/lib/trace/prose';
import { introducesReasons } from '@/lib/trace/role-cues';
import { roleOfTitle } from '@/lib/trace/roles';
import { SHORTEST_STEP } from '@/lib/trace/step-runs';
import { createStepBuilder, type StepBuilder, type StepForm } from '@/lib/trace/steps';
import type { Role, Step } from '@/lib/trace/trace';

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
  readonly line: Line;
  readonly role: Role | undefined;
  used: boolean;
}

export interface Structure {
  /** Reads one code unit of content. */
  push(character: string, offset: number): void;
  /** Ends the line at `end` and closes the open step: a channel begins or ends there, or the text does. */
  boundary(end: number): void;
  /** The steps that were closed; grows only at its end. */
  readonly closedSteps: readonly Step[];
  /** The open step as far as it goes. */
  openStep(): Step | undefined;
  readonly answers: AnswerTracker;
  readonly differential: DifferentialTracker;
  readonly corrections: CorrectionTracker;
}

/** Reads lines, steps, differential and answer out of content, one code unit at a time. */
export function createStructure(
  channels: ChannelTracker,
  headingsSwitch: () => boolean,
): Structure {
  const steps: StepBuilder = createStepBuilder();
  const answers = createAnswerTracker();
  const differential = createDifferentialTracker();
  const corrections = createCorrectionTracker();
  const headed = createHeadedChannels(channels, answers);
  let section: Section | undefined;
  let expecting: LabelKind | undefined;
  let blankBefore = true;

  const prose = createProse(steps, (text, start) => {
    readStatedAnswer(text, start, answers, channels);
    return corrections.read(text, start);
  });
  const lines = createLineFeed({
    needsWholeLine,
    apply,
    feed: prose.feed,
    title: steps.expectTitle,
    ended(line, streamed) {
      if (streamed) {
        readListedHypothesis(line);
      }
      blankBefore = line.text.trim() === '';
    },
  });

  function closeStep(): void {
    prose.flush();
    steps.close();
  }

  /** Opens a step; the first below a heading begins with it. */
  function openStep(form: StepForm, start: number, ownTitle?: string, role?: Role): void {
    const heading = section?.used === false ? section : undefined;
    const title = ownTitle ?? (form === 'prose' ? heading?.title : undefined);
    const inherited = role ?? section?.role;
    if (heading !== undefined) {
      heading.used = true;
    }
    steps.open({
      form,
      channel: channels.current,
      start: heading?.line.start ?? start,
      ...(title === undefined ? {} : { title }),
      ...(inherited === undefined ? {} : { inherited }),
    });
  }

  function stream(titleAt?: number): void {
    prose.beginSentence(blankBefore);
    lines.stream(titleAt);
  }

  /** Leaves the section. A heading with nothing below it is a step of its own. */
  function leaveSection(): void {
    if (section?.used === false) {
      const { line, title } = section;
      openStep('labelled', line.start, title);
      for (let index = 0; index < line.text.length; index += 1) {
        steps.append(line.text.charAt(index), line.start + index);
      }
      steps.close();
    }
    section = undefined;
  }

  function endBlock(): void {
    closeStep();
    differential.end();
    leaveSection();
  }

  function applyHeading(reading: Extract<LineReading, { kind: 'heading' }>, line: Line): void {
    endBlock();
    const { means } = reading;
    if (beginsChannel(means)) {
      if (headingsSwitch()) {
        headed.meet(means, { start: line.start, end: line.start + line.text.length });
      }
    } else if (means === 'differential') {
      differential.begin(channels.current === 'answer');
    } else if (statesAnswer(means)) {
      applyAnswer(means, reading.value, line);
    } else {
      readStatedAnswer(line.text, line.start, answers, channels);
      section = { title: reading.title, line, role: roleOfTitle(reading.title), used: false };
    }
  }

  function applyAnswer(kind: LabelKind, valueAt: number | undefined, line: Line): void {
    const value = valueAt === undefined ? '' : line.text.slice(valueAt);
    if (valueAt === undefined || value.trim() === '') {
      expecting = kind;
      return;
    }
    if (!readLabelledAnswer(kind, value, line.start + valueAt, answers, channels)) {
      openStep('labelled', line.start);
      stream();
    }
  }

  function applyLabel(reading: Extract<LineReading, { kind: 'label' }>, line: Line): void {
    endBlock();
    if (statesAnswer(reading.means)) {
      applyAnswer(reading.means, reading.value, line);
      return;
    }
    if (reading.means === 'differential') {
      differential.begin(channels.current === 'answer');
      if (line.text.slice(reading.value).trim() === '') {
        return;
      }
    }
    const role: Role | undefined = introducesReasons(reading.title) ? 'evidence for' : undefined;
    openStep('labelled', line.start, reading.title, role);
    stream();
  }

  function applyItem(reading: Extract<LineReading, { kind: 'item' }>, line: Line): void {
    if (steps.form === 'numbered' || (reading.indent >= 2 && steps.form !== undefined)) {
      stream();
      return;
    }
    closeStep();
    const listed = differential.active ? readDifferentialLine(line.text, line.start) : undefined;
    if (listed !== undefined && differential.add(listed.item)) {
      if (listed.reasons) {
        openStep('item', line.start, undefined, 'hypothesis');
        stream();
      }
      return;
    }
    openStep('item', line.start);
    const { content } = reading;
    const isBold = line.text.startsWith('**', content) || line.text.length === content;
    stream(isBold ? content : undefined);
  }

  function applyText(line: Line): void {
    if (differential.listing && blankBefore) {
      differential.end();
    }
    const { form } = steps;
    const longEnough = form === 'item' || steps.lengthAt(steps.end) >= SHORTEST_STEP;
    const paragraph = blankBefore && form !== 'numbered' && longEnough;
    if (form === undefined || paragraph) {
      closeStep();
      openStep('prose', line.start);
    }
    stream();
  }

  function applyExpected(kind: LabelKind, valueAt: number, line: Line): void {
    const value = line.text.slice(valueAt);
    if (!readLabelledAnswer(kind, value, line.start + valueAt, answers, channels)) {
      applyText(line);
    }
  }

  function apply(reading: LineReading, line: Line): void {
    const expected = expecting;
    expecting = reading.kind === 'blank' ? expecting : undefined;
    if (expected !== undefined && isValue(reading)) {
      applyExpected(expected, reading.kind === 'item' ? reading.content : 0, line);
      return;
    }
    switch (reading.kind) {
      case 'blank':
        break;
      case 'rule':
        closeStep();
        break;
      case 'heading':
        applyHeading(reading, line);
        break;
      case 'step':
        endBlock();
        openStep('numbered', line.start);
        stream(reading.titleAt);
        break;
      case 'label':
        applyLabel(reading, line);
        break;
      case 'item':
        applyItem(reading, line);
        break;
      case 'text':
        applyText(line);
        break;
    }
  }

  function needsWholeLine(reading: LineReading): boolean {
    if (expecting !== undefined && isValue(reading)) {
      return true;
    }
    if (reading.kind === 'label') {
      return statesAnswer(reading.means) || reading.means === 'differential';
    }
    return reading.kind === 'item' && differential.active && steps.form !== 'numbered';
  }

  /** In a numbered step that lists hypotheses, a listed line is an item of the differential as well. */
  function readListedHypothesis(line: Line): void {
    const isListing =
      steps.form === 'numbered' &&
      steps.title !== undefined &&
      roleOfTitle(steps.title) === 'hypothesis';
    const listed = isListing ? readDifferentialLine(line.text, line.start) : undefined;
    if (listed !== undefined) {
      if (!differential.active) {
        differential.begin(false);
      }
      differential.add(listed.item);
    }
  }

  return {
    push: lines.push,
    boundary(end) {
      lines.end(end);
      endBlock();
      corrections.end();
      expecting = undefined;
      blankBefore = true;
    },
    get closedSteps() {
      return steps.closed;
    },
    openStep() {
      return steps.current(prose.preview);
    },
    answers,
    differential,
    corrections,
  };
}
