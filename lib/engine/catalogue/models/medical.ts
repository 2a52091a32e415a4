import { type BrowserModel, known, notKnown } from '../entry';
import { transformersForm } from './forms';
import { APACHE, HEALTH_AI_FOUNDATIONS } from './licences';
import { QWEN3_CONVERSATION } from './qwen';

const MEDPSY_CARD = 'Card of OpenMed/MedPsy-1.7B-ONNX';
const MEDPSY_LIMITS: readonly string[] = [
  'Trained on data made from collections under non-commercial terms (CC BY-NC): read ATTRIBUTIONS.md before commercial use.',
  'English only; for research and education, says its card.',
  'Quantised for CPUs (MatMulNBits, accuracy_level 4): on WebGPU such graphs were measured to be off by 0.26 in a logit, so it has to pass the self-test there.',
];

export const MEDICAL: readonly BrowserModel[] = [
  {
    runs: 'browser',
    id: 'medpsy-1.7b',
    name: 'MedPsy 1.7B',
    purpose: 'A medical tuning of Qwen3 1.7B with short chains of thought.',
    card: 'https://huggingface.co/OpenMed/MedPsy-1.7B-ONNX',
    licence: APACHE,
    parameters: known(1.72, MEDPSY_CARD),
    context: notKnown(
      'Its card gives none; config.json tells it, and it is recorded at the first download.',
    ),
    limits: MEDPSY_LIMITS,
    family: 'qwen',
    layout: 'decoder',
    repository: 'OpenMed/MedPsy-1.7B-ONNX',
    revision: { kind: 'first-download' },
    forms: [
      transformersForm('q4', {
        dataFiles: known(1, MEDPSY_CARD),
        bytes: known(1_435_700_000, `${MEDPSY_CARD}: 0.3 and 1,368.9 MiB`),
      }),
    ],
    conversation: QWEN3_CONVERSATION,
    cacheBytesPerToken: known(114_688, 'As Qwen3 1.7B, from whose architecture it was tuned'),
  },
  {
    runs: 'browser',
    id: 'medpsy-4b',
    name: 'MedPsy 4B',
    purpose: 'The strongest medical model here that a browser can hold, by its makers’ figures.',
    card: 'https://huggingface.co/OpenMed/MedPsy-4B-ONNX',
    licence: APACHE,
    parameters: known(4, 'Card of OpenMed/MedPsy-4B-ONNX'),
    context: notKnown(
      'Its card gives none; config.json tells it, and it is recorded at the first download.',
    ),
    limits: MEDPSY_LIMITS,
    family: 'qwen',
    layout: 'decoder',
    repository: 'OpenMed/MedPsy-4B-ONNX',
    revision: { kind: 'first-download' },
    forms: [transformersForm('q4')],
    conversation: {
      ...QWEN3_CONVERSATION,
      thinking: { kind: 'always' },
      startsIn: known(
        'thinking',
        'Chat template of its base, Qwen3-4B-Thinking-2507, which opens the section itself',
      ),
    },
    cacheBytesPerToken: known(147_456, 'As Qwen3 4B, from whose architecture it was tuned'),
  },
  {
    runs: 'browser',
    id: 'medgemma-4b',
    name: 'MedGemma 4B',
    purpose: 'Google’s medical tuning of Gemma 3 4B; it answers without showing its reasoning.',
    card: 'https://huggingface.co/geeek/medgemma-4b-it-ONNX',
    licence: HEALTH_AI_FOUNDATIONS,
    parameters: known(4, 'Card of google/medgemma-4b-it'),
    context: known(131_072, 'Card of google/medgemma-4b-it'),
    limits: [
      'Not a reasoning model: there is no chain of thought to check.',
      'A conversion by a third party, with 32-bit arithmetic.',
    ],
    family: 'gemma',
    layout: 'embedder-and-decoder',
    repository: 'geeek/medgemma-4b-it-ONNX',
    revision: { kind: 'first-download' },
    forms: [transformersForm('q4', { graph: 'decoder_model_merged' })],
    conversation: {
      template: 'in-repository',
      thinking: { kind: 'none' },
      startsIn: known('answer', 'Card of google/medgemma-4b-it'),
      sampling: notKnown('The card gives no sampling; its examples are greedy.'),
    },
    cacheBytesPerToken: known(
      139_264,
      'Computed from Gemma 3 4B: 2 × 34 layers × 4 heads × 256 × 2 bytes',
    ),
  },
];
