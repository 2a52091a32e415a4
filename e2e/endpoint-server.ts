import type { ServerResponse } from 'node:http';
import { DIALECTS, replayedAnswer } from '@/lib/engine/endpoint/dialects.fixture';
import {
  type Answer,
  type ReplayServer,
  speaking,
  startServer,
} from '@/lib/engine/endpoint/replay-server.fixture';
import { COMPLETE_OUTPUT } from '@/lib/trace/testing';

/** The name of the model that `serveEndpoint` offers. */
export const SERVED_MODEL = 'test/model-32b';

const [THINKING = '', ANSWER = ''] = COMPLETE_OUTPUT.replace('<think>\n', '').split('</think>\n');

function vllm() {
  const dialect = DIALECTS.find(({ id }) => id === 'vllm');
  if (dialect === undefined) throw new Error('there is no such dialect');
  return dialect;
}

/** Lets any page read what is answered, as vLLM does unless told otherwise. */
function admitPages(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
}

/** Answers everything as vLLM does, with one whole answer. */
export const wholeAnswer: Answer = speaking(vllm(), replayedAnswer(THINKING, ANSWER));

/** A server of another origin that speaks as vLLM does; `chat` takes the place of its answers, `models` of its list. */
export function serveEndpoint({
  chat,
  models,
  admits = true,
}: {
  readonly chat?: Answer;
  readonly models?: unknown;
  readonly admits?: boolean;
} = {}): Promise<ReplayServer> {
  const dialect = { ...vllm(), ...(models === undefined ? {} : { models }) };
  const answer = speaking(dialect, replayedAnswer(THINKING, ANSWER), chat);
  return startServer((asked, response) => {
    if (admits) admitPages(response);
    if (asked.method === 'OPTIONS') response.writeHead(204).end();
    else answer(asked, response);
  });
}
