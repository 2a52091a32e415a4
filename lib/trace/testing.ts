import { existsSync, readFileSync } from 'node:fs';
import type { RunManifest } from '@/lib/trace/trace';

/** Where the shared test data lies, beside the checkout; tests that need it skip when it is absent. */
const REAL_TRACES = new URL('../../../shared/data/traces/huatuo-o1.jsonl', import.meta.url);

export interface RealTrace {
  readonly id: string;
  readonly case: string;
  readonly reasoning: string;
  readonly response: string;
}

export const REAL_TRACES_PRESENT = existsSync(REAL_TRACES);

function stringField(row: object, name: string): string {
  const value: unknown = Reflect.get(row, name);
  if (typeof value !== 'string') {
    throw new Error(`${REAL_TRACES.pathname}: field ${name} is no string`);
  }
  return value;
}

/** Real chains of thought of HuatuoGPT-o1; empty when the shared data is absent. */
export function realTraces(): readonly RealTrace[] {
  if (!REAL_TRACES_PRESENT) {
    return [];
  }
  const lines = readFileSync(REAL_TRACES, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row: unknown = JSON.parse(line);
    if (typeof row !== 'object' || row === null) {
      throw new Error(`${REAL_TRACES.pathname}: a line is no object`);
    }
    return {
      id: stringField(row, 'id'),
      case: stringField(row, 'case'),
      reasoning: stringField(row, 'reasoning'),
      response: stringField(row, 'response'),
    };
  });
}

/** A whole output in the form of the embedded model. */
export const COMPLETE_OUTPUT = `<think>
Step 1: Problem representation. 34-year-old woman with fever [1], chills [1] and no cough [2].
Step 2: Hypotheses. Pneumonia, Influenza, Bronchitis.
Step 3: Evidence for Influenza. fever [1]; muscle pain [4].
Step 4: Evidence against Bronchitis. no cough [2].
Step 5: Safety check. Pulmonary embolism must not be missed; against it: no calf swelling [3].
Step 6: Conclusion. Influenza is most likely.
</think>

## Clinical Assessment

**Primary Diagnosis**: B) Influenza

**Confidence**: 84%

**Differential**:
1. Influenza (84%) - for: [1] [4]; against: none
2. Pneumonia (11%) - for: [1]; against: [2] [4]

**Reasoning**: fever [1] and muscle pain [4] fit Influenza better than Pneumonia.

**Next step**: viral swab
`;

/** An output whose thinking was never closed. */
export const UNCLOSED_OUTPUT = `<think>
Step 1: Problem representation. 61-year-old man with chest pain [1].
Step 2: Hypotheses. Pericarditis, Unstable angina.

## Clinical Assessment

**Primary Diagnosis**: Pericarditis
`;

/** An output that was cut in the middle of a step. */
export const CUT_OUTPUT = `<think>
Step 1: Problem representation. 61-year-old man with chest pain [1, 2].
Step 2: Hypotheses. Pericarditis, Unstable angina.
Step 3: Evidence for Peri`;

/** An output that repeats itself and contradicts and exceeds the case. */
export const BROKEN_OUTPUT = `<think>
Step 1: Problem representation. 34-year-old woman with cough [2] and fever [1][9].
Step 2: Hypotheses. Pneumonia, Pneumonia, Pneumonia.
Step 2: Hypotheses. Pneumonia, Pneumonia, Pneumonia.
Wait, the cough [2] may have been [1-3] misread. Actually, there is no cough [2].
</think>
**Primary Diagnosis**: D) Sarcoidosis
**Confidence**: 0.4
**Primary Diagnosis**: A) Pneumonia
`;

/** Conversational thinking without any mark, and a final sentence that answers. */
export const CONVERSATIONAL_OUTPUT = `Okay, so we have a 47-year-old man with swelling of both legs. Hmm. Let's see what that could be.

Now, one thought is heart failure, which usually comes with breathlessness. But he doesn't report any. Wait, the neck veins are raised 🫀, so the right heart may still be the cause.

- constrictive pericarditis
- right heart failure [2]

So the answer is C.`;

/** A manifest for tests in which nothing ran. */
export const TEST_MANIFEST: RunManifest = {
  engine: {
    kind: 'local',
    model: 'test-model',
    revision: '1',
    files: [{ path: 'model.onnx', bytes: 3, sha256: 'a'.repeat(64) }],
    precision: 'int8',
    device: 'cpu',
    threads: 1,
    deviceReason: 'test',
    contextLength: 2048,
    versions: { onnxruntime: '1' },
  },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1 },
  seed: 1,
  maxTokens: 600,
  startedAt: '2026-11-20T10:00:00.000Z',
  application: '0.1.0',
};
