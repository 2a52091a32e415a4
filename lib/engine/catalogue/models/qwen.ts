import { type BrowserModel, type Conversation, known, type Revision } from '../entry';
import { transformersForm } from './forms';
import { APACHE, MIT } from './licences';
import { samplingOf } from './sampling';

const QWEN_CARD = 'Card of Qwen/Qwen3-0.6B, "Best Practices"';
const QWEN_TEMPLATE = 'Chat template of the Qwen3 repositories';
const CONFIGURATION =
  'Computed from config.json: 2 × layers × key-value heads × head size × 2 bytes';

/** Qwen3 of April 2025: the template leaves it to the model to open the thinking section. */
export const QWEN3_CONVERSATION: Conversation = {
  template: 'in-repository',
  thinking: {
    kind: 'template-variable',
    name: 'enable_thinking',
    softSwitches: ['/think', '/no_think'],
  },
  startsIn: known('opens-itself', QWEN_TEMPLATE),
  sampling: known(samplingOf({ temperature: 0.6, topP: 0.95, topK: 20 }), QWEN_CARD),
};

const QWEN3_LIMITS: readonly string[] = [
  'Greedy decoding makes it repeat itself: the card asks never to use temperature 0 when thinking.',
  'Not trained for medicine; small models state wrong facts fluently.',
];

/** A commit that public projects pin this repository to. */
function pinned(commit: string): Revision {
  return {
    kind: 'pinned',
    commit,
    source: 'Commits that public applications pin, read November 2026',
  };
}

const QWEN3_06B_FILES = 'Files of onnx-community/Qwen3-0.6B-ONNX as pinned by public applications';

export const QWEN: readonly BrowserModel[] = [
  {
    runs: 'browser',
    id: 'qwen3-0.6b',
    name: 'Qwen3 0.6B',
    purpose:
      'The smallest model here that reasons in the open: for phones, and to try the workflow.',
    card: 'https://huggingface.co/onnx-community/Qwen3-0.6B-ONNX',
    licence: APACHE,
    parameters: known(0.6, 'Card of Qwen/Qwen3-0.6B'),
    context: known(32_768, 'Card of Qwen/Qwen3-0.6B'),
    limits: QWEN3_LIMITS,
    family: 'qwen',
    layout: 'decoder',
    repository: 'onnx-community/Qwen3-0.6B-ONNX',
    revision: pinned('558750086ed49d78cb701ed6fa85af33fd16453f'),
    forms: [
      transformersForm('q4f16', {
        dataFiles: known(0, QWEN3_06B_FILES),
        bytes: known(569_789_750, QWEN3_06B_FILES),
        files: [
          {
            path: 'onnx/model_q4f16.onnx',
            bytes: 569_789_750,
            sha256: '9e33a5911974174761d0dfdcc0bec975d9c45af0eae5e9eb647b8ba9442a8f91',
            source: 'LFS digest as recorded by four public projects, read November 2026',
          },
        ],
      }),
      transformersForm('q4', {
        dataFiles: known(0, QWEN3_06B_FILES),
        bytes: known(919_096_585, QWEN3_06B_FILES),
      }),
      transformersForm('q8', {
        dataFiles: known(0, QWEN3_06B_FILES),
        bytes: known(617_687_575, QWEN3_06B_FILES),
      }),
    ],
    conversation: QWEN3_CONVERSATION,
    cacheBytesPerToken: known(114_688, CONFIGURATION),
  },
  {
    runs: 'browser',
    id: 'qwen3-1.7b',
    name: 'Qwen3 1.7B',
    purpose: 'A general reasoning model for a laptop with a GPU.',
    card: 'https://huggingface.co/onnx-community/Qwen3-1.7B-ONNX',
    licence: APACHE,
    parameters: known(1.7, 'Card of Qwen/Qwen3-1.7B'),
    context: known(32_768, 'Card of Qwen/Qwen3-1.7B'),
    limits: QWEN3_LIMITS,
    family: 'qwen',
    layout: 'decoder',
    repository: 'onnx-community/Qwen3-1.7B-ONNX',
    revision: pinned('e1da89f753284b95bd0971c64524f52edc5eb6e3'),
    forms: [
      transformersForm('q4f16', {
        bytes: known(1_470_000_000, 'File list of the repository, to two digits (1.40 to 1.47 GB)'),
      }),
      transformersForm('q4'),
    ],
    conversation: QWEN3_CONVERSATION,
    cacheBytesPerToken: known(114_688, CONFIGURATION),
  },
  {
    runs: 'browser',
    id: 'qwen3-4b',
    name: 'Qwen3 4B',
    purpose: 'The strongest general reasoning model here that a browser still holds.',
    card: 'https://huggingface.co/onnx-community/Qwen3-4B-ONNX',
    licence: APACHE,
    parameters: known(4, 'Card of Qwen/Qwen3-4B'),
    context: known(32_768, 'Card of Qwen/Qwen3-4B'),
    limits: [
      ...QWEN3_LIMITS,
      'At some commits of its repository the q4f16 graph came without its weights: take the pinned one.',
    ],
    family: 'qwen',
    layout: 'decoder',
    repository: 'onnx-community/Qwen3-4B-ONNX',
    revision: pinned('21d7994e6b4736786dce45b3eef15dd58304e4b3'),
    forms: [
      transformersForm('q4f16', {
        dataFiles: known(2, 'File list of the repository at that commit'),
        bytes: known(2_860_000_000, 'File list of the repository at that commit, to three digits'),
      }),
    ],
    conversation: QWEN3_CONVERSATION,
    cacheBytesPerToken: known(147_456, CONFIGURATION),
  },
  {
    runs: 'browser',
    id: 'deepseek-r1-distill-qwen-1.5b',
    name: 'DeepSeek-R1-Distill-Qwen 1.5B',
    purpose: 'Long chains of thought in a small model; strong in arithmetic, weak in medicine.',
    card: 'https://huggingface.co/onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX',
    licence: MIT,
    parameters: known(1.5, 'Card of deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B'),
    context: known(131_072, 'config.json of deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B'),
    limits: [
      'It always thinks, often for thousands of tokens.',
      'Exported without grouped queries: its cache is six times the size that the architecture needs.',
    ],
    family: 'qwen',
    layout: 'decoder',
    repository: 'onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX',
    revision: { kind: 'first-download' },
    forms: [
      transformersForm('q4f16', {
        dataFiles: known(0, 'File list of the repository'),
        bytes: known(1_370_000_000, 'File list of the repository, to three digits'),
      }),
      transformersForm('q4', {
        dataFiles: known(0, 'File list of the repository'),
        bytes: known(1_970_000_000, 'File list of the repository, to three digits'),
      }),
      transformersForm('int8', {
        dataFiles: known(0, 'File list of the repository'),
        bytes: known(1_850_000_000, 'File list of the repository, to three digits'),
      }),
    ],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'always' },
      startsIn: known(
        'thinking',
        'Chat template of the DeepSeek-R1 repositories since February 2025',
      ),
      sampling: known(
        samplingOf({ temperature: 0.6, topP: 0.95 }),
        'Card of deepseek-ai/DeepSeek-R1, "Usage Recommendations"',
      ),
    },
    cacheBytesPerToken: known(
      172_032,
      'Computed: 2 × 28 layers × 12 heads × 128 × 2 bytes, since the export repeats the heads',
    ),
  },
];
