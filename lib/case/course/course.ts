import {
  type CourseLength,
  type TimeMention,
  timeMentions,
} from '@/lib/case/course/course-durations';
import { type CourseManner, courseManners } from '@/lib/case/course/course-manner';
import type { RecognisedFinding } from '@/lib/case/recognise-findings';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { matchesOf } from '@/lib/text/gated-pattern';
import { piecesOf } from '@/lib/text/parts';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

/** Words of complaint to which a duration attaches; the vocabulary knows symptoms by phrases, this knows them by one word. */
const COMPLAINT =
  /(?<![\p{L}\p{N}])(?:unwell|ill|illness|sick|poorly|symptom\w*|complain\w*|c\/o|presents?|presented|presenting|history|hx|course|onset|began|begun|started with|came on|come on|noticed|developed|worse\w*|trouble\w*|suffer\w*|pains?|painful|aches?|aching|ached|sore\w*|hurts?|hurting|stabbing|throbbing|tight\w*|heav\w+|pressure|discomfort|burning|cough\w*|colds?|snuff\w+|sniffle\w*|sneez\w+|nos\w+|bunged|catarrh|phlegm|sputum|blood(?:y| in| streaks?)|bleed\w*|fevers?|feverish|temperature|temps?|hot|shiver\w*|sweat\w*|chills|rigors?|suddenly|abruptly|(?:^\s*|it |all |this )started|breath\w*|sob|wheez\w*|noisy|stridor|puffing|vomit\w*|retch\w*|diarrh\w+|loose|runs|swell\w*|swollen|puffy|lumps?|bulge|weak\w*|tired\w*|fatigue\w*|exhaust\w*|lethargy|headaches?|migraine|dizz\w+|faint\w*|collapse\w*|rash\w*|spots|itch\w*|hoarse\w*|voice|croaky|husky|palpitations?|palps|flutter\w*|thud\w*|jump\w+|racing|tingl\w+|numb\w*|pins and needles|droop\w*|double|swallow\w*|sticks|choking|drool\w*|yellow|jaundice\w*|thirst\w*|weight|wt|kg down|lost|off (?:his|her|my)?\s?(?:food|legs)|not eating|confus\w+|muddled|cramp\w*|spasms?|twist\w*|pulls?|stiff\w*|limp\w*|tearing|heartburn|reflux|indigestion|bloat\w*|glands?|earache|snap|attacks?|episodes?|spells?|became (?:impossible|difficult|hard)|trembl\w*|tremor|shak\w+|blocked|block\w*|smell|fat|screamed|screaming|crying|sleepy|walk|getting up|like that|like this|going on)(?![\p{L}\p{N}])/giu;

/** What else a duration may be of: drugs, smoking, pregnancy, age, stays, tests, operations, plans, other illness, other people. */
const OTHER =
  /(?<![\p{L}\p{N}])(?:tablets?|pills?|inhalers?|puffers?|sprays?|drops|mg|mcg|dose\w*|antibiotics?|abx|steroids?|prescri\w+|\w+(?:cillin|olol|pril|azole|mycin|oxacin|statin|sartan|sone|solone|formin|triptyline)|amox|clarithro|doxy|pred|fluclox|trimethoprim|methotrexate|nebs?|courses? of(?! (?:several|some|many|a few) (?:hours|days|weeks|months|years))|started on|treated|treatment|smok\w+|packs?|cigs?|cigarettes|vap\w+|drinks|alcohol|units|wine|vodka|pregnan\w*|gestation|post-?partum|weeker|term|old|without (?:trouble|problems?)|eaten|aged|age|yo|girl|boy|lived|lives|living|moved|uk|came from|come from|here|holiday|trip|stay\w*|travel\w*|back from|abroad|visited|returned|landed|flew|flight|married|retired|works|job|shift\w*|ecg|ct|mri|cxr|x-?rays?|echo\w*|angio\w*|scan\w*|trops?|troponins?|bloods|swab\w*|cultures?|hba1c|tests?|film|review\w*|repeat\w*|follow-?up|clinic|appointment|appt|booked|ring|advis\w+|plan\w*|until|till|next|again if|op|surgery|surgical|operation|operated|cabg|stent\w*|bypass|turp|mastectomy|transplant\w*|pinned|replace\w*|deliver\w*|section|radiotherapy|chemo\w*|vaccin\w*|jabs?|diagnos\w+|known|diabet\w*|hypertensi\w+|copd|emphysema|epilep\w+|arthritis|dementia|pmh|pmhx|background|died|dead|buried|burial|lasts?|lasting|lasted|goes off|disappear\w*|fades?|faded|eases?|eased|settled|settles|resolved|free|gone|recovered|removed|taken out|discharged|gap|period|periods|menopaus\w*|lmp|divorced|hospital|inpatient|admitted|adm|urine|bp|hr|rr|sats|spo2|niv|cpap|oxygen|o2|sleeps|slept)(?![\p{L}\p{N}])/giu;
