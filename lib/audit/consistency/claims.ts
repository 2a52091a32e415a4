import type { InspectedStep } from '@/lib/audit/check';
import type { Statement } from '@/lib/audit/statements/statements';
import { statementsOf } from '@/lib/audit/statements/statements';
import { gated } from '@/lib/text/gated-pattern';

/** A clause that asserts something of this patient as it is now, by itself and not beside something else. */
export interface PatientClaim {
  readonly statement: Statement;
  /** Whether its step takes something back, so that it may correct what was said before. */
  readonly corrects: boolean;
}

/** Words by which a clause speaks of another time, another person, a comparison, or of what was or was not said. */
const OF_SOMETHING_ELSE = gated(
  /\b(?:initially|first|later|then|now|today|currently|yesterday|after(?:wards?)?|before|since|until|previous(?:ly)?|prior|earlier|last|ago|used to|had been|became|becomes?|developed|improved|resolved|worsened|returned|follow[- ]?up|on admission|repeat|target|goal|normally|usually|typical(?:ly)?|mother|father|brother|sister|family|son|daughter|wife|husband|unlike|compared|versus|than|other|contralateral|unaffected|both|bilateral|either|neither|mention(?:s|ed)?|said|say|says|told|report of|whether|wait|actually|no,|mean|correct(?:ion)?|rather|instead|if)\b/i,
);

/** Words that open a sentence and say nothing of time. */
const OPENER =
  /^\W{0,3}(?:(?:okay|ok|alright|so|well|now|then|and|hmm|first|also)\b[\s,.…]{0,4}){1,3}/i;

/** Words that say outright who is meant; a clause that leaves it to its surroundings may be about any patient. */
const NAMES_THE_PATIENT = gated(
  /\b(?:(?:the|this|our) (?:patient|woman|man|girl|boy|guy|lady|child|infant|baby|newborn)|patient['’]s|she|he|her|his|him|years?[- ]old|months?[- ]old)\b/i,
);

/** The claims of a step that can be set against each other. */
export function claimsOf(inspected: InspectedStep): readonly PatientClaim[] {
  const corrects = inspected.step.roles.includes('self-correction');
  const { step, text: whole } = inspected;
  const sentenceOf = ({ sentence }: Statement) =>
    whole.slice(sentence.start - step.start, sentence.end - step.start);
  return statementsOf(inspected)
    .filter(
      ({ about, mood, text }) =>
        about === 'patient' &&
        mood === 'asserted' &&
        !OF_SOMETHING_ELSE.test(text.replace(OPENER, '')),
    )
    .filter((statement) => NAMES_THE_PATIENT.test(sentenceOf(statement)))
    .map((statement) => ({ statement, corrects }));
}
