import type { PromptForm } from '@/components/engine/run-settings';
import type { CaseReading } from '@/lib/case/case';
import type { Prompt } from '@/lib/engine/engine';
import { buildCasePrompt } from '@/lib/engine/prompt/case-alone';
import { buildChatPrompt } from '@/lib/engine/prompt/chat';
import { buildEmbeddedPrompt } from '@/lib/engine/prompt/embedded';
import { type Outcome, success } from '@/lib/text/outcome';

/** The case in the form in which a model is given it. */
export function promptFor(form: PromptForm, reading: CaseReading): Outcome<Prompt> {
  switch (form) {
    case 'embedded':
      return buildEmbeddedPrompt(reading);
    case 'chat':
      return buildChatPrompt(reading);
    case 'case':
      return success(buildCasePrompt(reading));
  }
}
