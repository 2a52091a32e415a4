import { beginRun } from './begun-run';
import { type ChatRequest, readChatRequest } from './chat-request';
import { streamedResponse, wholeResponse } from './chat-response';
import type { ChatServer } from './chat-server';
import {
  clientWentAway,
  invalidRequest,
  type Refusal,
  RefusalError,
  refusalOf,
  refusalResponse,
} from './error-object';
import type { Place } from './queue';
import { readJsonBody } from './request-body';

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
    if (!asked.stream) return await wholeResponse(run, asked, place);
    return streamedResponse(server, run, asked, place, stop);
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
    const refuse = () => reject(clientWentAway());
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  await Promise.race([place.turn, gone]);
}
