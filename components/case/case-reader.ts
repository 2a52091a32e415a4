import { type CaseDraft, parseInputOf } from '@/components/case/case-draft';
import type { Case, CaseFaultCode, CaseReading } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { FaultError, type Outcome, success } from '@/lib/text/outcome';

/*
 * Everything that knows the vocabulary is behind this file, and this file is imported when it is needed: the first visit
 * shows a case that was read when the page was built.
 */

/** What a draft reads as, or why it is no case. */
export function readDraft(draft: CaseDraft): Outcome<CaseReading, CaseFaultCode> {
  const parsed = parseCase(parseInputOf(draft));
  return parsed.ok ? success(readCase(parsed.value)) : parsed;
}

/** What a kept case reads as. Throws `FaultError` where it is none, which a kept one never should be. */
export function readKeptCase({ text, question, options }: Case): CaseReading {
  const parsed = parseCase({ text, options, ...(question === undefined ? {} : { question }) });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  return readCase(parsed.value);
}
