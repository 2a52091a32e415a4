/**
 * How five servers stream the same answer, written from their sources and documentation. Each behaviour that a client can
 * stumble over stands beside the line that shows it.
 */

/** A token of the answer that is replayed; `mark` where it is a special token that a parser takes out. */
export interface ReplayedToken {
  readonly text: string;
  readonly logprob: number;
  readonly part: 'thinking' | 'answer' | 'mark';
}

export interface ReplayedAnswer {
  readonly thinking: string;
  readonly answer: string;
  readonly tokens: readonly ReplayedToken[];
}

/** Cuts an answer into tokens of so many characters, never inside one. */
export function replayedAnswer(thinking: string, answer: string, size = 5): ReplayedAnswer {
  const cut = (text: string, part: ReplayedToken['part']): ReplayedToken[] => {
    const characters = Array.from(text);
    return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) => ({
      text: characters.slice(index * size, (index + 1) * size).join(''),
      logprob: -0.01 - (index % 7) / 10,
      part,
    }));
  };
  const mark = (text: string): ReplayedToken => ({ text, logprob: -0.001, part: 'mark' });
  const tokens = [
    mark('<think>'),
    ...cut(thinking, 'thinking'),
    mark('</think>'),
    ...cut(answer, 'answer'),
  ];
  return { thinking, answer, tokens };
}

export interface Dialect {
  readonly id: 'vllm' | 'sglang' | 'llama.cpp' | 'ollama' | 'tgi';
  /** The body of `GET /v1/models`. */
  readonly models: unknown;
  /** What it tells of itself beside `/v1`, by path. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** The frames of the stream, each with the empty line after it. */
  readonly frames: (said: ReplayedAnswer) => readonly string[];
  /** Whether thinking comes in a field of its own. */
  readonly separates: boolean;
  /** Whether probabilities can be had: for all of the text, for most of it, for none. */
  readonly probabilities: 'all' | 'most' | 'none';
}

const MODEL = 'test/model-32b';
const PROMPT_TOKENS = 321;
const USAGE = { prompt_tokens: PROMPT_TOKENS, completion_tokens: 9, total_tokens: 330 };

