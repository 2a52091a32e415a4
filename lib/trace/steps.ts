import type { Channel } from '@/lib/engine/engine';
import { isHighSurrogate, isSpace } from '@/lib/trace/characters';
import { createCitationScanner } from '@/lib/trace/citations';
import { createRoleCollector, type RoleCollector, roleOfTitle } from '@/lib/trace/roles';
import { type ClassProbabilities, likeliestRole } from '@/lib/trace/sentence-roles';
import type { Citation, Role, Step } from '@/lib/trace/trace';

/**
 * What opened a step. `numbered` (Step n:) holds everything up to the next mark; a `prose` step is a run of sentences of one
 * role; `item` is one item of a list; `labelled` follows a heading or `**Label**:`.
 */
export type StepForm = 'numbered' | 'prose' | 'item' | 'labelled';

/** What a step is taken for while it has no sentence: a bare heading, a title. */
const ROLE_WITHOUT_SENTENCE: Role = 'knowledge';
/** More citations than this in one step are no citations. */
const MOST_CITATIONS = 200;
/** A title longer than this is the step's first sentence and no title. */
const LONGEST_TITLE = 80;

export interface StepOpening {
  readonly form: StepForm;
  readonly channel: Channel;
  readonly start: number;
  readonly title?: string;
  /** Role that the section gives to a step that names none itself. */
  readonly inherited?: Role;
}

interface OpenStep {
  readonly opening: StepOpening;
  readonly start: number;
  /** Begun with the first sentence, since many a step has none. */
  roles: RoleCollector | undefined;
  /** Of the sentences that do nothing but hold the talk together. */
  connectives: RoleCollector | undefined;
  /** After the last code unit that is not white space. */
  end: number;
  ownTitle: string | undefined;
  /** The title as collected so far; undefined when the step has none or it is complete. */
  titleSoFar: string | undefined;
  readonly citations: Citation[];
}

export interface StepBuilder {
  readonly form: StepForm | undefined;
  /** How many steps have been opened. */
  readonly opened: number;
  /** After the last code unit of the open step that is not white space; its start while it has none. */
  readonly end: number;
  /** Code units from the start of the open step to the given end; 0 when none is open. */
  lengthAt(end: number): number;
  /** Whether a title or the section gives the open step its role. */
  readonly roleIsGiven: boolean;
  /** Closes the open step and opens another. */
  open(opening: StepOpening): void;
  /**
   * Closes the open step where its text ended at `end`, and opens another, running text, with what was appended from `start`
   * on. Nothing happens where the open step has no text before `end`.
   */
  split(start: number, end: number): void;
  /** Says that what is appended next is the open step's title. */
  expectTitle(): void;
  /** Adds the code unit at `offset` to the open step. */
  append(character: string, offset: number): void;
  /** Gives what a complete sentence of the open step does, for its roles. */
  addSentence(sentence: ClassProbabilities): void;
  /** The same for a sentence that only holds the talk together: it counts where the step has no other. */
  addConnective(sentence: ClassProbabilities): void;
  /** Closes the open step; one without text is dropped. */
  close(): void;
  /** Title of the open step, once complete. */
  readonly title: string | undefined;
  /** The closed steps; grows only at its end. */
  readonly closed: readonly Step[];
  /** The open step as far as it goes; `unfinished` is what its last sentence would do if it ended here. */
  current(unfinished: () => ClassProbabilities | undefined): Step | undefined;
}

/** Whether what was collected ends the title: `Title. `, `Title: `, `Title - ` or the end of the line. */
function titleEnd(text: string): number | undefined {
  const last = text.charAt(text.length - 1);
  if (last === '\n') {
    return text.length - 1;
  }
  if (!isSpace(last)) {
    return undefined;
  }
  const before = text.trimEnd().replace(/\*+$/, '');
  const mark = before.charAt(before.length - 1);
  return mark !== '' && '.:-–—'.includes(mark) ? before.length - 1 : undefined;
}

/** The role that title or section give a step; a title of its own comes first. */
function givenRole(open: OpenStep): Role | undefined {
  const titled = open.ownTitle === undefined ? undefined : roleOfTitle(open.ownTitle);
  return titled ?? open.opening.inherited;
}