const BYSTANDER =
  /(?<![\p{L}\p{N}])(?<!my |our )(?:grand(?:dad|father|mother|ma|pa|son|daughter|bairn)|gran|brother|sister|siblings?|cousins?|flatmates?|friends?|colleagues?|room-?mates?|co-?workers?|neighbours?|twins|girlfriend|boyfriend|(?:his|her) (?:wife|husband|partner|mother|father|mum|dad)|fhx?)(?![\p{L}\p{N}])/giu;

/** "Granddad has a cold 5 weeks". */
const OF_ANOTHER = new RegExp(
  `${BYSTANDER.source}\\s+(?:also |just )?(?:has|had|have|is|was|were|are|got)(?![\\p{L}])`,
  'iu',
);
/** What follows a duration that is no course: "3 weeks after a weekend in Berlin", "2-year-old", "31 weeks pregnant". */
const NOT_A_COURSE_AFTER =
  /^[\s,-]*(?:old|of age|from now|(?:first |second )?baby|pregnant|gestation|ex-?|weeker|apart|each|a (?:day|week|month|year)|per|\/)(?![\p{L}\p{N}])/iu;
/** A duration before these counts from something else, unless it says "for years after meals". */
const COUNTED_FROM = /^[\s,-]*(?:after|post|following|later)(?![\p{L}\p{N}])/iu;
/** "Well until Tuesday", "never had it before last Thursday", "perfectly well at lunch yesterday". */
const WELL_UNTIL =
  /(?<![\p{L}])(?:(?:well|fine|ok|okay|normal|never|himself|herself|myself)(?:\s+\S+){0,3}\s+(?:until|till|before|up to)|(?:perfectly|completely|quite|entirely) (?:well|fine|normal)(?:\s+at\s+\S+)?)\s*$/iu;
/** "It's five days now", "it is day 9". */
const NOW_AFTER = /^\s*(?:now|already)(?![\p{L}])/iu;
const ILLNESS_DAY = /^(?:it'?s|now|is|day) .*\d/iu;
/** A note may open with the age: "14 mths full of cold". */
const AGE_AFTER = /^(?!\s*(?:of|hx|history|ago)(?![\p{L}]))/iu;
const ONE_DAY = /^one (?:day|morning|night|evening)$/iu;
/** "A second problem", "a bottle a day", "despite a full night's sleep", "twenty-a-day": an order, a rate, a rest. */
const NO_DURATION = /^an? second$|^a[\s-]day$|^a (?:full|whole) night$/iu;
const RUNS_ON = /(?<![\p{L}])(?:for|over|in|lasted|lasting|about|nearly|almost)\s*$/iu;
const EARLIER_YEARS = /(?:years?|yrs?) (?:ago|back)\b/i;
const BEGAN = /(?<![\p{L}])(?:began|begun|start\w*|onset|noticed|came on|developed)(?![\p{L}])/iu;
/** What stands before one: "review in two weeks", "every 4 hours", "within three minutes of standing still". */
const NOT_A_COURSE_BEFORE =
  /(?:\bin|\bevery|\bwithin|\bafter|\bevery other|\bage|\baged|\bnext|\bafter about|\bat|\bq|\bup to|\bmore than|\bless than|>|<|\bby|\bbetween|\bwait|\bworks?|\btime|\bx ?\d+|\bfirst|\bever(?:y)?)\s*$/i;
const PAST_HISTORY =
  /^\s*(?:pmh\w*|past (?:medical )?history|background|dhx?|meds|medication|drugs|sh|shx|fhx?|social|plan|rx|hx of|imp)\b/i;
/** Attacks of years ago tell how often, not how long this one has run. */
const EARLIER_ATTACKS = /(?<![\p{L}])(?:similar|previous|identical|recalls?)(?![\p{L}])/iu;
const DENIED = /(?<![\p{L}])(?:no|nil|denies|denied|without|never)(?:\s+\S+){1,4}\s*$/iu;
const STILL_SAID =
  /(?<![\p{L}])(?:no (?:voice|better|appetite|energy|change|improvement|smell|longer|sleep)|no\s?t\b)/iu;

interface Clause extends Span {
  readonly opensText: boolean;
  readonly sentence: number;
}

/** No clause of a note is this long; a text without any mark is read in pieces, or its cost would grow with its square. */
const LONGEST_CLAUSE = 500;

/** Sentences, and in them the parts between commas, brackets and dashes. */
function clausesOf(text: string, narrative: Span): Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  let start = narrative.start;
  const part = text.slice(narrative.start, narrative.end);
  const close = (end: number): void => {
    for (const piece of piecesOf(text, { start, end }, LONGEST_CLAUSE))
      clauses.push({ ...piece, sentence, opensText: clauses.length === 0 });
    start = end;
  };
  for (const mark of part.matchAll(
    /(?<!\b[ap]\.m)[.;!?](?=\s|$)|\n|,(?=\s)|[()]|\s[–—-]+>?\s|\s(?:but|then)\s/gu,
  )) {
    close(narrative.start + mark.index);
    start = narrative.start + mark.index + mark[0].length;
    if (/^[.;!?\n]/u.test(mark[0])) sentence += 1;
  }
  close(narrative.end);
  return clauses;
}

