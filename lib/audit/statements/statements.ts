import type { InspectedStep } from '@/lib/audit/check';
import {
  type About,
  aboutOf,
  aboutOfClause,
  type Mood,
  moodOf,
  namesSuppositions,
  sentenceMood,
} from '@/lib/audit/statements/standing';
import { splitSentences } from '@/lib/case/sentences';
import { gated } from '@/lib/text/gated-pattern';
import { piecesOf } from '@/lib/text/parts';
import type { Span } from '@/lib/text/span';
import type { Role, Step } from '@/lib/trace/trace';

/** One clause of a step. Spans are offsets into the trace. */
export interface Statement {
  readonly span: Span;
  readonly text: string;
  readonly about: About;
  readonly mood: Mood;
  /** The sentence that the clause is a part of. */
  readonly sentence: Span;
  /** What stands before the clause in its sentence, no more than the last `LONGEST_LEAD` of it. */
  readonly lead: string;
}

/** Enough for the items of a list that goes on in the clause. UTF-16 code units. */
const LONGEST_LEAD = 120;

/** No clause of prose is this long; a text without any mark is read in pieces, or its cost would grow with its square. */
const LONGEST_CLAUSE = 500;

const CLAUSE_START = gated(
  /[,;:–—]\s+(?=(?:and|but|so|because|since|which|who|although|though|while|whereas|if|unless|when|plus|yet|however|then|meaning|suggesting|indicating|given)\b)|[–—]\s?(?=(?:those|these|that|this|which|and|but|so)\s)|\s(?=(?:but(?! not?\b)|because|although|whereas|if|unless|whether)\s)/gi,
);
function clausesOf(text: string, sentence: Span): readonly Span[] {
  const part = text.slice(sentence.start, sentence.end);
  const clauses: Span[] = [];
  let from = 0;
  for (const match of CLAUSE_START.matchesIn(part)) {
    const end = match.index + match[0].length;
    if (match.index > from) {
      clauses.push({ start: sentence.start + from, end: sentence.start + end });
      from = end;
    }
  }
  return [...clauses, { start: sentence.start + from, end: sentence.end }].flatMap((clause) =>
    piecesOf(text, clause, LONGEST_CLAUSE),
  );
}

/** Roles of titled steps that list findings of the patient without saying whose they are. */
const LISTING: ReadonlySet<Role> = new Set([
  'problem representation',
  'finding',
  'evidence for',
  'evidence against',
]);
const VERB = gated(
  /\b(?:is|are|was|were|has|have|had|does|do|did|makes?|gives?|fits?|points?|suggests?|means?|explains?|argues?|shows?)\b/i,
);

/** Bullets, numbers of a list, emphasis: a sentence of nothing else states nothing. */
const ONLY_MARKS = /^(?:[\s*_•·>#–—-]|\d{1,2}[.)](?!\d))*$/u;

/** So far back a sentence looks for what introduces the list that it is a part of. UTF-16 code units. */
const LINE_REACH = 300;

function readStatements({ step, text }: InspectedStep): readonly Statement[] {
  const lists = step.title !== undefined && step.roles.some((role) => LISTING.has(role));
  const allSupposed = step.title !== undefined && namesSuppositions(step.title);
  return splitSentences(text).flatMap((sentence) => {
    const whole = text.slice(sentence.start, sentence.end);
    if (ONLY_MARKS.test(whole)) return [];
    const before = text.slice(Math.max(0, sentence.start - LINE_REACH), sentence.start);
    const read = sentenceMood(whole, before.slice(before.lastIndexOf('\n') + 1));
    const mood = allSupposed ? { ...read, supposes: true } : read;
    const about = lists && !VERB.test(whole) ? 'patient' : aboutOf(whole, step.roles);
    return clausesOf(text, sentence).map((clause) => {
      const words = text.slice(clause.start, clause.end);
      return {
        span: { start: step.start + clause.start, end: step.start + clause.end },
        text: words,
        about: aboutOfClause(words, about),
        mood: moodOf(mood, words),
        sentence: { start: step.start + sentence.start, end: step.start + sentence.end },
        lead: text.slice(Math.max(sentence.start, clause.start - LONGEST_LEAD), clause.start),
      };
    });
  });
}

/** By step, since whoever asks may have put it beside its text anew. */
const read = new WeakMap<
  Step,
  { readonly text: string; readonly statements: readonly Statement[] }
>();

/**
 * The clauses of a step, in order; together they cover every sentence of it that is more than marks. Worked out once for each
 * step, however many checks ask.
 */
export function statementsOf(inspected: InspectedStep): readonly Statement[] {
  const { step, text } = inspected;
  const known = read.get(step);
  if (known !== undefined && known.text === text) {
    return known.statements;
  }
  const statements = readStatements(inspected);
  read.set(step, { text, statements });
  return statements;
}
