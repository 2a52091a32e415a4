import type { Channel } from '@/lib/engine/engine';
import { isHighSurrogate, isSpace } from '@/lib/trace/characters';
import { createCitationScanner } from '@/lib/trace/citations';
import { createRoleCollector, type RoleCollector } from '@/lib/trace/roles';
import type { Citation, Role, Step } from '@/lib/trace/trace';

/**
 * What opened a step. `numbered` (Step n:) holds everything up to the next mark; a `prose` step ends at a paragraph or a
 * discourse boundary; `item` is one item of a list; `labelled` follows a heading or `**Label**:`.
 */
export type StepForm = 'numbered' | 'prose' | 'item' | 'labelled';

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

interface OpenStep extends StepOpening {
  readonly roles: RoleCollector;
  /** After the last code unit that is not white space. */
  end: number;
  ownTitle: string | undefined;
  /** The title as collected so far; undefined when the step has none or it is complete. */
  titleSoFar: string | undefined;
  citations: readonly Citation[];
}

export interface StepBuilder {
  readonly form: StepForm | undefined;
  /** Code units from the start of the open step to the end of its text; 0 when none is open. */
  readonly length: number;
  /** Closes the open step and opens another. */
  open(opening: StepOpening): void;
  /** Says that what is appended next is the open step's title. */
  expectTitle(): void;
  /** Adds the code unit at `offset` to the open step. */
  append(character: string, offset: number): void;
  /** Gives a complete sentence of the open step, for its roles. */
  sentence(text: string): void;
  /** Closes the open step; one without text is dropped. */
  close(): void;
  /** Title of the open step, once complete. */
  readonly title: string | undefined;
  /** The closed steps; grows only at its end. */
  readonly closed: readonly Step[];
  /** The open step as far as it goes. */
  current(): Step | undefined;
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

/** Builds steps out of single code units. */
export function createStepBuilder(): StepBuilder {
  const closed: Step[] = [];
  const scanner = createCitationScanner();
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

  function view(open: OpenStep, isClosed: boolean): Step | undefined {
    if (open.end <= open.start) {
      return undefined;
    }
    return {
      start: open.start,
      end: open.end,
      roles: open.roles.roles(open.ownTitle, open.inherited),
      channel: open.channel,
      ...(open.ownTitle === undefined ? {} : { title: open.ownTitle }),
      citations: open.citations,
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

  return {
    get form() {
      return step?.form;
    },
    get length() {
      return step === undefined ? 0 : Math.max(0, step.end - step.start);
    },
    open(opening) {
      close();
      scanner.reset();
      step = {
        ...opening,
        roles: createRoleCollector(opening.channel),
        end: opening.start,
        ownTitle: opening.title,
        titleSoFar: undefined,
        citations: [],
      };
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
      const citations = scanner.push(character, offset);
      if (citations.length > 0) {
        step.citations = [...step.citations, ...citations];
      }
    },
    sentence(text) {
      step?.roles.add(text);
    },
    close,
    get title() {
      return step?.ownTitle;
    },
    closed,
    current() {
      return step === undefined ? undefined : view(step, false);
    },
  };
}
