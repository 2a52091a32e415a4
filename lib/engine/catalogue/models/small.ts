import { type BrowserModel, type Conversation, known, notKnown } from '../entry';
import { transformersForm } from './forms';
import { APACHE, GEMMA, LIQUID, LLAMA, MIT } from './licences';
import { samplingOf } from './sampling';

/** The recipe of `training/convert`, which also writes a template for a base model that has none. */
const OCTOTHINKER_CONVERSION =
  'Nobody has published ONNX weights: fetch the safetensors, convert them with training/convert (fp16, int8 or q4), and load the folder that it writes.';

const OCTOTHINKER_CONVERSATION: Conversation = {
  template: 'none',
  thinking: { kind: 'always' },
  startsIn: known(
    'thinking',
    'docs/convert.md: the template that training/convert writes opens it',
  ),
  sampling: notKnown('The card gives none.'),
};

function octoThinker(
  size: '1B' | '3B',
  repository: string,
  parameters: number,
  cacheBytes: number,
): BrowserModel {
  return {
    runs: 'browser',
    id: `octothinker-${size.toLowerCase()}`,
    name: `OctoThinker ${size}`,
    purpose:
      'A Llama 3.2 that was trained further for reasoning: the engine of one of the systems Rationale grew from.',
    card: `https://huggingface.co/${repository}`,
    licence: LLAMA,
    parameters: known(parameters, `Name of the base, Llama-3.2-${size}`),
    context: notKnown('config.json of the converted folder tells it.'),
    limits: ['A base model trained on mathematics: it has no chat template and no medical tuning.'],
    family: 'llama',
    layout: 'decoder',
    repository,
    revision: { kind: 'first-download' },
    forms: [transformersForm('q4'), transformersForm('int8'), transformersForm('fp16')],
    conversation: OCTOTHINKER_CONVERSATION,
    cacheBytesPerToken: known(cacheBytes, `Computed from the configuration of Llama-3.2-${size}`),
    conversion: OCTOTHINKER_CONVERSION,
  };
}