interface Nearest {
  readonly complaint: number;
  readonly other: number;
}

function distance(word: Span, time: Span): number {
  return Math.max(time.start - word.end, word.start - time.end, 0);
}

/** The words of complaint in a clause, and those of anything else. */
interface Telling {
  readonly complaints: readonly Span[];
  readonly others: readonly Span[];
}

/** By clause, which may state many times. */
const tellingWords = new WeakMap<Clause, Telling>();

function tellingWordsOf(text: string, clause: Clause): Telling {
  const known = tellingWords.get(clause);
  if (known !== undefined) return known;
  const part = sliceSpan(text, clause);
  const wordsOf = (pattern: RegExp): readonly Span[] =>
    matchesOf(pattern, part).map(({ index, 0: word }) => ({
      start: clause.start + index,
      end: clause.start + index + word.length,
    }));
  const telling = {
    complaints: wordsOf(COMPLAINT),
    others: [...wordsOf(OTHER), ...wordsOf(BYSTANDER)],
  };
  tellingWords.set(clause, telling);
  return telling;
}

/** How many characters stand between the time and the nearest word of complaint, and of anything else, in a clause. */
function nearestIn(text: string, clause: Clause, time: Span): Nearest {
  const { complaints, others } = tellingWordsOf(text, clause);
  const nearest = (words: readonly Span[]): number =>
    Math.min(
      Number.POSITIVE_INFINITY,
      ...words.filter((word) => !isInside(word, time)).map((word) => distance(word, time)),
    );
  return { complaint: nearest(complaints), other: nearest(others) };
}

function isInside(word: Span, time: Span): boolean {
  return word.start >= time.start && word.end <= time.end;
}

/** "Since yesterday afternoon." is said of what the sentences before it complain of. */
const STANDS_ALONE = /^\s*(?:since|for)\s+(?:\S+\s*){1,4}$/iu;

/** Whether the words around a time say that it is no course: an age, a plan, a delay, an earlier illness, something denied. */
function isOtherwiseCounted(text: string, clause: Clause, { span, length }: TimeMention): boolean {
  const whole = sliceSpan(text, clause);
  const before = text.slice(clause.start, span.start);
  const after = text.slice(span.end, clause.end);
  const time = text.slice(span.start, span.end);
  const runsFor = /(?:^|\b)for(?: the)?(?: past| last)?\s*$/i.test(before) || /^for /iu.test(time);
  return (
    PAST_HISTORY.test(whole) ||
    EARLIER_ATTACKS.test(whole) ||
    (EARLIER_YEARS.test(time) && !BEGAN.test(whole)) ||
    NOT_A_COURSE_AFTER.test(after) ||
    (NOT_A_COURSE_BEFORE.test(before) && !/\b(?:last|past)\b/i.test(time)) ||
    (COUNTED_FROM.test(after) && !runsFor && length !== 'hours') ||
    (ONE_DAY.test(time) && !runsFor) ||
    (NO_DURATION.test(time) && !RUNS_ON.test(before)) ||
    (clause.opensText &&
      length === 'months' &&
      before.trim() === '' &&
      /^\d/u.test(time) &&
      AGE_AFTER.test(after)) ||
    OF_ANOTHER.test(before) ||
    (DENIED.test(before) && !STILL_SAID.test(before))
  );
}

/** Whether what is said at a time in clause number `index` is said of a complaint of the patient. */
function isOfComplaint(
  text: string,
  clauses: readonly Clause[],
  index: number,
  mention: TimeMention,
): boolean {
  const clause = clauses[index];
  if (clause === undefined) return false;
  const { span } = mention;
  const before = text.slice(clause.start, span.start);
  if (WELL_UNTIL.test(before)) return true;
  if (isOtherwiseCounted(text, clause, mention)) return false;
  const own = nearestIn(text, clause, span);
  if (own.complaint < Number.POSITIVE_INFINITY) return own.complaint < own.other;
  if (own.other < Number.POSITIVE_INFINITY) return false;
  if (NOW_AFTER.test(text.slice(span.end, clause.end))) return true;
  if (ILLNESS_DAY.test(text.slice(span.start, span.end)))
    return /^(?:it|now|is)/iu.test(text.slice(span.start));
  if (STANDS_ALONE.test(sliceSpan(text, clause))) return true;
  return isOfNeighbour(text, clauses, index, span);
}

