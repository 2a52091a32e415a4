import { randomUUID } from 'node:crypto';
import { FaultError } from '@/lib/text/outcome';
import type { Channel, ComputedToken, GenerateRequest } from '../engine';
import { type ChatRequest, readChatRequest } from './chat-request';
import { type ChannelSplitter, type ChannelText, type ChatEvent, runChat } from './chat-run';
import { type AnswerIdentity, createChunkWriter, usageOf, wholeAnswer } from './chat-shapes';
import {
  errorObject,
  invalidRequest,
  type Refusal,
  RefusalError,
  refusalOfFault,
  refusalResponse,
} from './error-object';
import {
  EVENT_STREAM_HEADERS,
  type EventStreamLimits,
  eventStream,
  type SendEvent,
} from './event-stream';
import type { Guard } from './guard';
import type { ServerMetrics } from './metrics';
import { firstChannel } from './prompt-form';
import type { Place, Queue } from './queue';
import { readJsonBody } from './request-body';
import type { ServedModel } from './served-model';

/** What answering a conversation takes. */
export interface ChatServer {
  readonly model: ServedModel;
  readonly queue: Queue;
  readonly guard: Guard;
  readonly metrics: ServerMetrics;
  readonly bodyBytes: number;
  readonly streamLimits?: EventStreamLimits;
  createSplitter(first: Channel): ChannelSplitter;
  /** Milliseconds that never go back. */
  now(): number;
}

/**
 * Answers `POST chat/completions`, whole or as a stream. Every request is answered: with the model's words, or with an error
 * object (400, 401, 404, 413, 415, 429, 500, 503). A client that goes away ends its run or gives up its place.
 */
export function createChatHandler(server: ChatServer): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await answer(server, request).catch((error: unknown) =>
      refusalResponse(refusalOf(error)),
    );
    server.metrics.countRequest('chat', response.status);
    return response;
  };
}

/** What an exception comes to for the client. What nobody foresaw is told to the operator alone. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  if (error instanceof FaultError) return refusalOfFault(error.fault);
  console.error(error);
  return { status: 500, type: 'server_error', message: 'The server failed while answering.' };
}

async function answer(server: ChatServer, request: Request): Promise<Response> {
  server.guard.admit(request);
  const asked = readChatRequest(await readJsonBody(request, server.bodyBytes));
  checkModel(server, asked);
  const place = server.queue.enter();
  if (place === undefined) throw new RefusalError(busy(server));
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  request.signal.addEventListener('abort', stop, { once: true });
  if (request.signal.aborted) stop();
  try {
    await turnOrEnd(place, stopping.signal);
    const run = await beginRun(server, asked, stopping.signal);
    if (!asked.stream) return await whole(run, asked, place);
    return streamed(server, run, asked, place, stop);
  } catch (error) {
    place.leave();
    throw error;
  }
}

function checkModel({ model }: ChatServer, asked: ChatRequest): void {
  if (asked.model === undefined || asked.model === model.id) return;
  throw new RefusalError(
    invalidRequest(`There is no model "${asked.model}" here; this server has "${model.id}".`, {
      param: 'model',
      code: 'model_not_found',
      status: 404,
    }),
  );
}

const LONGEST_WAIT_SECONDS = 120;

function busy({ queue, metrics }: ChatServer): Refusal {
  const estimate = Math.ceil((queue.waiting + queue.running) * metrics.meanRunSeconds);
  const retryAfter = Math.min(LONGEST_WAIT_SECONDS, Math.max(1, estimate));
  return {
    status: 503,
    type: 'overloaded_error',
    code: 'queue_full',
    message: `The model is busy and ${queue.waiting} others wait; ask again in ${retryAfter} s.`,
    retryAfter,
  };
}

async function turnOrEnd(place: Place, signal: AbortSignal): Promise<void> {
  const gone = new Promise<never>((_, reject) => {
    const refuse = () => reject(new RefusalError(invalidRequest('The client went away.')));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  await Promise.race([place.turn, gone]);
}

/** A run whose prompt the model has taken; every fault of the request has shown by now. */
interface BegunRun {
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

async function beginRun(
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

async function whole(run: BegunRun, asked: ChatRequest, place: Place): Promise<Response> {
  const tokens: ComputedToken[] = [];
  const pieces: ChannelText[] = [];
  const finish = await follow(run, place, {
    async token(token, said) {
      tokens.push(token);
      pieces.push(...said);
    },
    async end(said) {
      pieces.push(...said);
    },
  });
  if (finish === 'cancelled') throw new RefusalError(invalidRequest('The client went away.'));
  const usage = usageOf(run.promptTokens, tokens.length);
  return Response.json(wholeAnswer(run.identity, asked, { tokens, pieces, finish, usage }), {
    headers: { 'cache-control': 'no-store' },
  });
}

function streamed(
  server: ChatServer,
  run: BegunRun,
  asked: ChatRequest,
  place: Place,
  stop: () => void,
): Response {
  const body = eventStream(
    (send) =>
      writeChunks(run, asked, place, send).catch(async (error: unknown) => {
        await send(JSON.stringify(errorObject(refusalOf(error))));
      }),
    stop,
    server.streamLimits,
  );
  return new Response(body, { headers: EVENT_STREAM_HEADERS });
}

async function writeChunks(
  run: BegunRun,
  asked: ChatRequest,
  place: Place,
  send: SendEvent,
): Promise<void> {
  const writer = createChunkWriter(run.identity, asked);
  let completionTokens = 0;
  const finish = await follow(run, place, {
    async begin() {
      await send(writer.first());
    },
    async token(token, pieces) {
      completionTokens += 1;
      for (const chunk of writer.token(token, pieces)) await send(chunk);
    },
    async end(pieces, reason) {
      for (const chunk of writer.last(pieces, reason)) await send(chunk);
    },
  });
  if (finish === 'cancelled') return;
  if (asked.includeUsage) await send(writer.usage(usageOf(run.promptTokens, completionTokens)));
  await send('[DONE]');
}

interface Follower {
  begin?(): Promise<void>;
  token(token: ComputedToken, pieces: readonly ChannelText[]): Promise<void>;
  /** Not called for a run that was cancelled: nobody listens any more. */
  end(pieces: readonly ChannelText[], finish: 'stop' | 'length'): Promise<void>;
}

/** Hands a run's events on, counts the run, and gives the place in the queue up however the run ends. */
async function follow(
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
