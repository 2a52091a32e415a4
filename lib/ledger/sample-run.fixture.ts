import type { Case } from '@/lib/case/case';
import type { Explanation } from '@/lib/explanation/explanation';
import type { RecordBody } from '@/lib/ledger/record';
import { createRunId } from '@/lib/ledger/run-id';
import type { RunManifest, Trace } from '@/lib/trace/trace';

/** One small run for the ledger's tests: it has every optional field at least once. */

export const sampleCase: Case = {
  text: 'Un garçon de 8 ans, toux et fièvre 🌡️.',
  question: 'What is the diagnosis?',
  options: [
    { letter: 'A', text: 'Croup' },
    { letter: 'B', text: 'Influenza' },
  ],
};

export const sampleManifest: RunManifest = {
  engine: {
    kind: 'local',
    model: 'rationale-embedded',
    revision: '1',
    files: [{ path: 'onnx/model.onnx', bytes: 12, sha256: 'ab'.repeat(32) }],
    precision: 'int8',
    device: 'wasm',
    threads: 2,
    deviceReason: 'no WebGPU adapter',
    contextLength: 1024,
    versions: { 'onnxruntime-web': '1.31.0' },
  },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 0,
  maxTokens: 400,
  startedAt: '2026-01-02T03:04:05.000Z',
  application: '0.1.0',
};

const text = '<think>\nfever [1]\n</think>\nB';

export const sampleTrace: Trace = {
  text,
  channels: [
    { channel: 'thinking', start: 0, end: 26 },
    { channel: 'answer', start: 26, end: 28 },
  ],
  thinkingClosed: true,
  steps: [
    {
      start: 8,
      end: 17,
      roles: ['finding'],
      channel: 'thinking',
      title: 'Finding',
      citations: [{ start: 14, end: 17, sentence: 1 }],
      closed: true,
    },
  ],
  answer: { start: 27, end: 28, option: 'B', diagnosis: 'Influenza', probability: 0.75 },
  corrections: [],
  differential: [
    {
      start: 27,
      end: 28,
      name: 'Influenza',
      probability: 0.75,
      for: [{ start: 14, end: 17, sentence: 1 }],
      against: [],
    },
  ],
  prompt: '<|user|>[1] toux et fièvre<|end|><|assistant|><think>',
  promptTokens: 9,
  tokens: [
    {
      index: 0,
      id: 7,
      text: 'fever',
      logprob: -0.1,
      alternatives: [{ id: 7, text: 'fever', logprob: -0.1 }],
      entropy: 0.3,
      channel: 'thinking',
      span: { start: 8, end: 13 },
    },
  ],
  stop: 'end',
  timings: { prefill: 12.5, decode: 80 },
  manifest: sampleManifest,
};

export const sampleExplanation: Explanation = {
  case: {
    text: sampleCase.text,
    question: 'What is the diagnosis?',
    options: sampleCase.options,
  },
  trace: {
    text,
    channels: sampleTrace.channels,
    model: 'rationale-embedded',
    stop: 'end',
  },
  answer: {
    abstained: false,
    diagnosis: 'Influenza',
    option: 'B',
    probability: 0.75,
    trace: { start: 27, end: 28 },
  },
  problemRepresentation: { start: 8, end: 17 },
  differential: [
    {
      name: 'Influenza',
      probability: 0.75,
      trace: { start: 27, end: 28 },
      for: [{ start: 28, end: 34 }],
      against: [],
    },
  ],
  findings: [{ start: 28, end: 34, label: 'fever', polarity: 'present' }],
  steps: [
    {
      start: 8,
      end: 17,
      roles: ['finding'],
      title: 'Finding',
      findings: [0],
      statements: [],
      citations: [
        { trace: { start: 14, end: 17 }, sentence: 1, case: { start: 0, end: text.length } },
      ],
    },
  ],
  verdicts: [
    {
      check: 'statements',
      outcome: 'supported',
      trace: { start: 8, end: 17 },
      case: [{ start: 28, end: 34 }],
      detail: 'The case says so.',
      findings: [0],
    },
  ],
  unused: [],
  corrections: [],
  omissions: [],
  meters: [],
  rubrics: [],
  uncertainty: {
    answerProbability: 0.7,
    meanEntropy: 0.3,
    hesitations: [{ trace: { start: 8, end: 13 }, probability: 0.9 }],
  },
  limits: ['A model can be wrong.'],
  manifest: sampleManifest,
};

/** The records of one finished run. */
export function sampleRun(caseText = sampleCase.text): readonly RecordBody[] {
  const run = createRunId();
  return [
    {
      kind: 'run-started',
      run,
      case: { ...sampleCase, text: caseText },
      manifest: sampleManifest,
    },
    {
      kind: 'run-finished',
      run,
      trace: sampleTrace,
      explanation: {
        ...sampleExplanation,
        case: { ...sampleExplanation.case, text: caseText },
      },
    },
  ];
}
