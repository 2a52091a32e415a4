import { FaultError } from '@/lib/text/outcome';
import type {
  ComputedToken,
  ComputingEngine,
  EngineDescription,
  EngineEvent,
  EngineFaultCode,
  GenerateRequest,
  Prompt,
  ScoreRequest,
} from '../engine';
import { faultOf } from '../faults';
import type { ChatTemplate } from './chat-template';
import { generate, type LocalModel, score } from './decode';
import type { ModelConfiguration } from './model-configuration';
import type { Session } from './session';

/** What a model's own files say of how to ask it; none of it for a model that has none. */
export type OwnSettings = Pick<ModelConfiguration, 'chatTemplate' | 'sampling'>;

/**
 * An engine over a loaded model. Calls that overlap wait for one another, since they share one context. A run that fails
 * leaves the engine usable: what the context held is freed first.
 */
export function createLocalEngine(
  model: LocalModel,
  session: Session,
  description: EngineDescription,
  { chatTemplate, sampling }: OwnSettings = { chatTemplate: undefined, sampling: undefined },
): ComputingEngine {
  const turns = createTurns();
  let disposed = false;

  const failed = (error: unknown, doing: string): FaultError => {
    const fault = faultOf(error, doing);
    if (fault.code !== 'prompt-too-long') model.context.dispose();
    return new FaultError<EngineFaultCode>(fault);
  };
  const assertUsable = () => {
    if (disposed) throw new Error('the engine was disposed of');
  };

  async function* generateInTurn(
    request: GenerateRequest,
    signal: AbortSignal,
  ): AsyncGenerator<EngineEvent<ComputedToken>> {
    const leave = await turns.enter();
    try {
      assertUsable();
      yield* generate(model, request, signal);
    } catch (error) {
      throw failed(error, 'reasoning');
    } finally {
      leave();
    }
  }

  async function scoreInTurn(
    request: ScoreRequest,
    signal: AbortSignal,
  ): Promise<readonly ComputedToken[]> {
    const leave = await turns.enter();
    try {
      assertUsable();
      return await score(model, request, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      throw failed(error, 'scoring a text');
    } finally {
      leave();
    }
  }

  return {
    description,
    ...(sampling && { recommended: sampling }),
    inOwnForm: async (prompt, variables) => writeInOwnForm(prompt, chatTemplate, variables),
    countTokens: async (text) => model.tokenizer.encode(text).length,
    generate: generateInTurn,
    score: scoreInTurn,
    dispose: async () => {
      const leave = await turns.enter();
      try {
        if (disposed) return;
        disposed = true;
        model.context.dispose();
        await session.release();
      } finally {
        leave();
      }
    },
  };
}

function writeInOwnForm(
  prompt: Prompt,
  template: ChatTemplate | undefined,
  variables: Readonly<Record<string, unknown>> | undefined,
): Prompt {
  if (prompt.messages === undefined || template === undefined) return prompt;
  const rendered = template.render(prompt.messages, variables);
  if (!rendered.ok) throw new FaultError(rendered.fault);
  return { ...prompt, ...rendered.value };
}

/** Gives out turns one at a time, in the order they were asked for. `enter` resolves to the function that ends the turn. */
function createTurns(): { enter(): Promise<() => void> } {
  let last: Promise<void> = Promise.resolve();
  return {
    enter: () => {
      let leave: () => void = () => undefined;
      const over = new Promise<void>((resolve) => {
        leave = resolve;
      });
      const entered = last.then(() => leave);
      last = last.then(() => over);
      return entered;
    },
  };
}
