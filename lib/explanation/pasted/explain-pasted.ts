import { createAudit } from '@/lib/audit/audit';
import type { Case } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { assembleExplanation } from '@/lib/explanation/assemble';
import type { Explanation } from '@/lib/explanation/explanation';
import { cautionsOf, type NamedCase } from '@/lib/explanation/pasted/cautions';
import { createTraceReader } from '@/lib/trace/read-trace';

/** Characters read between two reports of progress. */
const PIECE = 64_000;

const NAMES_NO_CASE: NamedCase = { isThisCase: undefined };

/**
 * The explanation of a chain of thought that was written elsewhere, piece by piece: yields the share that has been read, 0
 * to 1, and returns the explanation. Its offsets are into exactly the text given.
 */
export function* explainingPasted(
  patient: Case,
  text: string,
  named: NamedCase = NAMES_NO_CASE,
): Generator<number, Explanation, undefined> {
  const reading = readCase(patient);
  const reader = createTraceReader();
  const audit = createAudit(reading);
  for (let start = 0; start < text.length; start += PIECE) {
    reader.push(text.slice(start, start + PIECE));
    audit.update(reader.snapshot());
    yield Math.min(1, (start + PIECE) / text.length);
  }
  reader.finish();
  const trace = reader.snapshot();
  const explanation = assembleExplanation(reading, trace, audit.conclude(trace));
  const cautions = cautionsOf(patient.text, trace, named);
  return { ...explanation, limits: [...cautions, ...explanation.limits] };
}

/** The explanation of a chain of thought that was written elsewhere; its offsets are into exactly the text given. */
export function explainPasted(
  patient: Case,
  text: string,
  named: NamedCase = NAMES_NO_CASE,
): Explanation {
  const explaining = explainingPasted(patient, text, named);
  let step = explaining.next();
  while (!step.done) step = explaining.next();
  return step.value;
}
