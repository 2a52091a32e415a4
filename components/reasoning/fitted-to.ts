import type { OpenedModel } from '@/components/engine/open-model';
import { answerBudget, estimatedTokens } from '@/lib/engine/answer-budget';
import type { ReasoningRequest } from '@/lib/explanation/reasoning-run';
import { FaultError } from '@/lib/text/outcome';

/**
 * The request with the budget that the model's context leaves beside the prompt. A model in this browser looks itself, with
 * its own tokenizer, and so does a server that makes the prompt; otherwise the server counts, or the length is estimated. Throws `FaultError` with
 * `prompt-too-long`, before anything was sent to be answered.
 */
export async function fittedTo(
  { engine, settings }: OpenedModel,
  request: ReasoningRequest,
): Promise<ReasoningRequest> {
  const { contextLength } = engine.description;
  const { messages } = request.prompt;
  if (settings.form !== 'chat' || contextLength === undefined || messages === undefined) {
    return request;
  }
  const text = messages.map(({ content }) => content).join('\n');
  const promptTokens = await engine.countTokens(text).catch(() => estimatedTokens(text));
  const { maxTokens: asked } = request;
  const least = settings.leastTokens;
  const budget = answerBudget({ promptTokens, contextLength, asked, least });
  if (!budget.ok) throw new FaultError(budget.fault);
  return { ...request, maxTokens: budget.value };
}
