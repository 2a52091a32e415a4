/**
 * An answer in the form that the embedded model was taught, written for nobody. Tokens are drafted by looking up in it what
 * tends to follow; the model reads none of it, and what it says does not depend on it.
 */
export const EMBEDDED_EXAMPLE = `
Step 1: Problem representation. A 44-year-old man with heartburn or acid reflux [1]; symptoms worse after eating [1]; pain [1]; nausea [2]; regular coffee or tea drinking [3]; no fever [4].
Step 2: Hypotheses. GERD / Unstable angina / Panic attack.
Step 3: Evidence for GERD. heartburn or acid reflux [1]; pain [1]; regular coffee or tea drinking [3]; no fever [4].
Step 4: Evidence against GERD. None in the case.
Step 5: Evidence for Unstable angina. pain [1].
Step 6: Evidence against Unstable angina. heartburn or acid reflux [1]; symptoms worse after eating [1].
Step 7: Safety check. Unstable angina must not be missed. Against it: heartburn or acid reflux [1]; symptoms worse after eating [1].
Step 8: Conclusion. GERD is the most likely.
</think>

## Clinical Assessment

**Primary Diagnosis**: GERD

**Confidence**: 98%

**Differential**:
1. GERD (98%) - for: heartburn or acid reflux [1]; pain [1]; regular coffee or tea drinking [3]; no fever [4] - against: None in the case
2. Unstable angina (2%) - for: pain [1] - against: heartburn or acid reflux [1]; symptoms worse after eating [1]
3. Panic attack (1%) - for: None in the case - against: heartburn or acid reflux [1]; symptoms worse after eating [1]

**Reasoning**: heartburn or acid reflux [1]; pain [1]; regular coffee or tea drinking [3]. This fits GERD better than Unstable angina.

**Next step**: Trial of acid suppression
`;
