import { FaultError } from '@/lib/text/outcome';
import type { GenerateRequest } from '../engine';
import { chatRequest } from './chat-request';
import { checkHealth, type Health } from './check-health';
import type { EndpointConnection } from './connection';
import { type Probe, probeEndpoint } from './probe-endpoint';
import { describeServer, type OfferedModel, type ServerDescription } from './server-description';
import type { ServerFamily, ServerFamilyId } from './server-families';
import type { EndpointSurroundings } from './surroundings';
import { END_OF_THINKING, judgeBudget, judgeSwitch, TRIED_BUDGET, thinks } from './thinking-checks';

export type EndpointCheckId =
  | 'reachable'
  | 'health'
  | 'model'
  | 'context'
  | 'answers'
  | 'streams'
  | 'reasoning'
  | 'probabilities'
  | 'thinking-switch'
  | 'thinking-budget'
  | 'structured-output';

/** One thing that was tried. `detail` is a sentence for a person. */
export interface EndpointCheck {
  readonly id: EndpointCheckId;
  readonly title: string;
  readonly outcome: 'works' | 'in-part' | 'fails' | 'not-told';
  readonly detail: string;
}

/** What an endpoint supports, as far as it showed. */
export interface EndpointReport {
  /** What kind of server it seems to be; absent where it could not be asked. */
  readonly server?: ServerFamilyId;
  readonly models: readonly OfferedModel[];
  readonly checks: readonly EndpointCheck[];
}

const TITLES: Readonly<Record<EndpointCheckId, string>> = {
  reachable: 'Can be reached',
  health: 'Says that it is well',
  model: 'Offers the model',
  context: 'Tells its context',
  answers: 'Answers a question',
  streams: 'Streams',
  reasoning: 'Shows its reasoning',
  probabilities: 'Gives probabilities',
  'thinking-switch': 'Can be told not to think',
  'thinking-budget': 'Can be told how long to think',
  'structured-output': 'Keeps to a form without losing its reasoning',
};

/** A question that every model answers in a few words, and a reasoning model thinks about first. No case is sent. */
const QUESTION = 'What is 17 plus 25? Answer with the number alone.';

/** Enough for a model that thinks long about little. */
const MOST_TOKENS = 1024;

/**
 * Tries out what an endpoint supports: up to four questions, one after the other, none with a case. Each result is told
 * as soon as it is known. A check that fails is part of the report; throws only what `fetch` throws when the signal is
 * aborted.
 */
export async function testEndpoint(
  connection: EndpointConnection,
  surroundings: EndpointSurroundings,
  signal: AbortSignal,
  onCheck: (check: EndpointCheck) => void = () => undefined,
): Promise<EndpointReport> {
  const checks: EndpointCheck[] = [];
  const note = (id: EndpointCheckId, outcome: EndpointCheck['outcome'], detail: string) => {
    const check = { id, title: TITLES[id], outcome, detail };
    checks.push(check);
    onCheck(check);
  };
  const server = await attempt(() => describeServer(connection, surroundings, signal));
  if (server instanceof FaultError) {
    note('reachable', 'fails', server.message);
    return { models: [], checks };
  }
  const { family, models } = server;
  note('reachable', 'works', `It answers as ${family.name}.`);
  noteHealth(await checkHealth(connection, family.id, surroundings, signal), note);
  noteModel(connection, server, note);
  const ask = (more: Readonly<Record<string, unknown>>, asked: EndpointConnection = connection) => {
    const body = { ...chatRequest(asked, family, requestFor(family)), ...more };
    return attempt(() => probeEndpoint(asked, surroundings, body, signal));
  };
  const { thinking: _, thinkingBudget: __, ...asIs } = connection;
  const plain = await ask({}, asIs);
  if (plain instanceof FaultError) {
    note('answers', 'fails', plain.message);
    return { server: family.id, models, checks };
  }
  noteProbe(plain, note);
  if (Object.keys(family.thinking.off).length > 0 && thinks(plain)) {
    note('thinking-switch', ...judgeSwitch(await ask({}, { ...connection, thinking: 'off' })));
  }
  if (thinks(plain)) {
    const asked = { ...asIs, thinkingBudget: TRIED_BUDGET };
    const limited = family.thinkingBudget === undefined ? undefined : await ask({}, asked);
    note('thinking-budget', ...judgeBudget(plain, limited));
  }
  noteForm(await ask(FORM, asIs), thinks(plain), note);
  return { server: family.id, models, checks };
}

