import {
  type Check,
  type CheckContext,
  type InspectedStep,
  verdictOnSpans,
} from '@/lib/audit/check';
import { sharedStems } from '@/lib/audit/statements/content-words';
import { type StatedSentence, sentencesOf } from '@/lib/audit/statements/stated-sentences';
import { type TimeVerdict, timeVerdicts } from '@/lib/audit/time/compare-times';
import { readCourses } from '@/lib/audit/time/course';
import type { Verdict } from '@/lib/audit/verdict';
import { gated } from '@/lib/text/gated-pattern';

const ID = 'time';
/** Words of a clause that speaks of how things usually go, or of what is to be done. */
const GENERAL = gated(
  /\b(?:usually|typically|normally|generally|often|commonly|on average|can|should|needs? to|have to|recommend(?:s|ed)?|guidelines?|advise[ds]?|wait|follow[\s-]?up|recheck|repeat|continue|plan|would|could|might|may|lasts|(?:are|is) (?:usually )?(?:given|used|taken|continued|repeated|needed|required)|takes|tends?|within|patients|people|cases|those who|risk)\b/i,
);
const OF_THE_PATIENT = gated(
  /\b(?:patient|she|he|her|his|him|they|their|(?:this|the|our) (?:woman|man|girl|boy|guy|lady|child|infant|baby))\b|\b(?:we have|we['’]ve got|there['’]s|here['’]s|comes in|came in|presents|presented)\b/i,
);

/** "When we're talking about day two": what a question rests on is taken for known. */
const TAKEN_FOR_KNOWN = gated(
  /\b(?:when|since|given|considering|because|with)\b[^,;?]{0,20}\b(?:we['’]re|we are|he['’]s|she['’]s|they['’]re|it['’]s|baby['’]s|patient['’]s|(?:he|she|it|baby|patient) is)\s(?:[\w-]{1,12}\s){0,3}$/i,
);

/** Whether the time is one that the clause asserts of this patient, or points back to as known. */
function isAsserted({ time, linked }: TimeVerdict, sentence: StatedSentence): boolean {
  const statement = sentence.at(time.span.start);
  if (statement === undefined) return false;
  if (time.kind === 'position' && TAKEN_FOR_KNOWN.test(sentence.text.slice(0, time.span.start)))
    return true;
  if (time.definite && statement.mood !== 'question') return true;
  if (statement.mood !== 'asserted' || GENERAL.test(statement.text)) return false;
  return linked || statement.about === 'patient' || OF_THE_PATIENT.test(sentence.text);
}

/** Whether a treatment stands where the case has it in its course; only where both say so outright. */
function courseVerdicts(sentence: StatedSentence, { reading }: CheckContext): readonly Verdict[] {
  const said = readCourses(sentence.text).filter(
    ({ span }) => sentence.at(span.start)?.mood === 'asserted',
  );
  if (said.length === 0) return [];
  const known = readCourses(reading.case.text);
  return said.flatMap((course) => {
    const same = known.filter(({ of }) => sharedStems(of, course.of) > 0);
    const first = same.find(({ phase }) => phase === course.phase) ?? same[0];
    if (first === undefined) return [];
    const outcome = first.phase === course.phase ? 'supported' : 'contradicted';
    const detail = `Course: ${course.phase} here, ${first.phase} in the case.`;
    return verdictOnSpans(ID, outcome, sentence.inTrace(course.span), [first.span], detail);
  });
}

function timesOf(sentence: StatedSentence, { reading }: CheckContext): readonly Verdict[] {
  return timeVerdicts(sentence.text, reading)
    .filter((verdict) => isAsserted(verdict, sentence))
    .map(({ outcome, time, case: spans, detail }) =>
      verdictOnSpans(ID, outcome, sentence.inTrace(time.span), spans, detail),
    );
}

function inspect(step: InspectedStep, context: CheckContext): readonly Verdict[] {
  return sentencesOf(step).flatMap((sentence) => [
    ...timesOf(sentence, context),
    ...courseVerdicts(sentence, context),
  ]);
}

/** Whether durations, onsets and intervals are those of the case, each linked to the case's by the event it is said of. */
export const TIME: Check = { id: ID, title: 'Durations and times', inspect, conclude: () => [] };