export const SMALL: readonly BrowserModel[] = [
  {
    runs: 'browser',
    id: 'smollm3-3b',
    name: 'SmolLM3 3B',
    purpose: 'A reasoning model whose data and training are published in full.',
    card: 'https://huggingface.co/HuggingFaceTB/SmolLM3-3B-ONNX',
    licence: APACHE,
    parameters: known(3, 'Card of HuggingFaceTB/SmolLM3-3B'),
    context: known(65_536, 'Card of HuggingFaceTB/SmolLM3-3B: trained at 64k'),
    limits: ['Not trained for medicine.'],
    family: 'llama',
    layout: 'decoder',
    repository: 'HuggingFaceTB/SmolLM3-3B-ONNX',
    revision: {
      kind: 'pinned',
      commit: '161c5e4dbaf4167f022f9c4dbd283ffef5f7bc51',
      source: 'Commits that public applications pin, read November 2026',
    },
    forms: [
      transformersForm('q4f16', {
        dataFiles: known(1, 'config.json of the repository'),
        bytes: known(2_160_000_000, 'File list of the repository, to three digits'),
      }),
      transformersForm('q4', { dataFiles: known(1, 'config.json of the repository') }),
    ],
    conversation: {
      template: 'in-repository',
      thinking: {
        kind: 'template-variable',
        name: 'enable_thinking',
        softSwitches: ['/think', '/no_think'],
      },
      startsIn: known('opens-itself', 'Chat template of HuggingFaceTB/SmolLM3-3B'),
      sampling: known(
        samplingOf({ temperature: 0.6, topP: 0.95 }),
        'Card of HuggingFaceTB/SmolLM3-3B',
      ),
    },
    cacheBytesPerToken: known(
      73_728,
      'Computed from config.json: 2 × 36 layers × 4 heads × 128 × 2 bytes',
    ),
  },
  {
    runs: 'browser',
    id: 'gemma-3-1b',
    name: 'Gemma 3 1B',
    purpose: 'A small model that answers at once, to compare a reasoning model with.',
    card: 'https://huggingface.co/onnx-community/gemma-3-1b-it-ONNX',
    licence: GEMMA,
    parameters: known(1, 'Card of google/gemma-3-1b-it'),
    context: known(32_768, 'Card of google/gemma-3-1b-it'),
    limits: [
      'Not a reasoning model: there is no chain of thought to check.',
      'Overflows in 16-bit arithmetic (onnxruntime issue 26732): only its q4 form, which computes in 32 bits, is offered.',
    ],
    family: 'gemma',
    layout: 'decoder',
    repository: 'onnx-community/gemma-3-1b-it-ONNX',
    revision: { kind: 'first-download' },
    forms: [
      transformersForm('q4', {
        bytes: known(
          1_650_000_000,
          'Page of onnx/model_q4.onnx at pull request 2 of the repository',
        ),
      }),
      transformersForm('q4f16', {
        bytes: known(790_000_000, 'File list of the repository, to two digits'),
      }),
    ],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'none' },
      startsIn: known('answer', 'Card of google/gemma-3-1b-it'),
      sampling: known(
        samplingOf({ temperature: 1, topP: 0.95, topK: 64 }),
        'generation_config.json of google/gemma-3-1b-it',
      ),
    },
    cacheBytesPerToken: known(
      26_624,
      'Computed from config.json: 2 × 26 layers × 1 head × 256 × 2 bytes',
    ),
  },
  {
    runs: 'browser',
    id: 'gemma-4-e2b',
    name: 'Gemma 4 E2B',
    purpose: 'A small model with a thinking channel of its own.',
    card: 'https://huggingface.co/onnx-community/gemma-4-E2B-it-ONNX',
    licence: APACHE,
    parameters: notKnown('The card counts "effective" parameters, 2 billion; more are stored.'),
    context: known(131_072, 'Card of google/gemma-4-E2B-it'),
    limits: ['Takes q4 rather than q4f16, as all of its family here do.'],
    family: 'gemma',
    layout: 'embedder-and-decoder',
    repository: 'onnx-community/gemma-4-E2B-it-ONNX',
    revision: { kind: 'first-download' },
    forms: [
      transformersForm('q4', {
        graph: 'decoder_model_merged',
        dataFiles: known(1, 'File list of a copy of the repository'),
      }),
    ],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'template-variable', name: 'enable_thinking', softSwitches: [] },
      startsIn: known('opens-itself', 'Google, "Gemma 4 prompt formatting"'),
      sampling: notKnown('The card gives it; nobody has recorded it here yet.'),
    },
    cacheBytesPerToken: known(
      18_432,
      'Computed: 15 of 35 layers keep a cache, 12 of them with heads of 256 and 3 of 512, one head each',
    ),
  },
  {
    runs: 'browser',
    id: 'lfm2.5-1.2b-thinking',
    name: 'LFM2.5 1.2B Thinking',
    purpose: 'A small reasoning model that mixes convolutions with attention, made for devices.',
    card: 'https://huggingface.co/LiquidAI/LFM2.5-1.2B-Thinking-ONNX',
    licence: LIQUID,
    parameters: known(1.2, 'Card of LiquidAI/LFM2.5-1.2B-Thinking'),
    context: known(32_768, 'Card of LiquidAI/LFM2.5-1.2B-Thinking'),
    limits: ['Its q8 form does not run on WebGPU, says its card.', 'Not trained for medicine.'],
    family: 'lfm2',
    layout: 'decoder-with-convolutions',
    repository: 'LiquidAI/LFM2.5-1.2B-Thinking-ONNX',
    revision: { kind: 'first-download' },
    forms: [
      transformersForm('q4', {
        bytes: known(1_200_000_000, 'Card of the repository, to two digits'),
      }),
    ],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'always' },
      startsIn: notKnown('Nobody has recorded whether its template opens the section.'),
      sampling: known(
        samplingOf({ temperature: 0.05, topK: 50, repetitionPenalty: 1.05 }),
        'Card of LiquidAI/LFM2.5-1.2B-Thinking',
      ),
    },
    cacheBytesPerToken: notKnown('Nobody has computed it here yet.'),
  },
  {
    runs: 'browser',
    id: 'phi-4-mini',
    name: 'Phi-4-mini',
    purpose:
      'An instruction-tuned model of 3.8 billion parameters, to compare a reasoning model with.',
    card: 'https://huggingface.co/onnx-community/Phi-4-mini-instruct-ONNX-GQA',
    licence: MIT,
    parameters: known(3.8, 'Card of microsoft/Phi-4-mini-instruct'),
    context: known(131_072, 'Card of microsoft/Phi-4-mini-instruct'),
    limits: [
      'Not a reasoning model; Phi-4-mini-reasoning has no form for this run-time.',
      'Slows down as its context grows: 46 to 298 ms a token from the beginning to 6,144 tokens on one laptop (transformers.js issue 1741).',
    ],
    family: 'phi',
    layout: 'decoder',
    repository: 'onnx-community/Phi-4-mini-instruct-ONNX-GQA',
    revision: { kind: 'first-download' },
    forms: [
      transformersForm('q4f16', {
        bytes: known(3_410_000_000, 'File list of the repository: 1.32 and 2.09 GB'),
      }),
    ],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'none' },
      startsIn: known('answer', 'Card of microsoft/Phi-4-mini-instruct'),
      sampling: notKnown('The card gives none.'),
    },
    cacheBytesPerToken: known(
      131_072,
      'Computed from config.json: 2 × 32 layers × 8 heads × 128 × 2 bytes',
    ),
  },
  octoThinker('1B', 'OctoThinker/OctoThinker-1B-Hybrid-Base', 1, 32_768),
  octoThinker('3B', 'OctoThinker/OctoThinker-3B-Hybrid-Zero', 3, 114_688),
];
