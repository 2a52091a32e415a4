import { denialFromStart } from '@/lib/audit/statements/negation';
import type { Statement } from '@/lib/audit/statements/statements';
import type { CaseReading } from '@/lib/case/case';
import { splitSentences } from '@/lib/case/sentences';
import { gated } from '@/lib/text/gated-pattern';
import type { Span } from '@/lib/text/span';
import { type Word, wordsOf } from '@/lib/text/words';

/** The case as phrases that a clause denies or states are looked up in it. */
export interface DeniedPhrases {
  /** What a clause denies and the case states, or the other way round, each with the words of the case. Spans in the clause. */
  opposedIn(
    statement: Statement,
  ): readonly { readonly span: Span; readonly opposites: readonly Span[] }[];
}

/** "Without sunken eyes", "no muscle weakness": what is denied follows. */
const DENIED_AFTER = gated(
  /\b(?:without|no|denies|lacks|lacking|absence of|lack of|(?:the|that|this|those|a|an|his|her|their|with|of) (?:missing|absent|nonexistent|vanished))\s(?:any\s|a\s|an\s|the\s|actual\s|real\s|obvious\s|clear\s|signs of\s|evidence of\s)?(?=[a-z])/gi,
);
/** "The tongue isn't swelling", "her ankles are not swollen": what is denied stands on both sides. */
const DENIED_BETWEEN = gated(
  /\b(?:is|are|was|were)(?:n't| not)\s(?:really\s|actually\s|at all\s|even\s)?(?=[a-z])/gi,
);
/** "The echo showed a valve defect": what is stated follows. */
const STATED_AFTER = gated(
  /\b(?:shows?|showed|reveals?|revealed|has|had|with|found|there's|there is|there are)\s(?:a\s|an\s|the\s|some\s|clear\s|obvious\s|this\s|these\s)*(?=[a-z])/gi,
);
const NOT_CONTENT = new Set(
  'a an the of in on at to from for with without by and or but as that which who this these those his her their its my is are was were be been has have had do does not no than then so if when also just really very quite more less any some all such there here it we i you he she they significant much enough longer doubt need reason other recent history'.split(
    ' ',
  ),
);
/** Words of a phrase. */
const LONGEST = 3;
/** In the case its words stand within so many. */
const WINDOW = 5;

/** What stands between words that belong to different phrases, or denies one of them inside. */
const APART = /[,;:]|\b(?:not|no|never|without)\b|n['’]t\b/i;

interface CaseSentence {
  readonly text: string;
  readonly start: number;
  readonly words: readonly Word[];
}

function phraseAt(text: string, from: number): readonly Word[] {
  const phrase: Word[] = [];
  let end = from;
  for (const word of wordsOf(text.slice(from, from + 60))) {
    const start = from + word.start;
    if (!/^[\s-]*$/.test(text.slice(end, start)) || NOT_CONTENT.has(word.surface.toLowerCase()))
      break;
    end = from + word.end;
    phrase.push({ ...word, start, end });
    if (phrase.length === LONGEST) break;
  }
  return phrase;
}

function lastWordBefore(text: string, at: number): readonly Word[] {
  const last = wordsOf(text.slice(0, at)).at(-1);
  return last === undefined || NOT_CONTENT.has(last.surface.toLowerCase()) ? [] : [last];
}

/** Beginnings of this length that agree make two words of one family: "valve", "valvular". */
const FAMILY = 4;

function isSame(one: Word, other: Word): boolean {
  return (
    one.stem === other.stem ||
    (one.stem.length >= FAMILY &&
      other.stem.length >= FAMILY &&
      one.stem.slice(0, FAMILY) === other.stem.slice(0, FAMILY) &&
      Math.abs(one.stem.length - other.stem.length) <= FAMILY)
  );
}

interface Place {
  readonly span: Span;
  readonly denial: ReturnType<typeof denialFromStart>;
}

/** Where a sentence of the case has all words of a phrase close together. */
function placesIn({ text, start, words }: CaseSentence, phrase: readonly Word[]): readonly Place[] {
  return words.flatMap((_, first) => {
    const window = words.slice(first, first + WINDOW);
    const own = window.filter((word) => phrase.some((one) => isSame(one, word)));
    const opens = own[0] === window[0];
    const last = own.at(-1);
    if (
      !opens ||
      last === undefined ||
      !phrase.every((one) => own.some((word) => isSame(one, word)))
    )
      return [];
    const within = { start: window[0]?.start ?? 0, end: last.end };
    if (APART.test(text.slice(within.start, within.end))) return [];
    return [
      {
        span: { start: start + within.start, end: start + within.end },
        denial: denialFromStart(text, within),
      },
    ];
  });
}

/** Prepares a case. A phrase of fewer than two words says too little to be looked up. */
export function createDeniedPhrases(reading: CaseReading): DeniedPhrases {
  const { text } = reading.case;
  const sentences: readonly CaseSentence[] = splitSentences(text).map((span) => {
    const part = text.slice(span.start, span.end);
    return { text: part, start: span.start, words: wordsOf(part) };
  });

  const known = new Map<string, readonly Place[]>();
  function placesOf(phrase: readonly Word[]): readonly Place[] {
    const stems = phrase.map(({ stem }) => stem).join(' ');
    const places = known.get(stems) ?? sentences.flatMap((one) => placesIn(one, phrase));
    known.set(stems, places);
    return places;
  }

  function opposed(phrase: readonly Word[], isDenied: boolean) {
    const first = phrase[0];
    const last = phrase.at(-1);
    const places = phrase.length < 2 ? [] : placesOf(phrase);
    const wanted = isDenied ? ['no'] : ['surely', 'perhaps'];
    const clear = places.length > 0 && places.every(({ denial }) => wanted.includes(denial));
    return clear && first !== undefined && last !== undefined
      ? [{ span: { start: first.start, end: last.end }, opposites: places.map(({ span }) => span) }]
      : [];
  }

  return {
    opposedIn: ({ text: written, about, mood }) => {
      if (about !== 'patient' || mood !== 'asserted') return [];
      const clause = written.replaceAll('’', "'");
      const denied = DENIED_AFTER.matchesIn(clause).flatMap(({ 0: all, index }) =>
        opposed(phraseAt(clause, index + all.length), true).map((one) => ({
          ...one,
          span: { start: index, end: one.span.end },
        })),
      );
      const between = DENIED_BETWEEN.matchesIn(clause).flatMap(({ 0: all, index }) =>
        opposed(
          [...lastWordBefore(clause, index), ...phraseAt(clause, index + all.length).slice(0, 1)],
          true,
        ),
      );
      const stated = STATED_AFTER.matchesIn(clause).flatMap(({ 0: all, index }) => {
        const phrase = phraseAt(clause, index + all.length);
        const at = { start: index, end: index + all.length };
        return denialFromStart(clause, at) === 'no' ? opposed(phrase, false) : [];
      });
      return [...denied, ...between, ...stated];
    },
  };
}
