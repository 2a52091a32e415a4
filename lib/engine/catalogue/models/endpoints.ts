import { type EndpointModel, known, notKnown } from '../entry';
import { APACHE, MIT } from './licences';
import { samplingOf } from './sampling';

const GAZAL_FILES = 'File list of TachyHealth/Gazal-R1-32B-GRPO-preview and its GGUF repository';

/** Models for a GPU server. `docs/deploy.md` says on which GPU each form fits. */
export const ENDPOINT_MODELS: readonly EndpointModel[] = [
  {
    runs: 'endpoint',
    id: 'gazal-r1-32b',
    name: 'Gazal-R1 32B',
    purpose:
      'A medical reasoning model for a hospital’s own GPU: one of the systems Rationale grew from.',
    card: 'https://huggingface.co/TachyHealth/Gazal-R1-32B-GRPO-preview',
    licence: APACHE,
    parameters: known(32.8, 'Card of its base, Qwen/Qwen3-32B'),
    context: known(32_768, 'Card of its base, Qwen/Qwen3-32B'),
    limits: ['A preview, says its name.', 'No AWQ, GPTQ or FP8 checkpoint was found.'],
    repository: 'TachyHealth/Gazal-R1-32B-GRPO-preview',
    revision: { kind: 'first-download' },
    forms: [
      { format: 'BF16', bytes: known(65_500_000_000, GAZAL_FILES) },
      {
        format: 'FP8 (by vLLM while loading)',
        bytes: known(33_000_000_000, 'Computed: 1 byte for each parameter'),
      },
      { format: 'GGUF Q8_0', bytes: known(34_800_000_000, GAZAL_FILES) },
      { format: 'GGUF Q4_K_M', bytes: known(19_800_000_000, GAZAL_FILES) },
    ],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'always' },
      startsIn: known('opens-itself', 'Chat template of its base, Qwen3-32B'),
      sampling: known(
        samplingOf({ temperature: 0.7, topP: 0.8, topK: 20 }),
        'Card of TachyHealth/Gazal-R1-32B-GRPO-preview, quick start',
      ),
    },
    cacheBytesPerToken: known(
      262_144,
      'Computed from config.json: 2 × 64 layers × 8 heads × 128 × 2 bytes',
    ),
  },
  {
    runs: 'endpoint',
    id: 'gpt-oss-120b',
    name: 'gpt-oss 120B',
    purpose: 'A large open reasoning model that one 80 GB GPU holds.',
    card: 'https://huggingface.co/openai/gpt-oss-120b',
    licence: APACHE,
    parameters: known(117, 'Card of openai/gpt-oss-120b'),
    context: known(131_072, 'config.json of openai/gpt-oss-120b'),
    limits: ['Writes in Harmony channels, which the server has to parse.'],
    repository: 'openai/gpt-oss-120b',
    revision: { kind: 'first-download' },
    forms: [{ format: 'MXFP4', bytes: notKnown('The card says that it fits one 80 GB GPU.') }],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'template-variable', name: 'reasoning_effort', softSwitches: [] },
      startsIn: known('opens-itself', 'OpenAI, "Harmony response format"'),
      sampling: known(samplingOf({ temperature: 1 }), 'OpenAI, README of the gpt-oss repository'),
    },
    cacheBytesPerToken: notKnown('Its layers of sliding attention make it depend on the server.'),
  },
  {
    runs: 'endpoint',
    id: 'deepseek-r1-0528',
    name: 'DeepSeek-R1 0528',
    purpose: 'One of the largest open reasoning models, for several GPUs.',
    card: 'https://huggingface.co/deepseek-ai/DeepSeek-R1-0528',
    licence: MIT,
    parameters: known(671, 'Card of deepseek-ai/DeepSeek-R1'),
    context: known(131_072, 'Card of deepseek-ai/DeepSeek-R1'),
    limits: ['Needs eight GPUs of 141 GB, or more of a smaller kind.'],
    repository: 'deepseek-ai/DeepSeek-R1-0528',
    revision: { kind: 'first-download' },
    forms: [
      { format: 'FP8', bytes: known(671_000_000_000, 'Computed: 1 byte for each parameter') },
    ],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'always' },
      startsIn: notKnown('Differs between versions of its template; the server’s parser decides.'),
      sampling: known(
        samplingOf({ temperature: 0.6, topP: 0.95 }),
        'Card of deepseek-ai/DeepSeek-R1, "Usage Recommendations"',
      ),
    },
    cacheBytesPerToken: notKnown('Its latent attention makes it depend on the server.'),
  },
];
