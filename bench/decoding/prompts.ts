import { SAMPLE_CASES } from '@/components/case/sample-cases';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import type { Prompt } from '@/lib/engine/engine';
import { buildEmbeddedPrompt } from '@/lib/engine/prompt/embedded';
import { FaultError } from '@/lib/text/outcome';

/** The token by which the embedded model ends its answer. */
const END_TOKEN = '<|end|>';

const YOUNGEST = 20;

/**
 * The page's first sample case, with another age for each round: the age stands at the beginning, so that no engine can
 * keep anything of what it read in the round before. Nothing is restricted but the end of the answer, which is barred as
 * `min_new_tokens` bars it, so that both sides choose among the same tokens.
 */
export function promptOfRound(round: number): Prompt {
  const [sample] = SAMPLE_CASES;
  const age = YOUNGEST + (round % 70);
  const text = sample.draft.text.replace(/\d+-year-old/u, `${age}-year-old`);
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  const prompt = buildEmbeddedPrompt(readCase(parsed.value));
  if (!prompt.ok) throw new FaultError(prompt.fault);
  return { ...prompt.value, constraint: { bannedTokens: [END_TOKEN], choices: [] } };
}
