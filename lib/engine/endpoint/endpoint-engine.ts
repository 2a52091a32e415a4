import { FaultError } from '@/lib/text/outcome';
import type {
  Engine,
  EngineDescription,
  EngineEvent,
  GenerateRequest,
  StopReason,
  Timings,
} from '../engine';
import { askChat } from './ask-chat';
import { chatRequest } from './chat-request';
import type { EndpointConnection } from './connection';
import { countTokens } from './count-tokens';
import { serverName } from './exchange';
import { notSupported } from './faults';
import { createChatReader } from './read-chat';
import { readResponse } from './read-response';
import { describeServer, type ServerDescription } from './server-description';
import type { ServerFamily } from './server-families';
import type { EndpointSurroundings } from './surroundings';

/**
 * A server that does not stop at `max_tokens` is stopped. llama.cpp can send one token in two pieces, the end of the thinking
 * and the beginning of the answer, so that pieces may be a few more than tokens.
 */
const PIECES_PER_TOKEN = 2;

const NOT_TOLD = 'not told by the server';

/**
 * Opens a model behind an endpoint: asks the server what it is, sends no case yet. Works wherever `fetch` does. Throws
 * `FaultError` when the server cannot be reached or does not let one in.
 */
export async function openEndpointEngine(
  connection: EndpointConnection,
  surroundings: EndpointSurroundings,
  signal: AbortSignal,
): Promise<Engine> {
  const server = await describeServer(connection, surroundings, signal);
  return {
    description: describe(connection, server),
    countTokens: (text) => countTokens(connection, server.family, surroundings, text),
    generate: (request, stopping) => generate(connection, server, surroundings, request, stopping),
    score: () => Promise.reject(new FaultError(notSupported('score a given text'))),
    dispose: () => Promise.resolve(),
  };
}

function describe(
  connection: EndpointConnection,
  { family, contextLength }: ServerDescription,
): EngineDescription {
  const asked = `${family.name} at ${serverName(connection)}, asked ${
    connection.via === 'browser' ? 'directly' : 'through the server of this page'
  }`;
  return {
    kind: 'endpoint',
    model: connection.model,
    revision: NOT_TOLD,
    files: [],
    precision: `precision ${NOT_TOLD}`,
    device: 'remote',
    threads: 0,
    deviceReason: [asked, ...cautionsOf(connection, family)].join('; '),
    ...(contextLength === undefined ? {} : { contextLength }),
    versions: {},
  };
}

/** What a reader of a run has to know of the server, and which settings of the connection do not reach it. */
function cautionsOf(
  { thinking, thinkingBudget }: EndpointConnection,
  family: ServerFamily,
): readonly string[] {
  const hasSwitch = Object.keys(family.thinking.off).length > 0;
  const budget = family.thinkingBudget;
  return [
    ...family.cautions,
    ...(thinking === undefined || hasSwitch ? [] : ['it cannot be told whether to think']),
    ...(thinkingBudget === undefined ? [] : budgetCautions(budget)),
  ];
}

function budgetCautions(budget: ServerFamily['thinkingBudget']): readonly string[] {
  if (budget === undefined) return ['a limit to its thinking is not supported by this server'];
  return budget.condition === undefined ? [] : [budget.condition];
}

/**
 * One answer. The request is sent again only before anything was said, and only to a server that said it has no room; a
 * connection that breaks later ends the run with a fault, and what was said is kept. Ending the iteration or aborting the
 * signal closes the connection, which is how servers learn that nobody listens any more.
 */
async function* generate(
  connection: EndpointConnection,
  { family }: ServerDescription,
  surroundings: EndpointSurroundings,
  request: GenerateRequest,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, void, undefined> {
  const where = serverName(connection);
  const body = chatRequest(connection, family, request);
  const chat = createChatReader(where);
  const stopwatch = createStopwatch(surroundings.now);
  const closing = closingWith(signal);
  const stop = (reason: StopReason): EngineEvent => {
    return { type: 'stop', reason, timings: stopwatch.read() };
  };
  try {
    const response = yield* askChat(connection, surroundings, body, closing.signal);
    const hasEnded = () => chat.finished;
    for await (const chunk of readResponse(response, where, surroundings.patience, hasEnded)) {
      for (const token of chat.push(chunk)) {
        stopwatch.begin();
        yield { type: 'token', token };
        if (token.index + 1 < PIECES_PER_TOKEN * request.maxTokens) continue;
        yield stop('length');
        return;
      }
      if (chat.done || signal.aborted) break;
    }
    if (chat.promptTokens !== undefined) yield { type: 'prompt', tokens: chat.promptTokens };
    yield stop(signal.aborted ? 'stopped' : chat.stop());
  } catch (error) {
    if (!signal.aborted) throw error;
    yield stop('stopped');
  } finally {
    closing.close();
  }
}

/** Measures the time to the first token, and from there on. */
function createStopwatch(now: () => number) {
  const asked = now();
  let begun: number | undefined;
  return {
    begin() {
      begun ??= now();
    },
    read(): Timings {
      const read = now();
      return { prefill: (begun ?? read) - asked, decode: read - (begun ?? read) };
    },
  };
}

/** A signal that is aborted with the given one, or when it is closed. */
function closingWith(signal: AbortSignal) {
  const closing = new AbortController();
  const close = () => {
    signal.removeEventListener('abort', close);
    closing.abort(signal.reason);
  };
  signal.addEventListener('abort', close);
  if (signal.aborted) close();
  return { signal: closing.signal, close };
}
