import type { ServerResponse } from 'node:http';
import { FaultError } from '@/lib/text/outcome';
import type { EngineEvent, GenerateRequest } from '../engine';
import type { EndpointConnection } from './connection';
import { DIALECTS, type Dialect, replayedAnswer } from './dialects.fixture';
import { openEndpointEngine } from './endpoint-engine';
import {
  type Answer,
  connectionTo,
  nodeSurroundings,
  type ReplayServer,
  speaking,
  startServer,
  stream,
} from './replay-server.fixture';
import type { Patience } from './surroundings';

/** What the servers say. */
export const SAID = replayedAnswer(
  'Fever [1] and chills [1] 🫀. ',
  '**Primary Diagnosis**: Influenza\n',
);
export const REQUEST: GenerateRequest = {
  prompt: {
    text: '',
    prefill: '',
    messages: [
      { role: 'system', content: 'Reason.' },
      { role: 'user', content: 'A case.' },
    ],
  },
  sampling: { temperature: 0.7, topK: 20, topP: 0.8, minP: 0, repetitionPenalty: 1 },
  seed: 7,
  maxTokens: 100,
  alternatives: 5,
};

/** The dialect of this name. */
export function dialect(id: Dialect['id']): Dialect {
  const found = DIALECTS.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}
export const VLLM = dialect('vllm');

/** What came of a run. */
export interface Ran {
  readonly events: readonly EngineEvent[];
  readonly text: string;
  readonly fault?: { readonly code: string; readonly message: string; readonly remedy: string };
}

/** How a run differs from the usual one. */
export interface Circumstances {
  readonly speaks?: Dialect;
  readonly patience?: Partial<Patience>;
  readonly connection?: Partial<EndpointConnection>;
  readonly request?: Partial<GenerateRequest>;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: EngineEvent) => void;
}

/** Runs the engine against a server that answers a chat completion like this. */
export async function run(server: ReplayServer, given: Circumstances = {}): Promise<Ran> {
  const { speaks = VLLM, signal = new AbortController().signal } = given;
  const connection = connectionTo(server, speaks, given.connection);
  const events: EngineEvent[] = [];
  const textSoFar = () =>
    events.map((event) => (event.type === 'token' ? event.token.text : '')).join('');
  try {
    const surroundings = nodeSurroundings(given.patience);
    const engine = await openEndpointEngine(connection, surroundings, signal);
    for await (const event of engine.generate({ ...REQUEST, ...given.request }, signal)) {
      events.push(event);
      given.onEvent?.(event);
    }
    return { events, text: textSoFar() };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { events, text: textSoFar(), fault: error.fault };
  }
}

/** The servers of one test file. */
export interface Servers {
  serve(answer: Answer): Promise<ReplayServer>;
  /** A server of vLLM's kind whose answers to a chat completion are these, the last one again and again. */
  answering(...answers: readonly ((response: ServerResponse) => void)[]): Promise<ReplayServer>;
  close(): Promise<void>;
}

export function createServers(): Servers {
  const servers: ReplayServer[] = [];
  const serve = async (answer: Answer): Promise<ReplayServer> => {
    const server = await startServer(answer);
    servers.push(server);
    return server;
  };
  return {
    serve,
    answering(...answers) {
      let count = 0;
      return serve(
        speaking(VLLM, SAID, (_, response) => {
          const answer = answers[Math.min(count, answers.length - 1)];
          count += 1;
          answer?.(response);
        }),
      );
    },
    async close() {
      for (const server of servers.splice(0)) await server.close();
    },
  };
}

/** Answers a chat completion whole, as vLLM. */
export function whole(response: ServerResponse): void {
  stream(response);
  response.end(VLLM.frames(SAID).join(''));
}

/** The chat completions that a server was asked for. */
export function chatsOf(server: ReplayServer) {
  return server.asked.filter(({ path }) => path === '/v1/chat/completions');
}
