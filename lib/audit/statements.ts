import type { InspectedStep } from '@/lib/audit/check';
import { splitSentences } from '@/lib/case/sentences';
import type { Span } from '@/lib/text/span';

/** Whom or what a statement speaks of. */
export const ABOUTS = ['patient', 'medicine', 'reasoning'] as const;
export type About = (typeof ABOUTS)[number];

/** Whether a statement says that something is so, supposes it, or asks. */
export const MOODS = ['asserted', 'hypothetical', 'question'] as const;
export type Mood = (typeof MOODS)[number];

/** One clause of a step. Spans are offsets into the trace. */
export interface Statement {
  readonly span: Span;
  readonly text: string;
  readonly about: About;
  readonly mood: Mood;
  /** The sentence that the clause is a part of. */
  readonly sentence: Span;
}

const CLAUSE_START =
  /[,;:–—]\s+(?=(?:and|but|so|because|since|which|who|although|though|while|whereas|if|unless|when|plus|yet|however|then|meaning|suggesting|indicating|given)\b)|\s(?=(?:but|because|although|whereas|if|unless|whether)\s)/gi;
const HYPOTHETICAL =
  /\b(?:if|unless|whether|would|could|might|may|should|maybe|perhaps|possibly|suppose|imagine|expect(?:ed|ing)?|rule out|ruling out)\b/i;
const PATIENT =
  /\b(?:patient|she|he|her|his|him|(?:this|the|our) (?:woman|man|girl|boy|guy|lady|child|infant|baby|case)|(?:year|month|week|day)s?[- ]old)\b/i;
const REASONING = /^(?:okay|alright|so|now|hmm|wait|let['’]?s|let me|i )\b/i;

function clausesOf(text: string, sentence: Span): readonly Span[] {
  const part = text.slice(sentence.start, sentence.end);
  const clauses: Span[] = [];
  let from = 0;
  for (const match of part.matchAll(CLAUSE_START)) {
    const end = match.index + match[0].length;
    if (match.index > from) {
      clauses.push({ start: sentence.start + from, end: sentence.start + end });
      from = end;
    }
  }
  return [...clauses, { start: sentence.start + from, end: sentence.end }];
}

function moodOf(sentence: string, clause: string): Mood {
  if (sentence.trimEnd().endsWith('?')) {
    return 'question';
  }
  return HYPOTHETICAL.test(clause) ? 'hypothetical' : 'asserted';
}

function aboutOf(clause: string): About {
  if (PATIENT.test(clause)) {
    return 'patient';
  }
  return REASONING.test(clause) ? 'reasoning' : 'medicine';
}

function readStatements({ step, text }: InspectedStep): readonly Statement[] {
  return splitSentences(text).flatMap((sentence) => {
    const whole = text.slice(sentence.start, sentence.end);
    return clausesOf(text, sentence).map((clause) => {
      const words = text.slice(clause.start, clause.end);
      return {
        span: { start: step.start + clause.start, end: step.start + clause.end },
        text: words,
        about: aboutOf(words),
        mood: moodOf(whole, words),
        sentence: { start: step.start + sentence.start, end: step.start + sentence.end },
      };
    });
  });
}

const read = new WeakMap<InspectedStep, readonly Statement[]>();

/**
 * The clauses of a step, in order; together they cover every sentence of it. Worked out once for each step, however many
 * checks ask.
 */
export function statementsOf(step: InspectedStep): readonly Statement[] {
  const known = read.get(step);
  if (known !== undefined) {
    return known;
  }
  const statements = readStatements(step);
  read.set(step, statements);
  return statements;
}
