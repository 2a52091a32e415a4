import type { BrowserModel, Dtype, GraphLayout, ModelForm } from '../catalogue';

/** A figure that a rule rests on, with where it comes from. */
interface Limit {
  readonly value: number;
  readonly source: string;
}

/**
 * Billions of parameters beyond which WebAssembly is not tried: its address space ends at 4 GB, which weights, cache and
 * the copy made while loading share.
 */
export const LARGEST_ON_WASM: Limit = {
  value: 1.5,
  source: 'WebAssembly has 32-bit addresses; onnxruntime issues 17151, 20645, 13006',
};

/** Billions of parameters beyond which a phone is not tried: its browser ends a page at about 1.5 GB. */
export const LARGEST_ON_PHONE: Limit = {
  value: 0.6,
  source: 'web-llm issues 753 and 386: WebKit ends a tab at about 1.5 GB',
};

/** Bytes of one file of weights that the run-time opens in a browser. */
export const LARGEST_FILE: Limit = {
  value: 2 ** 31,
  source: 'onnxruntime issues 17151 and 20645: external data up to 2 GB in one file',
};

/** How much memory a model takes, as a multiple of its weights, beside the cache. */
export const MEMORY_FACTOR: Limit = {
  value: 1.3,
  source:
    'web-llm configuration 0.2.83: Qwen3 4B with 2.3 GB of weights asks for 3.4 GB at 4,096 tokens',
};

/** Tokens of context that a case with its reasoning takes, for which the cache is counted. */
export const COUNTED_CONTEXT: Limit = {
  value: 4096,
  source:
    'Prompts of up to 1,000 tokens and the longest chains of thought of Qwen3 on one question',
};

/** Bytes of weights up to which a shared adapter is said to run a model well. */
export const WELL_UP_TO: Limit = {
  value: 1.6e9,
  source:
    'Computed: 16 to 40 % of 100 GB/s, as measured in transformers.js 4 on laptops, leaves 10 to 25 tokens a second',
};

/**
 * Bytes of weights for each parameter where nobody has given a size: of 4 bits with a scale for every 32 weights and a
 * larger embedding, as the sizes of the Qwen3 exports come to; of the others, the bits themselves.
 */
export const BYTES_PER_PARAMETER: Readonly<Record<Dtype, number>> = {
  q4: 0.85,
  q4f16: 0.85,
  bnb4: 0.85,
  q8: 1.05,
  int8: 1.05,
  uint8: 1.05,
  fp16: 2,
  fp32: 4,
};

/** Gigabytes that a browser says where it says the most it may: `navigator.deviceMemory` is capped. */
export const MOST_MEMORY_TOLD = 8;

/** Why Rationale's own decode loop does not drive a layout, for a person. */
export const LAYOUT_REASONS: Readonly<Record<Exclude<GraphLayout, 'decoder'>, string>> = {
  'embedder-and-decoder':
    'its weights come as two graphs, an embedder and a decoder, which the decode loop here does not join',
  'decoder-with-convolutions':
    'it keeps the state of convolutions beside keys and values, which the decode loop here does not carry',
};

/** 16-bit arithmetic overflows in the Gemma family and gives wrong text without a warning: onnxruntime issue 26732. */
export function overflowsIn16Bits({ family }: BrowserModel, form: ModelForm): boolean {
  return family === 'gemma' && form.needs.includes('shader-f16');
}

/**
 * Whether a form decodes so slowly in WebAssembly that another is better: 4-bit products were measured there at an eighth
 * to a thirteenth of the speed of 8-bit ones (Chromium 156, onnxruntime-web 1.31-dev, November 2026).
 */
export function isSlowOnWasm(form: ModelForm): boolean {
  return form.dtype === 'q4' || form.dtype === 'q4f16' || form.dtype === 'bnb4';
}
