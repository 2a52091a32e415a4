import type { Sampling } from '../engine';

export const SERVER_FAMILY_IDS = ['vllm', 'sglang', 'llama.cpp', 'ollama', 'tgi', 'other'] as const;
export type ServerFamilyId = (typeof SERVER_FAMILY_IDS)[number];

type Fields = Readonly<Record<string, unknown>>;

interface ThinkingBudget {
  readonly fields: (tokens: number) => Fields;
  /** What has to hold for the limit, where a server that does not hold it says nothing; a clause for a person. */
  readonly condition?: string;
  readonly source: string;
}

/**
 * What differs from server to server in a request, as data: everything beyond the fields that all of them take. How they
 * differ in what they answer needs no such table: `read-chat.ts` accepts all of it from any of them.
 */
export interface ServerFamily {
  readonly id: ServerFamilyId;
  readonly name: string;
  /** The sampling, spelled out in full, so that no default of the server or of the model's repository fills a gap. */
  readonly sampling: (sampling: Sampling) => Fields;
  /** What a reader of its runs has to know: what of the sampling it cannot be told, of what its probabilities are. */
  readonly cautions: readonly string[];
  /** Fields that switch thinking on and off; empty where the server has no such switch. */
  readonly thinking: Readonly<Record<'on' | 'off', Fields>>;
  /** How thinking is held to so many tokens; absent where the server supports no such limit in a request. */
  readonly thinkingBudget?: ThinkingBudget;
  /** Most alternatives that it reports for each token. */
  readonly mostAlternatives: number;
  /** Where this is written down. */
  readonly source: string;
}

/** Qwen3 and templates after it read `enable_thinking`; a template that does not know it ignores it. */
const TEMPLATE_SWITCH = {
  on: { chat_template_kwargs: { enable_thinking: true } },
  off: { chat_template_kwargs: { enable_thinking: false } },
} as const;

/**
 * SGLang computes probabilities after temperature unless SGLANG_RETURN_ORIGINAL_LOGPROB is set
 * (`python/sglang/srt/layers/sampler.py`), TGI after temperature and filters
 * (`server/text_generation_server/utils/tokens.py`). vLLM, llama.cpp and Ollama give those of the model itself.
 */
const AFTER_SAMPLING = 'its probabilities are those after temperature';

const NO_SWITCH = { on: {}, off: {} } as const;

/** vLLM and SGLang take the same names, and -1 for "no top-k". */
function fullSampling({ temperature, topK, topP, minP, repetitionPenalty }: Sampling): Fields {
  return {
    temperature,
    top_k: topK === 0 ? -1 : topK,
    top_p: topP,
    min_p: minP,
    repetition_penalty: repetitionPenalty,
  };
}

function temperatureAndTopP({ temperature, topP }: Sampling): Fields {
  return { temperature, top_p: topP };
}

export const SERVER_FAMILIES: Readonly<Record<ServerFamilyId, ServerFamily>> = {
  vllm: {
    id: 'vllm',
    name: 'vLLM',
    sampling: fullSampling,
    cautions: [],
    thinking: TEMPLATE_SWITCH,
    thinkingBudget: {
      // Holds only where the server runs with --reasoning-config; elsewhere vLLM refuses it in words.
      fields: (tokens) => ({ thinking_token_budget: tokens }),
      source: 'vLLM documentation, docs/features/reasoning_outputs.md, "Thinking Budget Control"',
    },
    // --max-logprobs is 20 unless the server was started with another number.
    mostAlternatives: 20,
    source:
      'vllm-project/vllm vllm/entrypoints/openai/chat_completion/protocol.py; docs/features/reasoning_outputs.md',
  },
  sglang: {
    id: 'sglang',
    name: 'SGLang',
    sampling: fullSampling,
    cautions: [AFTER_SAMPLING],
    // Without `separate_reasoning` the parser that the server was started with would not be used.
    thinking: {
      on: { ...TEMPLATE_SWITCH.on, separate_reasoning: true },
      off: TEMPLATE_SWITCH.off,
    },
    thinkingBudget: {
      fields: (tokens) => ({ custom_params: { thinking_budget: tokens } }),
      condition:
        'its thinking is held to the limit only where it runs with --enable-strict-thinking',
      source:
        'SGLang documentation, "Thinking Budget" (docs.sglang.io/docs/advanced_features/thinking_budget)',
    },
    mostAlternatives: 20,
    source:
      'SGLang documentation, "Reasoning Parser" (docs.sglang.io/docs/advanced_features/separate_reasoning)',
  },
  'llama.cpp': {
    id: 'llama.cpp',
    name: 'llama.cpp',
    // Its own defaults are top-k 40, top-p 0.95 and min-p 0.05, so each has to be switched off in words.
    sampling: ({ temperature, topK, topP, minP, repetitionPenalty }) => ({
      temperature,
      top_k: topK,
      top_p: topP,
      min_p: minP,
      repeat_penalty: repetitionPenalty,
    }),
    cautions: [],
    thinking: TEMPLATE_SWITCH,
    thinkingBudget: {
      fields: (tokens) => ({ thinking_budget_tokens: tokens }),
      condition:
        'its thinking is held to the limit only where its build knows one (from March 2026) and the marks of the template',
      source: 'ggml-org/llama.cpp pull requests 20297 (the sampler) and 23673 (the field)',
    },
    mostAlternatives: 20,
    source: 'ggml-org/llama.cpp tools/server/README.md',
  },
  ollama: {
    id: 'ollama',
    name: 'Ollama',
    sampling: temperatureAndTopP,
    cautions: ['top-k, min-p and the repetition penalty are those of its Modelfile'],
    // "none" alone switches thinking off; for some models any other word is refused, so "on" says nothing.
    thinking: { on: {}, off: { reasoning_effort: 'none' } },
    mostAlternatives: 20,
    source: 'ollama/ollama openai/openai.go, ChatCompletionRequest and FromChatRequest',
  },
  tgi: {
    id: 'tgi',
    name: 'Text Generation Inference',
    // A top-p of 1 is refused: it has to lie between 0 and 1 (router/src/validation.rs).
    sampling: ({ temperature, topP }) => ({
      temperature,
      ...(topP < 1 ? { top_p: topP } : {}),
    }),
    cautions: ['top-k, min-p and the repetition penalty are its own', AFTER_SAMPLING],
    thinking: NO_SWITCH,
    // --max-top-n-tokens is 5 unless the server was started with another number.
    mostAlternatives: 5,
    source: 'huggingface/text-generation-inference router/src/validation.rs, router/src/chat.rs',
  },
  other: {
    id: 'other',
    name: 'OpenAI-compatible server',
    sampling: temperatureAndTopP,
    cautions: ['top-k, min-p and the repetition penalty are its own'],
    thinking: NO_SWITCH,
    mostAlternatives: 20,
    source: 'OpenAI API reference, "Create chat completion"',
  },
};
