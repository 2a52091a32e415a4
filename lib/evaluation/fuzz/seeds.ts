import type { FuzzSeed } from '@/lib/evaluation/fuzz/fuzz';

const CHEST: string = `A 63-year-old woman has been short of breath since this morning. BP 96/58 mmHg, HR 118/min, SpO2 91% on air, temperature 37.9 °C.
She had a left hip replacement 3 weeks ago. Her mother had DVT. She denies fever and cough. Na 140 mEq/L, Cl 104 mEq/L, HCO3 24 mEq/L, hemoglobin 9.8 g/dL (12.0-16.0).
What is the most likely diagnosis?
A) Pneumonia
B) Pulmonary embolism
C) Panic attack`;

const CHILD: string =
  'An 11-month-old boy weighing 9 kg has had vomiting and diarrhoea for two days. Dry mouth, capillary refill 4 s. Glucose 3.1 mmol/L. No blood in stool. His right ear is red.';

/** Invented cases, and reasoning about them in the manners of several models, right and wrong. */
export const FUZZ_SEEDS: readonly [FuzzSeed, ...FuzzSeed[]] = [
  {
    case: CHEST,
    trace: `<think>
Step 1: Problem representation. 63-year-old woman with sudden dyspnoea [1] after surgery [2].
Step 2: Hypotheses. Pulmonary embolism, Pneumonia, Panic attack.
Step 3: Evidence for Pulmonary embolism. hip replacement 3 weeks ago [2]; SpO2 91% [1].
Step 4: Evidence against Pneumonia. no cough [3]; no fever [3].
Step 5: Conclusion. Pulmonary embolism is most likely.
</think>

## Clinical Assessment

**Primary Diagnosis**: Pulmonary embolism (B)

**Confidence**: 84%

**Differential**:
1. Pulmonary embolism (84%)
2. Pneumonia (10%)`,
  },
  {
    case: CHEST,
    trace: `Okay, so we have a 63-year-old man who's been short of breath since this morning. Hmm, wait, it's a woman. Her BP is around 96/58, so the MAP would be about (96 + 2 × 58)/3, roughly 71. Anion gap is 140 − (104 + 24) = 12, which is normal.

She had her right hip replaced 3 months ago. If she had a fever I'd think of pneumonia, but she doesn't. Her hemoglobin is low at 9.8 g/dL. Typically, patients with PE are tachycardic, and she is, at 118.

But could this be a panic attack? No: a saturation of 91% argues against it. So the answer is \\boxed{B}.`,
  },
  {
    case: CHILD,
    trace: `## Thinking

1. **Summary**: a 9 kg infant with gastroenteritis for 2 days.
2. **Dehydration**: dry mouth and a refill of 4 seconds; maintenance 100 ml/kg × 9 kg = 900 ml a day.
   - glucose of 3.1 mmol/L is 56 mg/dL, i.e. low
   - left ear is red

## Final Response

The most likely diagnosis is **acute gastroenteritis with moderate dehydration**. Give 75 ml/kg over 4 hours, about 675 ml.`,
  },
  {
    case: CHILD,
    trace:
      '<|channel|>analysis<|message|>The boy is 11 months old; vomiting, diarrhoea; not bloody. Bedside glucose low.<|end|><|start|>assistant<|channel|>final<|message|>{"answer": "Gastroenteritis", "confidence": 0.8}',
  },
];