/** How many clauses after a time that opens its sentence are searched for what it is of. */
const LONGEST_OPENING = 3;

function isOfNeighbour(
  text: string,
  clauses: readonly Clause[],
  index: number,
  time: Span,
): boolean {
  const clause = clauses[index];
  if (clause === undefined) return false;
  const opens = /^\s*(?:then|and|so)?\s*$/iu.test(text.slice(clause.start, time.start));
  const following = opens ? clauses.slice(index + 1, index + 1 + LONGEST_OPENING) : [];
  const previous = clauses[index - 1];
  for (const neighbour of [...following, ...(previous === undefined ? [] : [previous])]) {
    if (neighbour.sentence !== clause.sentence) continue;
    const near = nearestIn(text, neighbour, time);
    if (Math.min(near.complaint, near.other) < Number.POSITIVE_INFINITY)
      return near.complaint < near.other;
  }
  return false;
}

const RANK = { duration: 0, ago: 1, point: 2 } as const;

/** Where hours or less tell how fast a pain came on, and not how long it has lasted. */
function onsetsOf(recognised: readonly RecognisedFinding[]): Span[] {
  return recognised
    .filter(({ concept }) => concept === 'over-hours' || concept === 'sudden')
    .map(({ span }) => span);
}

/** The time that tells how long the illness has run: the first duration of a complaint, else the first point in time. */
function courseTime(
  text: string,
  narrative: Span,
  onsets: readonly Span[],
): TimeMention | undefined {
  const clauses = clausesOf(text, narrative);
  let best: TimeMention | undefined;
  for (const [index, clause] of clauses.entries()) {
    if (best?.certainty === 'duration') break;
    for (const mention of timeMentions(text, clause)) {
      if (onsets.some((onset) => overlaps(onset, mention.span))) continue;
      const better = best === undefined || RANK[mention.certainty] < RANK[best.certainty];
      if (better && isOfComplaint(text, clauses, index, mention)) best = mention;
    }
  }
  return best;
}

const LENGTH_CONCEPTS: Readonly<Record<CourseLength, string>> = {
  hours: 'course-hours',
  days: 'course-days',
  weeks: 'course-weeks',
  months: 'course-months',
};
const COURSE_CONCEPTS: Readonly<Record<CourseLength | CourseManner, string>> = {
  ...LENGTH_CONCEPTS,
  sudden: 'onset-sudden',
  episodic: 'course-episodic',
};
const conceptsById = new Map(CONCEPTS.map((concept) => [String(concept.id), concept]));
const LENGTHS: ReadonlySet<string> = new Set(Object.values(LENGTH_CONCEPTS));
const COURSES: ReadonlySet<string> = new Set(Object.values(COURSE_CONCEPTS));

function findingAt(name: CourseLength | CourseManner, span: Span): RecognisedFinding[] {
  const concept = conceptsById.get(COURSE_CONCEPTS[name]);
  return concept === undefined
    ? []
    : [{ concept: concept.id, label: concept.label, polarity: 'present', span }];
}

/**
 * `recognised` with the course of the presenting illness as `text` tells it inside `narrative`: how long it has run, whether
 * it began at once, whether it comes in episodes. A sudden onset that is already read of the pain is not said again.
 */
export function withCourse(
  text: string,
  narrative: Span,
  recognised: readonly RecognisedFinding[],
): readonly RecognisedFinding[] {
  if (!recognised.some(({ concept, polarity }) => polarity === 'present' && !COURSES.has(concept)))
    return recognised;
  const time = courseTime(text, narrative, onsetsOf(recognised));
  const suddenPain = recognised.some(
    ({ concept, polarity }) => concept === 'sudden' && polarity === 'present',
  );
  const read = [
    ...(time === undefined ? [] : findingAt(time.length, time.span)),
    ...courseManners(text, narrative).flatMap(({ manner, span }) => findingAt(manner, span)),
  ].filter(({ concept }) => !(suddenPain && concept === 'onset-sudden'));
  const isReplaced = ({ concept, polarity }: RecognisedFinding): boolean =>
    (LENGTHS.has(concept) && time !== undefined) ||
    (concept === 'onset-sudden' && polarity === 'present') ||
    read.some((finding) => finding.concept === concept);
  return [...recognised.filter((finding) => !isReplaced(finding)), ...read];
}