type Note = (id: EndpointCheckId, outcome: EndpointCheck['outcome'], detail: string) => void;

async function attempt<Value>(trial: () => Promise<Value>): Promise<Value | FaultError> {
  try {
    return await trial();
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
}

function requestFor(family: ServerFamily): GenerateRequest {
  return {
    prompt: { text: QUESTION, messages: [{ role: 'user', content: QUESTION }], prefill: '' },
    sampling: { temperature: 0.6, topK: 20, topP: 0.95, minP: 0, repetitionPenalty: 1 },
    seed: 0,
    maxTokens: MOST_TOKENS,
    alternatives: Math.min(2, family.mostAlternatives),
  };
}

/** `response_format` is taken by all five, TGI from version 3 on. */
const FORM = {
  response_format: {
    type: 'json_schema',
    json_schema: {
      name: 'sum',
      strict: true,
      schema: {
        type: 'object',
        properties: { sum: { type: 'integer' } },
        required: ['sum'],
        additionalProperties: false,
      },
    },
  },
};

function noteHealth(health: Health, note: Note): void {
  if (health === 'well') note('health', 'works', 'It says that it is ready.');
  else if (health === 'not-ready') note('health', 'fails', 'It says that it is not ready yet.');
  else note('health', 'not-told', 'It does not say how it is, or not to this page.');
}

function noteModel(
  { model }: EndpointConnection,
  { models, contextLength }: ServerDescription,
  note: Note,
): void {
  const named = models.map(({ id }) => id);
  if (models.length === 0) {
    note('model', 'not-told', 'The server has no list of its models.');
  } else if (named.includes(model)) {
    note('model', 'works', `"${model}" is on its list.`);
  } else {
    const some = named.slice(0, 5).map((id) => `"${id}"`);
    note(
      'model',
      'in-part',
      `"${model}" is not on its list, which begins with ${some.join(', ')}.`,
    );
  }
  if (contextLength === undefined) {
    note('context', 'not-told', 'Whether a case fits shows only when it is sent.');
  } else {
    note('context', 'works', `${contextLength} tokens for case and answer together.`);
  }
}

function noteProbe(probe: Probe, note: Note): void {
  note('answers', 'works', 'It answered a question of arithmetic.');
  if (probe.pieces > 1) {
    note('streams', 'works', `The answer came in ${probe.pieces} pieces.`);
  } else {
    note('streams', 'fails', 'The answer came whole, so nothing is seen before it is ready.');
  }
  if (probe.thinking.trim() !== '') {
    note('reasoning', 'works', 'It comes in a field of its own.');
  } else if (END_OF_THINKING.test(probe.content)) {
    note('reasoning', 'works', 'It comes within the text, between marks.');
  } else {
    note(
      'reasoning',
      'fails',
      'None came: the model does not think, or the server leaves its thinking out.',
    );
  }
  noteProbabilities(probe, note);
}

function noteProbabilities({ scored, gaveProbabilities }: Probe, note: Note): void {
  if (scored === 1) {
    note('probabilities', 'works', 'For every token, and they add up to the text.');
  } else if (scored > 0) {
    const share = Math.floor(scored * 100);
    note(
      'probabilities',
      'in-part',
      `For ${share} % of the text; where they do not add up to the text they are left out.`,
    );
  } else if (gaveProbabilities) {
    note(
      'probabilities',
      'fails',
      'They are given for other text than they stand beside, so none is used.',
    );
  } else {
    note('probabilities', 'fails', 'None came, so how sure the model was cannot be shown.');
  }
}

function noteForm(probe: Probe | FaultError, thoughtBefore: boolean, note: Note): void {
  if (probe instanceof FaultError) {
    note('structured-output', 'fails', probe.message);
    return;
  }
  const answer = probe.content.split(END_OF_THINKING).at(-1)?.trim() ?? '';
  if (!/^\{\s{0,9}"sum"\s{0,9}:\s{0,9}-?\d{1,9}\s{0,9}\}$/.test(answer)) {
    note('structured-output', 'fails', 'It did not keep to the form.');
  } else if (thoughtBefore && !thinks(probe)) {
    // Without a reasoning parser the grammar begins at the first token (vllm-project/vllm #47027).
    note('structured-output', 'in-part', 'It keeps to the form, but stops thinking for it.');
  } else {
    note('structured-output', 'works', 'It keeps to the form, and its thinking stays free.');
  }
}
