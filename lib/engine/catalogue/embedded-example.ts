/**
 * An answer in the form that the embedded model was taught, written for nobody. Tokens are drafted by looking up in it what
 * tends to follow; the model reads none of it, and what it says does not depend on it.
 */
export const EMBEDDED_EXAMPLE = `
Step 1: Problem representation. A 37-year-old man with course of hours [13]; radiation (front of the neck) [14]; poor circulation [17]; high cholesterol [18]; HIV infection [20].
Step 2: Hypotheses. Acute myocardial infarction / Unstable angina.
Step 3: Evidence for Acute myocardial infarction. radiation (front of the neck) [14]; poor circulation [17]; high cholesterol [18]; HIV infection [20].
Step 4: Evidence against Acute myocardial infarction. None in the case.
Step 5: Evidence for Unstable angina. radiation (front of the neck) [14]; high cholesterol [18].
Step 6: Evidence against Unstable angina. sharp pain [12]; HIV infection [20].
Step 7: Safety check. Acute pulmonary oedema must not be missed. Against it: radiation (thoracic spine) [14]; radiation (front of the neck) [14].
Step 8: What would change the order. If there were frequent regular exercise, Unstable angina would gain on Acute myocardial infarction.
Step 9: Conclusion. Acute myocardial infarction is the most likely.
</think>

## Clinical Assessment

**Primary Diagnosis**: Acute myocardial infarction

**Confidence**: 99%

**Differential**:
1. Acute myocardial infarction (99%) - for: radiation (front of the neck) [14]; poor circulation [17]; high cholesterol [18]; HIV infection [20] - against: None in the case
2. Unstable angina (1%) - for: radiation (front of the neck) [14]; high cholesterol [18] - against: sharp pain [12]; HIV infection [20]
* Pericarditis
* Panic attack
* Boerhaave syndrome
* Chagas disease
* Scombroid food poisoning
* Anaphylaxis
* Gastro-oesophageal reflux disease
* HIV infection, acute

**Reasoning**: radiation (front of the neck) [14]; poor circulation [17]; high cholesterol [18]. This fits Acute myocardial infarction better than Unstable angina.

**Next step**: Immediate 12-lead ECG and troponin`;
