import type { AuditDraft } from '@/components/audit/audit-draft';

/**
 * An invented patient and an invented chain of thought with five slips, each of another kind: an age, a value, a sum, a
 * finding that the case does not have, and a side. One statement is taken back.
 */
export const EXAMPLE: AuditDraft = {
  case: {
    text: `A 58-year-old woman comes to the emergency department with fever, chills and pain in her right side since yesterday. She has vomited twice. She has type 2 diabetes. She denies diarrhea and chest pain.

Her temperature is 39.2 °C, her heart rate 118/min and her blood pressure 96/58 mmHg. There is tenderness over the right flank. Sodium is 135 mmol/L, chloride 100 mmol/L, bicarbonate 19 mmol/L, creatinine 1.6 mg/dL and the white blood cell count 17,800/mm3.`,
    question: '',
    options: [],
  },
  trace: `<think>
Okay, so we have a 68-year-old woman with fever, chills and right flank pain, and she has type 2 diabetes.

Her heart rate is 118 and her blood pressure is 96/58, so she may be going into shock. The white count of 17,800 is high, which fits an infection.

Let me work out the anion gap: 135 - (100 + 19) = 26. That is high.

Hmm, she has diarrhea. Wait, no, she denies diarrhea, so gastroenteritis is less likely. The creatinine of 2.6 mg/dL points to kidney injury.

There is tenderness over the left flank and she has a stiff neck. Pyelonephritis fits best: fever, flank pain and a high white count.
</think>

**Diagnosis:** Acute pyelonephritis with sepsis.

She needs blood and urine cultures, fluids and antibiotics now.`,
};
