import type { CheckReply, CheckRequest } from '@/components/audit/audit-messages';
import { parseInputOf } from '@/components/case/case-draft';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { explainingPasted } from '@/lib/explanation/pasted/explain-pasted';
import { checkPastedTexts } from '@/lib/explanation/pasted/pasted-input';
import {
  isMadeFor,
  type ReceivedTrace,
  receiveTrace,
} from '@/lib/explanation/pasted/received-trace';
import { sha256 } from '@/lib/ledger/sha256';

/** Checks a chain of thought against a case: tells how far it is, and last what came out or why it could not begin. */
export async function* checkPasted(
  request: CheckRequest,
): AsyncGenerator<CheckReply, void, undefined> {
  const received = receiveTrace(request.trace);
  const texts = { caseText: request.case.text, traceText: received.text };
  const checked = checkPastedTexts(texts, request.asGiven);
  if (!checked.ok) {
    yield { type: 'refused', fault: checked.fault };
    return;
  }
  const parsed = parseCase(parseInputOf(request.case));
  if (!parsed.ok) {
    yield { type: 'refused', fault: parsed.fault };
    return;
  }
  const isThisCase = await madeForThisCase(received, request);
  const explaining = explainingPasted(parsed.value, received.text, { isThisCase });
  let step = explaining.next();
  while (!step.done) {
    yield { type: 'progress', share: step.value };
    step = explaining.next();
  }
  yield { type: 'done', reading: readCase(parsed.value), explanation: step.value };
}

async function madeForThisCase(
  received: ReceivedTrace,
  request: CheckRequest,
): Promise<boolean | undefined> {
  const { text } = request.case;
  const named = isMadeFor(received, text, await sha256(text));
  if (named !== undefined || request.madeForCase === undefined) return named;
  return request.madeForCase === text;
}
