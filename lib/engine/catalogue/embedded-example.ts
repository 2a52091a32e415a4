/**
 * An answer in the form that the embedded model was taught, written for nobody. Tokens are drafted by looking up in it what
 * tends to follow; the model reads none of it, and what it says does not depend on it.
 */
export const EMBEDDED_EXAMPLE = `
Step 1: Problem representation. A 3-year-old girl with relieved by antacids [1]; pain (hypochondrium) [1]; bloated or distended abdomen [1]; brought on by rich food [1]; sickening pain [3].
Step 2: Hypotheses. Gastro-oesophageal reflux disease / Anaphylaxis / Acute bronchitis.
Step 3: Evidence for Gastro-oesophageal reflux disease. relieved by antacids [1]; pain (hypochondrium) [1]; brought on by rich food [1]; sickening pain [3].
Step 4: Evidence against Gastro-oesophageal reflux disease. None in the case.
Step 5: Evidence for Anaphylaxis. pain (hypochondrium) [1]; expiratory wheeze [3].
Step 6: Evidence against Anaphylaxis. bloated or distended abdomen [1]; sickening pain [3].
Step 7: Safety check. Anaphylaxis must not be missed. Against it: bloated or distended abdomen [1]; sickening pain [3].
Step 8: What would change the order. If there were better after adrenaline, Anaphylaxis would gain on Gastro-oesophageal reflux disease.
Step 9: Conclusion. Gastro-oesophageal reflux disease is the most likely.
</think>

## Clinical Assessment

**Primary Diagnosis**: Gastro-oesophageal reflux disease

**Confidence**: 99%

**Differential**:
1. Gastro-oesophageal reflux disease (99%) - for: relieved by antacids [1]; pain (hypochondrium) [1]; brought on by rich food [1]; sickening pain [3] - against: None in the case
2. Anaphylaxis (1%) - for: pain (hypochondrium) [1]; expiratory wheeze [3] - against: bloated or distended abdomen [1]; sickening pain [3]
3. Acute bronchitis (1%) - for: expiratory wheeze [3] - against: pain (hypochondrium) [1]; sickening pain [3]
* Scombroid food poisoning
* Inguinal hernia
* Boerhaave syndrome

**Reasoning**: relieved by antacids [1]; pain (hypochondrium) [1]; brought on by rich food [1]. This fits Gastro-oesophageal reflux disease better than Anaphylaxis.

**Next step**: PPI trial, endoscopy if alarm features`;
