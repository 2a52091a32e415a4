import type { ComputedToken } from '../engine';
import { type BegunRun, follow } from './begun-run';
import type { ChatRequest } from './chat-request';
import type { ChannelText } from './chat-run';
import type { ChatServer } from './chat-server';
import { createChunkWriter, usageOf, wholeAnswer } from './chat-shapes';
import { clientWentAway, errorObject, refusalOf } from './error-object';
import { EVENT_STREAM_HEADERS, eventStream, type SendEvent } from './event-stream';
import type { Place } from './queue';

/** The answer to a request that did not ask for a stream. Throws `RefusalError` where the client went away. */
export async function wholeResponse(
  run: BegunRun,
  asked: ChatRequest,
  place: Place,
): Promise<Response> {
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
  if (finish === 'cancelled') throw clientWentAway();
  const usage = usageOf(run.promptTokens, tokens.length);
  return Response.json(wholeAnswer(run.identity, asked, { tokens, pieces, finish, usage }), {
    headers: { 'cache-control': 'no-store' },
  });
}

/** The answer as an event stream, which has begun: what fails from here on is told inside of it. */
export function streamedResponse(
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
