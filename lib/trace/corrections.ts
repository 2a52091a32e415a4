import type { Span } from '@/lib/text/span';
import {
  contradicts,
  isClaim,
  readTakingBack,
  type Subject,
  shared,
  subjectOf,
  type TakingBack,
} from '@/lib/trace/correction-cues';
import { isFragment } from '@/lib/trace/discourse';
import { plainSentence } from '@/lib/trace/sentence-features';
import type { Correction } from '@/lib/trace/trace';

/** How many sentences back a correction is looked for. */
const REACH = 12;
/** What the model recalls has to share this many words with what it said. */
const SHARED_WITH_RECALLED = 2;

class Claim implements Span {
  private known: Subject | undefined;

  constructor(
    readonly start: number,
    readonly end: number,
    private readonly plain: string,
  ) {}

  /** Read when it is first asked for, since most claims are never taken back. */
  get subject(): Subject {
    this.known ??= subjectOf(this.plain);
    return this.known;
  }

  /** Whether it was said of the case at hand without reserve, so that a plain contradiction takes it back. */
  get firm(): boolean {
    return isClaim(this.plain);
  }
}

export interface CorrectionTracker {
  /** Reads the next sentence, or piece of one, that begins at `start`; whether it takes something back for sure. */
  read(text: string, start: number): boolean;
  /** Says that no sentence of this section follows. */
  end(): void;
  /** Found so far; a list once given does not change. */
  readonly found: readonly Correction[];
}

/**
 * Finds where the model takes back what it said, and what: the latest sentence that it contradicts, or else shares its
 * subject, or else the last one. A turn that contradicts nothing ("Hmm, wait, let me think about …") is no correction.
 */
export function createCorrectionTracker(): CorrectionTracker {
  const corrections: Correction[] = [];
  let found: readonly Correction[] = [];
  let recent: readonly Claim[] = [];
  /** A bare mark: the next sentence says what is meant instead. */
  let bare: Span | undefined;

  function link(at: Span, takesBack: Claim | undefined): boolean {
    if (takesBack === undefined) {
      return false;
    }
    corrections.push({ at, takesBack: { start: takesBack.start, end: takesBack.end } });
    recent = recent.filter((claim) => claim !== takesBack);
    return true;
  }

  function contradicted(subject: Subject): Claim | undefined {
    return recent.findLast((claim) => claim.firm && contradicts(subject, claim.subject));
  }

  function onSubject(subject: Subject): Claim | undefined {
    return (
      recent.findLast((claim) => contradicts(subject, claim.subject)) ??
      recent.slice(-3).findLast((claim) => shared(subject, claim.subject) > 0) ??
      recent.at(-1)
    );
  }

  function recalled(subject: Subject): Claim | undefined {
    return recent.findLast((claim) => shared(subject, claim.subject) >= SHARED_WITH_RECALLED);
  }

  function takeBack(how: TakingBack, claim: Claim): boolean {
    const at = { start: claim.start, end: claim.end };
    switch (how) {
      case 'outright':
        if (claim.subject.stems.size === 0) {
          bare = at;
          return true;
        }
        return link(at, onSubject(claim.subject));
      case 'recalled':
        return link(at, recalled(claim.subject));
      case 'if-contradicted':
        return link(at, contradicted(claim.subject));
      case 'not':
        return false;
    }
  }

  function settleBare(claim: Claim | undefined): void {
    if (bare !== undefined) {
      link(bare, claim === undefined ? recent.at(-1) : onSubject(claim.subject));
      bare = undefined;
    }
  }

  return {
    read(text, start) {
      const plain = plainSentence(text);
      const how = readTakingBack(plain);
      if (how === 'not' && isFragment(plain)) {
        return false;
      }
      const claim = new Claim(start, start + text.trimEnd().length, plain);
      settleBare(claim);
      const takesBack = takeBack(how, claim);
      if (bare === undefined && !plain.endsWith('?')) {
        recent = [...recent.slice(1 - REACH), claim];
      }
      return takesBack;
    },
    end() {
      settleBare(undefined);
    },
    get found() {
      if (found.length !== corrections.length) {
        found = [...corrections];
      }
      return found;
    },
  };
}
