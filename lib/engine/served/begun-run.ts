import { randomUUID } from 'node:crypto';
import type { ComputedToken, GenerateRequest } from '../engine';
import type { ChatRequest } from './chat-request';
import { type ChannelText, type ChatEvent, runChat } from './chat-run';
import type { ChatServer } from './chat-server';
import type { AnswerIdentity } from './chat-shapes';
import { RefusalError, refusalOfFault } from './error-object';
import { firstChannel } from './prompt-form';
import type { Place } from './queue';

/** A run whose prompt the model has taken; every fault of the request has shown by now. */
export interface BegunRun {
  readonly identity: AnswerIdentity;
  readonly promptTokens: number;
  /** Whatever way it is left, the run is counted and its place given up by whoever reads it. */
  readonly events: AsyncGenerator<ChatEvent>;
  readonly tell: RunTally;
}

interface RunTally {
  token(): void;
  end(finish: 'stop' | 'length' | 'cancelled' | 'failed'): void;
}

/**
 * Begins a run: loads the model where need be, writes the prompt and has the model take it. Throws `RefusalError` or
 * `FaultError`.
 */
export async function beginRun(
  server: ChatServer,
  asked: ChatRequest,
  signal: AbortSignal,
): Promise<BegunRun> {
  const { engine, form, sampling } = await server.model.open();
  const prompt = await form(asked.messages, asked.templateVariables);
  if (!prompt.ok) throw new RefusalError(refusalOfFault(prompt.fault));
  const generate: GenerateRequest = {
    prompt: prompt.value,
    sampling: { ...sampling, ...asked.sampling },
    seed: asked.seed,
    maxTokens: asked.maxTokens ?? server.model.contextLength ?? Number.MAX_SAFE_INTEGER,
    alternatives: asked.topLogprobs ?? 0,
  };
  const started = server.now();
  const splitter = server.createSplitter(firstChannel(prompt.value));
  const events = runChat(engine, generate, splitter, signal);
  const first = await events.next();
  const promptTokens = !first.done && first.value.type === 'begun' ? first.value.promptTokens : 0;
  return {
    identity: {
      id: `chatcmpl-${randomUUID()}`,
      created: Math.floor(Date.now() / 1000),
      model: server.model.id,
    },
    promptTokens,
    events,
    tell: tallyOf(server, started, promptTokens),
  };
}

function tallyOf(server: ChatServer, started: number, promptTokens: number): RunTally {
  let completionTokens = 0;
  let firstTokenSeconds: number | undefined;
  const seconds = () => (server.now() - started) / 1000;
  return {
    token() {
      completionTokens += 1;
      firstTokenSeconds ??= seconds();
    },
    end(finish) {
      server.metrics.countRun({
        finish,
        promptTokens,
        completionTokens,
        seconds: seconds(),
        ...(firstTokenSeconds === undefined ? {} : { firstTokenSeconds }),
      });
    },
  };
}

/** What is done with the events of a run. */
export interface Follower {
  begin?(): Promise<void>;
  token(token: ComputedToken, pieces: readonly ChannelText[]): Promise<void>;
  /** Not called for a run that was cancelled: nobody listens any more. */
  end(pieces: readonly ChannelText[], finish: 'stop' | 'length'): Promise<void>;
}

/** Hands a run's events on, counts the run, and gives the place in the queue up however the run ends. */
export async function follow(
  { events, tell }: BegunRun,
  place: Place,
  follower: Follower,
): Promise<'stop' | 'length' | 'cancelled'> {
  let finish: 'stop' | 'length' | 'cancelled' | 'failed' = 'failed';
  try {
    await follower.begin?.();
    for await (const event of events) {
      if (event.type === 'token') {
        tell.token();
        await follower.token(event.token, event.pieces);
      }
      if (event.type === 'ended') {
        finish = event.finish;
        if (finish !== 'cancelled') await follower.end(event.pieces, finish);
      }
    }
    return finish === 'failed' ? 'cancelled' : finish;
  } finally {
    tell.end(finish);
    place.leave();
  }
}
