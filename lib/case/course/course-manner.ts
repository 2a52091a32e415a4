import type { Span } from '@/lib/text/span';

/** How an illness begins or runs, apart from how long. */
export type CourseManner = 'sudden' | 'episodic';

export interface MannerMention {
  readonly manner: CourseManner;
  readonly span: Span;
}

const SUDDEN =
  /(?<![\p{L}\p{N}])(?:sudden(?:ly)?|abrupt(?:ly)?|all of a sudden|all at once|out of the blue|(?:out of|from|comes? from) nowhere|in an instant|instant(?:ly|aneous)?|in a flash|thunderclap|hyper-?acute|explosive onset|bolt from the blue|flicked a switch|switched on|like a switch|without (?:any )?warning|within (?:seconds|minutes|(?:a few|some|a couple of|two|three|four|five|ten|fifteen|\d{1,2}) (?:minutes|mins?|seconds|secs?)) (?=of (?:eating|the sting|being stung|finishing)|(?:his|her|my|the|i|he|she|itch|lips?|tongue|face|throat|hives|swell)\w*)|over (?:seconds|minutes)|hit by a (?:lorry|truck|bus|train)|(?:fine|well|perfectly well) one (?:moment|minute))(?![\p{L}\p{N}])/giu;
/** What is sudden, but not the onset of this illness. */
const NOT_ONSET_BEFORE =
  /(?:\bnot|\bneither|\bno|\bnever|\bwasn't|\bisn't|\bdenies|\bwithout|\bdied|\bdeath|\bmother|\bfather|\bstopp?\w*|\bend(?:s|ed|ing)?|\bresolv\w+|\bsettled|\bgoes|\bwent away|\bfound|\bdiagnosed|\beased?|\bif)(?:\s+\S+){0,2}\s*["“]?$/i;
const NOT_ONSET_AFTER =
  /^["”]?\s*(?:cardiac )?(?:death|died|infant|stop\w*|end\w*|go(?:es)? away|worsening or|movements?|noises?|unexplained death)/i;

const ORDINAL = '(?:second|third|fourth|fifth|sixth|2nd|3rd|[4-9]th|another)';
const BOUT = '(?:attacks?|episodes?|spells?|bouts?|turns?|paroxysms?)';
const EPISODIC = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:' +
    'com(?:es|e|ing) (?:and|&|n) go(?:es|ing)?|on and off|off and on|on & off|on\\/off|intermittent(?:ly)?|episodic(?:ally)?|paroxysmal|relapsing(?: and remitting)?' +
    `|(?:in )?between (?:the |these |his |her |my )?(?:${BOUT}|times)|(?:completely |perfectly |entirely )?(?:well|fine|normal) (?:in )?between|symptom-?free intervals?|in between (?:looks|is|he|she|i)` +
    `|${ORDINAL} (?:such |similar |identical )?(?:${BOUT}|time|attendance|visit|presentation)(?! (?:of vomiting))` +
    `|${ORDINAL} (?:one )?this (?:week|month)|(?:similar|recurrent|recurring|repeated|identical|discrete|frequent|frightening|previous) (?:run of )?${BOUT}|run of attacks|attacks of` +
    `|(?:\\d{1,2}|two|three|four|five|six|several|many) (?:\\w+ )?(?:attacks|spells|turns|such episodes|frightening episodes|similar episodes)|(?:two|three|several) like it` +
    '|same thing (?:before|last|\\d)|times a (?:day|week|month)|keeps? (?:getting|having|coming back|happening)|keeps? recurring' +
    '|every (?:spring|summer|autumn|winter|may|june|year|few (?:days|weeks|months))' +
    ')(?![\\p{L}\\p{N}])',
  'giu',
);
const NOT_EPISODIC_BEFORE =
  /(?:\bno|\bnot|\bnever|\bdenies|\bwithout|\bfirst|\bdon't|\bdoes not|\bmother|\bfather|\bbrother|\bsister|\bconstant|\bif)(?:\s+\S+){0,3}\s*$/i;
/** Attacks of a disease that is known are its history. */
const OF_KNOWN_DISEASE = /\b(?:asthma|gout) attacks?$/iu;
const NOT_EPISODIC_AFTER =
  /^\s*(?:of (?:asthma|gout|pneumonia|bronchitis|pancreatitis|vomiting|diarrh\w+|loose|sickness)|nausea|baby|pregnancy|opinion|course|degree|toe|finger|line|trimester|antibiotic)/i;
/** "Took paracetamol on and off", "smoked on and off": said of what the patient does, not of what the patient has. */
const HABIT =
  /\b(?:smok\w*|exercis\w*|training|gym|swim\w*|jog\w*|tak(?:es|en|ing)|took|drink\w*|drank|work\w*|uses?|dialysis|paracetamol|ibuprofen|antibiotics)\b[^.;,\n]{0,30}$/i;

/** How many characters before a mention say of what it is. */
const LOOK_BACK = 60;

function mentionsOf(
  text: string,
  span: Span,
  pattern: RegExp,
  manner: CourseManner,
  isOther: (before: string, after: string, mention: string) => boolean,
): MannerMention[] {
  return [...text.slice(span.start, span.end).matchAll(pattern)].flatMap((match) => {
    const start = span.start + match.index;
    const end = start + match[0].trimEnd().length;
    const before = text.slice(Math.max(span.start, start - LOOK_BACK), start);
    const sentence = before.split(/[.;!?\n,]/u).at(-1) ?? '';
    const after = text.slice(end, Math.min(span.end, end + LOOK_BACK));
    return isOther(sentence, after, match[0]) ? [] : [{ manner, span: { start, end } }];
  });
}

/** Where the part of `text` inside `span` first says that the illness began at once, and that it comes in episodes. */
export function courseManners(text: string, span: Span): MannerMention[] {
  const [sudden] = mentionsOf(
    text,
    span,
    SUDDEN,
    'sudden',
    (before, after) => NOT_ONSET_BEFORE.test(before) || NOT_ONSET_AFTER.test(after),
  );
  const [episodic] = mentionsOf(
    text,
    span,
    EPISODIC,
    'episodic',
    (before, after, mention) =>
      NOT_EPISODIC_BEFORE.test(before) ||
      NOT_EPISODIC_AFTER.test(after) ||
      OF_KNOWN_DISEASE.test(mention) ||
      HABIT.test(before),
  );
  return [sudden, episodic].filter((mention) => mention !== undefined);
}