/** Builds steps out of single code units. */
export function createStepBuilder(): StepBuilder {
  const closed: Step[] = [];
  const scanner = createCitationScanner();
  let opened = 0;
  let step: OpenStep | undefined;

  function collectTitle(open: OpenStep, character: string): void {
    if (open.titleSoFar === undefined) {
      return;
    }
    const text = open.titleSoFar + character;
    const end = titleEnd(text);
    if (end !== undefined) {
      const title = text.slice(0, end).replace(/\*/g, '').trim().replace(/[.:]$/, '');
      if (title !== '') {
        open.ownTitle = title;
      }
      open.titleSoFar = undefined;
    } else {
      open.titleSoFar = text.length > LONGEST_TITLE ? undefined : text;
    }
  }

  function rolesOf(
    open: OpenStep,
    unfinished?: () => ClassProbabilities | undefined,
  ): readonly Role[] {
    const given = givenRole(open);
    if (given !== undefined) {
      return [given];
    }
    const collected = open.roles ?? open.connectives;
    if (collected !== undefined) {
      return collected.roles();
    }
    const begun = unfinished?.();
    return [begun === undefined ? ROLE_WITHOUT_SENTENCE : likeliestRole(begun)];
  }

  function view(
    open: OpenStep,
    isClosed: boolean,
    unfinished?: () => ClassProbabilities | undefined,
  ): Step | undefined {
    if (open.end <= open.start) {
      return undefined;
    }
    return {
      start: open.start,
      end: open.end,
      roles: rolesOf(open, unfinished),
      channel: open.opening.channel,
      ...(open.ownTitle === undefined ? {} : { title: open.ownTitle }),
      citations: isClosed ? open.citations : [...open.citations],
      closed: isClosed,
    };
  }

  function close(): void {
    if (step === undefined) {
      return;
    }
    collectTitle(step, '\n');
    const built = view(step, true);
    if (built !== undefined) {
      closed.push(built);
    }
    step = undefined;
  }

  function begin(opening: StepOpening, end: number, citations: Citation[]): void {
    opened += 1;
    step = {
      opening,
      start: opening.start,
      roles: undefined,
      connectives: undefined,
      end,
      ownTitle: opening.title,
      titleSoFar: undefined,
      citations,
    };
  }

  return {
    get form() {
      return step?.opening.form;
    },
    get opened() {
      return opened;
    },
    get end() {
      return step?.end ?? 0;
    },
    lengthAt(end) {
      return step === undefined ? 0 : Math.max(0, end - step.start);
    },
    get roleIsGiven() {
      return step !== undefined && givenRole(step) !== undefined;
    },
    open(opening) {
      close();
      scanner.reset();
      begin(opening, opening.start, []);
    },
    split(start, end) {
      if (step === undefined || end <= step.start) {
        return;
      }
      const { citations, end: whole } = step;
      const { channel, inherited } = step.opening;
      const kept = citations.findIndex((citation) => citation.start >= start);
      const moved = kept === -1 ? [] : citations.splice(kept);
      step.end = end;
      close();
      if (citations.length + moved.length >= MOST_CITATIONS) {
        scanner.reset();
      }
      const opening: StepOpening = { form: 'prose', channel, start };
      begin(inherited === undefined ? opening : { ...opening, inherited }, whole, moved);
    },
    expectTitle() {
      if (step !== undefined) {
        step.titleSoFar = '';
      }
    },
    append(character, offset) {
      if (step === undefined) {
        return;
      }
      if (!isSpace(character) && !isHighSurrogate(character)) {
        step.end = offset + 1;
      }
      collectTitle(step, character);
      if (step.citations.length < MOST_CITATIONS) {
        step.citations.push(...scanner.push(character, offset));
      }
    },
    addSentence(sentence) {
      if (step === undefined) return;
      step.roles ??= createRoleCollector();
      step.roles.add(sentence);
    },
    addConnective(sentence) {
      if (step === undefined) return;
      step.connectives ??= createRoleCollector();
      step.connectives.add(sentence);
    },
    close,
    get title() {
      return step?.ownTitle;
    },
    closed,
    current(unfinished) {
      return step === undefined ? undefined : view(step, false, unfinished);
    },
  };
}
