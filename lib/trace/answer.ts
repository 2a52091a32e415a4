import type { Channel } from '@/lib/engine/engine';
import { gated, matchesOf } from '@/lib/text/gated-pattern';
import type { ChannelOrigin } from '@/lib/trace/channels';
import { namedInProse } from '@/lib/trace/prose-answer';
import type { StatedAnswer } from '@/lib/trace/trace';

/** A diagnosis name longer than this is prose and not a name. */
const LONGEST_NAME = 100;
const OPTION_WITH_TEXT = gated(/^\(?([A-Z])\)?\s{0,2}[).:]\s{1,3}(\S.*)$/);
/** `Pneumonia (B)`: the option's letter behind its text. */
const LETTER_BEHIND = gated(/\s\(([A-J])\)$/);
const OPTION_ALONE =
  /^(?:option |choice )?\(?([A-Z])\)?(?:[.,;:]|\s{0,3}$|\s(?=because|since|as\b|[-–—]))/i;
const PERCENT = gated(/(\d{1,3}(?:\.\d{1,4})?)\s{0,2}%/);
const DECIMAL = gated(/^\s{0,3}(0?\.\d{1,6}|1\.0{1,6}|0|1)\b/);
const BOXED = /\\boxed\{(?:\\text\{)?([^{}]{1,200})\}/g;
const ANSWER_IS =
  /\b(?:answer|option|choice)(?: choice| option| here)? (?:is|would be|should be|must be|has to be)(?: most likely| likely| clearly)?:?\s{0,3}(?:option |choice )?(?:\*\*)?\(?([A-Z])\)?(?![\w'’])/g;
const OPTION_IS_RIGHT =
  /\b[Oo]ption \(?([A-Z])\)? (?:is|seems|looks|would be)(?: to be)? (?:the )?(?:correct|best|right|most likely|most appropriate)/g;
const LETTER_IS_ANSWER =
  /(?<![\w'’])\(?([A-J])\)? is (?:the )?(?:correct|right|best|most likely) (?:answer|option|choice)/g;
const CHOOSES =
  /\b(?:choose|pick|select|go with|going with|settle on)(?: option| choice| answer)? \(?([B-HJ])\)?(?![\w'’])/g;
/** `Answer: C`, `Final diagnosis: gout`, without marks of Markdown. */
const PLAIN_LABEL = gated(
  /^\s{0,3}(?:so,? |the |my )?(?:final |correct |best |primary |most likely )?(?:answer|diagnosis|choice)\s?:\s{1,3}(\S.{0,150})$/i,
);
/** `(C)`, `**C**`, with nothing else. */
const LETTER_ALONE = /^\s{0,3}\*{0,2}\(?([A-J])\)?[.)]?\*{0,2}\s{0,3}$/;
const DIAGNOSIS_IS = gated(
  /\bdiagnosis (?:here )?(?:is|would be|:)(?: therefore| thus| clearly| most likely| likely)?:?\s{1,3}(\S[^.;,\n]{1,99})/i,
);
const BOLD = gated(/\*\*([^*\n]{2,100})\*\*/);
const NAMES_WHAT_FOLLOWS = gated(
  /\b(?:diagnosis|answer|condition|cause|explanation)\b[^*\n]{0,80}\b(?:is|be|with|of|likely):?\s{0,2}(?:an?\s|the\s)?$/i,
);
/** Reasons behind a name. "Can be given" gives none. */
const TAIL = / (?:because|(?<!\bbe )given|based on|which|since|due to the|with a)\b.*$/;
const ARTICLE = /^(?:an?|the)\s+/i;

/** What a value says: `B) Pneumonia`, `Pneumonia (84%)`, `\boxed{B}`. Span of the value itself, in the trace. */
export function readAnswerValue(value: string, offset: number): StatedAnswer | undefined {
  BOXED.lastIndex = 0;
  const boxed = BOXED.exec(value);
  if (boxed?.[1] !== undefined) {
    return readAnswerValue(boxed[1], offset + boxed.index + boxed[0].indexOf(boxed[1]));
  }
  const bold = BOLD.exec(value);
  if (bold?.[1] !== undefined) {
    const stated = readAnswerValue(bold[1], offset + bold.index + 2);
    return stated === undefined ? undefined : withPercent(stated, value);
  }
  const lead = value.length - value.trimStart().length;
  const text = value.trim();
  const start = offset + lead;
  if (text === '') {
    return undefined;
  }
  const lettered = OPTION_WITH_TEXT.exec(text);
  if (lettered?.[1] !== undefined && lettered[2] !== undefined) {
    const name = nameIn(lettered[2]);
    const end = start + text.indexOf(lettered[2]) + (name?.length ?? 0);
    return withPercent(
      name === undefined
        ? { start, end: start + text.indexOf(lettered[1]) + 1, option: lettered[1] }
        : { start, end, option: lettered[1], diagnosis: name },
      text,
    );
  }
  const alone = OPTION_ALONE.exec(text);
  if (alone?.[1] !== undefined && alone[1] === alone[1].toUpperCase()) {
    const at = alone[0].lastIndexOf(alone[1]);
    return withPercent({ start: start + at, end: start + at + 1, option: alone[1] }, text);
  }
  const name = nameIn(text);
  if (name === undefined) return undefined;
  const option = LETTER_BEHIND.exec(text)?.[1];
  const stated = { start, end: start + name.length, diagnosis: name };
  return withPercent(option === undefined ? stated : { ...stated, option }, text);
}

/** The leading part of a text that is a name, undefined when it is prose. */
function nameIn(text: string): string | undefined {
  const bracket = text.search(/\s{0,3}[([]/);
  const cut = (bracket > 0 ? text.slice(0, bracket) : text).replace(TAIL, '');
  const name = cut.replace(/[\s.,;:*]+$/, '');
  return name === '' || name.length > LONGEST_NAME || !/\p{L}/u.test(name) ? undefined : name;
}

function withPercent(answer: StatedAnswer, text: string): StatedAnswer {
  const probability = readProbability(text);
  return probability === undefined ? answer : { ...answer, probability };
}

/** A probability written as `84%`; 0 to 1. */
export function readProbability(text: string): number | undefined {
  const percent = PERCENT.exec(text);
  const value = percent?.[1] === undefined ? undefined : Number(percent[1]) / 100;
  return value !== undefined && value <= 1 ? value : undefined;
}

/** The value of a confidence line: `84%`, `0.84`; undefined for words. */
export function readConfidence(text: string): number | undefined {
  const decimal = DECIMAL.exec(text);
  return readProbability(text) ?? (decimal?.[1] === undefined ? undefined : Number(decimal[1]));
}

/** How firmly a text states an answer: a labelled or boxed one, a sentence that says so, or prose that names it. */
export type Firmness = 'labelled' | 'said' | 'named';

export interface AnswerStatement {
  readonly answer: StatedAnswer;
  readonly firmness: Firmness;
}

/** A sentence without any of these states no answer; asked first, since nearly every sentence is without. */
const MAY_STATE = gated(
  /boxed|answer|option|choice|diagnos|condition|cause|explanation|conclusion|culprit|likely|probably|certainly|definitely|clearly|fits?\b|choose|pick|select|go(?:ing)? with|settle|call\b|bet\b|suspect|candidate/i,
);

/** The last answer that one sentence states. */
export function answerInSentence(sentence: string, offset: number): AnswerStatement | undefined {
  if (!MAY_STATE.test(sentence)) {
    return undefined;
  }
  const boxed = matchesOf(BOXED, sentence).at(-1);
  if (boxed !== undefined) {
    const answer = readAnswerValue(boxed[0], offset + boxed.index);
    return answer === undefined ? undefined : { answer, firmness: 'labelled' };
  }
  const labelled = PLAIN_LABEL.exec(sentence.trimEnd())?.[1];
  if (labelled !== undefined) {
    const answer = readAnswerValue(labelled, offset + sentence.indexOf(labelled));
    return answer === undefined ? undefined : { answer, firmness: 'labelled' };
  }
  const said = [ANSWER_IS, OPTION_IS_RIGHT, LETTER_IS_ANSWER, CHOOSES]
    .flatMap((pattern) => matchesOf(pattern, sentence))
    .at(-1);
  const letter = said?.[1];
  if (said !== undefined && letter !== undefined) {
    const start = offset + said.index + said[0].lastIndexOf(letter);
    return { answer: { start, end: start + 1, option: letter }, firmness: 'said' };
  }
  const bold = BOLD.exec(sentence);
  if (bold?.[1] !== undefined && NAMES_WHAT_FOLLOWS.test(sentence.slice(0, bold.index))) {
    const answer = readAnswerValue(bold[1], offset + bold.index + 2);
    return answer === undefined ? undefined : { answer, firmness: 'named' };
  }
  return diagnosisInSentence(sentence, offset);
}

/** The diagnosis that a sentence names as the one it settles on. */
function diagnosisInSentence(sentence: string, offset: number): AnswerStatement | undefined {
  const settled = namedInProse(sentence);
  if (settled !== undefined) {
    const answer = readAnswerValue(settled.name, offset + settled.index);
    return answer?.diagnosis === undefined ? undefined : { answer, firmness: 'named' };
  }
  const named = DIAGNOSIS_IS.exec(sentence)?.[1];
  if (named === undefined) {
    return undefined;
  }
  const bare = named.replace(ARTICLE, '');
  const answer = readAnswerValue(
    bare,
    offset + sentence.indexOf(named) + named.length - bare.length,
  );
  return answer?.diagnosis === undefined || answer.diagnosis.split(/\s+/).length > 8
    ? undefined
    : { answer, firmness: 'named' };
}

const FIRMNESS_RANK: Readonly<Record<Firmness, number>> = { named: 1, said: 2, labelled: 2 };
const ANSWER_RANK = 20;
const ASSUMED_RANK = 10;

/** Ranks a statement: the answer part before thinking that was not marked as such, before marked thinking. */
function rankOf(firmness: Firmness, channel: Channel, origin: ChannelOrigin): number | undefined {
  if (channel === 'answer') {
    return ANSWER_RANK + FIRMNESS_RANK[firmness];
  }
  if (origin === 'assumed') {
    return ASSUMED_RANK + FIRMNESS_RANK[firmness];
  }
  // What a model says inside marked thinking is provisional, unless it wrote the answer's own form there.
  return firmness === 'labelled' ? FIRMNESS_RANK.labelled : undefined;
}

/** The option that a sentence of the answer consists of, and of nothing else: `(C)`. */
export function optionAlone(sentence: string, offset: number): AnswerStatement | undefined {
  const letter = LETTER_ALONE.exec(sentence)?.[1];
  if (letter === undefined) {
    return undefined;
  }
  const start = offset + sentence.indexOf(letter);
  return { answer: { start, end: start + 1, option: letter }, firmness: 'said' };
}

export interface AnswerTracker {
  state(statement: AnswerStatement, channel: Channel, origin: ChannelOrigin): void;
  confidence(value: number): void;
  /** What came before turned out to be thinking: only labelled answers in it remain. */
  demote(): void;
  readonly answer: StatedAnswer | undefined;
}

/** Joins a later statement to an earlier one: parts that the later leaves open are kept unless it contradicts them. */
function join(earlier: StatedAnswer, later: StatedAnswer): StatedAnswer {
  const sameOption = later.option === undefined || earlier.option === later.option;
  const sameDiagnosis =
    later.diagnosis === undefined ||
    earlier.diagnosis === undefined ||
    earlier.diagnosis.toLowerCase() === later.diagnosis.toLowerCase();
  const keepsDiagnosis =
    later.diagnosis === undefined && (sameOption || earlier.option === undefined);
  const diagnosis = keepsDiagnosis ? earlier.diagnosis : later.diagnosis;
  const option = later.option ?? (sameDiagnosis ? earlier.option : undefined);
  return {
    start: later.start,
    end: later.end,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    ...(option === undefined ? {} : { option }),
    ...(later.probability === undefined ? {} : { probability: later.probability }),
  };
}

/** Keeps the answer that a trace states: the firmest place wins, and there the last statement. */
export function createAnswerTracker(): AnswerTracker {
  let stated: StatedAnswer | undefined;
  let statedAs: Firmness = 'named';
  let rank = 0;
  let confidence: number | undefined;
  return {
    state({ answer, firmness }, channel, origin) {
      const next = rankOf(firmness, channel, origin);
      if (next === undefined || next < rank) {
        return;
      }
      stated = stated !== undefined && next === rank ? join(stated, answer) : answer;
      statedAs = firmness;
      rank = next;
    },
    confidence(value) {
      confidence = value;
    },
    demote() {
      if (rank >= ANSWER_RANK || rank < ASSUMED_RANK) {
        return;
      }
      if (statedAs === 'labelled') {
        rank = FIRMNESS_RANK.labelled;
        return;
      }
      stated = undefined;
      confidence = undefined;
      rank = 0;
    },
    get answer() {
      if (stated === undefined) {
        return undefined;
      }
      const probability = confidence ?? stated.probability;
      return probability === undefined ? stated : { ...stated, probability };
    },
  };
}