function frame(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

function chunk(choice: object | undefined, more: object = {}): string {
  const choices = choice === undefined ? [] : [{ index: 0, ...choice }];
  return frame({ id: 'c-1', object: 'chat.completion.chunk', model: MODEL, choices, ...more });
}

function named(tokens: readonly ReplayedToken[], bytes: boolean) {
  return {
    content: tokens.map(({ text, logprob }) => ({
      token: text,
      logprob,
      ...(bytes ? { bytes: [...new TextEncoder().encode(text)] } : {}),
      top_logprobs: [
        { token: text, logprob },
        { token: 'other', logprob: -9999 },
      ],
    })),
  };
}

function fieldsOf(tokens: readonly ReplayedToken[], reasoningField: string) {
  const of = (part: ReplayedToken['part']) =>
    tokens
      .filter((token) => token.part === part)
      .map(({ text }) => text)
      .join('');
  return {
    ...(of('thinking') === '' ? {} : { [reasoningField]: of('thinking') }),
    ...(of('answer') === '' ? {} : { content: of('answer') }),
  };
}

/** Groups of so many tokens. */
function inGroups(tokens: readonly ReplayedToken[], size: number): readonly ReplayedToken[][] {
  return Array.from({ length: Math.ceil(tokens.length / size) }, (_, index) =>
    tokens.slice(index * size, (index + 1) * size),
  );
}

/** Ollama alone has no such place. */
const HEALTH = { '/health': { status: 'ok' } };

const DONE = 'data: [DONE]\n\n';

export const DIALECTS: readonly Dialect[] = [
  {
    id: 'vllm',
    models: { object: 'list', data: [{ id: MODEL, owned_by: 'vllm', max_model_len: 8192 }] },
    beside: HEALTH,
    separates: true,
    probabilities: 'all',
    frames: ({ tokens }) => [
      // The role comes alone, with empty content (chat_completion/serving.py).
      chunk({ delta: { role: 'assistant', content: '' }, logprobs: null, finish_reason: null }),
      // Several tokens in one event with speculative decoding or --stream-interval, so that one event can end the thinking
      // and begin the answer; `</think>` is then among its probabilities, but not in its text (reasoning/qwen3 parser).
      ...inGroups(tokens, 3).map((group) =>
        chunk({
          delta: fieldsOf(group, 'reasoning'),
          logprobs: named(group, true),
          finish_reason: null,
        }),
      ),
      chunk({ delta: { content: '' }, logprobs: null, finish_reason: 'stop', stop_reason: null }),
      // With stream_options.include_usage: an event without any choice.
      chunk(undefined, { usage: USAGE }),
      DONE,
    ],
  },
  {
    id: 'sglang',
    models: { object: 'list', data: [{ id: MODEL, owned_by: 'sglang', max_model_len: 8192 }] },
    beside: HEALTH,
    separates: true,
    probabilities: 'none',
    frames: ({ tokens }) => [
      chunk({ delta: { role: 'assistant', content: '' }, finish_reason: null }),
      // Probabilities are dropped while a reasoning parser is at work (sgl-project/sglang #28601), and fields that say
      // nothing are null (python/sglang/srt/entrypoints/openai/protocol.py, DeltaMessage).
      ...tokens
        .filter(({ part }) => part !== 'mark')
        .map((token) =>
          chunk({
            delta: {
              role: null,
              content: token.part === 'answer' ? token.text : null,
              reasoning_content: token.part === 'thinking' ? token.text : null,
              tool_calls: null,
            },
            logprobs: null,
            finish_reason: null,
            matched_stop: null,
          }),
        ),
      chunk({ delta: { content: null }, finish_reason: 'stop', matched_stop: 151645 }),
      chunk(undefined, { usage: USAGE }),
      DONE,
    ],
  },
  {
    id: 'llama.cpp',
    models: {
      object: 'list',
      // The model is called by the path of its file unless --alias is given (tools/server/README.md, GET /v1/models).
      data: [
        { id: '/models/gazal Q4_K_M.gguf', owned_by: 'llamacpp', meta: { n_ctx_train: 40960 } },
      ],
    },
    // The context of one slot, which is what a request has (tools/server/README.md, GET /props).
    beside: {
      ...HEALTH,
      '/props': { default_generation_settings: { n_ctx: 8192 }, total_slots: 4 },
    },
    separates: true,
    probabilities: 'most',
    frames: ({ tokens }) => {
      // "Initial update": content is null (tools/server/server-task.cpp, to_json_oaicompat_chat).
      const frames = [chunk({ delta: { role: 'assistant', content: null }, finish_reason: null })];
      let held: ReplayedToken | undefined;
      tokens.forEach((token, index) => {
        if (token.part === 'mark') return;
        // What may begin a mark is held back, and comes with the next token, whose probability alone goes with it
        // (common/chat-parser.cpp).
        if (index % 10 === 9 && tokens[index + 1]?.part === token.part) {
          held = token;
          return;
        }
        const group = held === undefined ? [token] : [held, token];
        held = undefined;
        frames.push(
          chunk(
            {
              delta: fieldsOf(group, 'reasoning_content'),
              logprobs: named([token], true),
              finish_reason: null,
            },
            { timings: { prompt_n: PROMPT_TOKENS, predicted_n: index } },
          ),
        );
        // A comment keeps the connection open (README, SSE pings).
        if (index % 8 === 0) frames.push(':\n\n');
      });
      frames.push(chunk({ delta: {}, finish_reason: 'stop' }, { usage: USAGE, timings: {} }), DONE);
      return frames;
    },
  },
  {
    id: 'ollama',
    models: { object: 'list', data: [{ id: 'gazal:32b', object: 'model', owned_by: 'library' }] },
    beside: {},
    separates: true,
    probabilities: 'most',
    frames: ({ tokens }) => {
      const spoken = tokens.filter(({ part }) => part !== 'mark');
      const border = spoken.findIndex(({ part }) => part === 'answer');
      const groups = [
        ...inGroups(spoken.slice(0, Math.max(0, border - 1)), 1),
        // The event that ends the thinking has both fields; its probabilities are those of the reasoning alone
        // (openai/openai.go, on a mixed response).
        spoken.slice(Math.max(0, border - 1), border + 1),
        ...inGroups(spoken.slice(border + 1), 1),
      ];
      return [
        ...groups.map((group) =>
          chunk(
            {
              // `content` has no omitempty: it is there, empty, beside the reasoning (openai/openai.go, Message).
              delta: { role: 'assistant', content: '', ...fieldsOf(group, 'reasoning') },
              logprobs: named(
                group.length > 1 ? group.filter(({ part }) => part === 'thinking') : group,
                true,
              ),
              finish_reason: null,
            },
            { system_fingerprint: 'fp_ollama' },
          ),
        ),
        chunk({ delta: { role: 'assistant', content: '' }, finish_reason: 'stop' }),
        chunk(undefined, { usage: USAGE }),
        DONE,
      ];
    },
  },
  {
    id: 'tgi',
    models: { object: 'list', data: [{ id: MODEL, object: 'model', owned_by: MODEL }] },
    beside: { ...HEALTH, '/info': { model_id: MODEL, max_total_tokens: 8192 } },
    separates: false,
    probabilities: 'all',
    frames: ({ tokens }) => [
      // No reasoning parser: the marks stay in the text. One token in each event, named without bytes (router/src/chat.rs).
      ...tokens.map((token) =>
        chunk({
          delta: { role: 'assistant', content: token.text },
          logprobs: named([token], false),
          finish_reason: null,
        }),
      ),
      // The special token that ends the answer has no text, but a probability (router/src/chat.rs).
      chunk({
        delta: { role: 'assistant', content: '' },
        logprobs: named([{ text: '<|im_end|>', logprob: -0.01, part: 'mark' }], false),
        finish_reason: 'stop',
      }),
      chunk(undefined, { usage: USAGE }),
      // No [DONE] before huggingface/text-generation-inference #2221 of July 2024.
    ],
  },
];

/** The model as the dialect's server calls it. */
export function modelOf({ id }: Dialect): string {
  if (id === 'llama.cpp') return '/models/gazal Q4_K_M.gguf';
  return id === 'ollama' ? 'gazal:32b' : MODEL;
}
