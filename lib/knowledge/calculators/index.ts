import { ACID_BASE } from '@/lib/knowledge/calculators/acid-base';
import { BLOOD } from '@/lib/knowledge/calculators/blood';
import { BODY } from '@/lib/knowledge/calculators/body';
import type { Calculator } from '@/lib/knowledge/calculators/calculator';
import { CRITICAL_CARE } from '@/lib/knowledge/calculators/critical-care';
import { EARLY_WARNING } from '@/lib/knowledge/calculators/early-warning';
import { ELECTROLYTES } from '@/lib/knowledge/calculators/electrolytes';
import { FLUIDS } from '@/lib/knowledge/calculators/fluids';
import { HEART } from '@/lib/knowledge/calculators/heart';
import { KIDNEY } from '@/lib/knowledge/calculators/kidney';
import { LIVER } from '@/lib/knowledge/calculators/liver';
import { LUNG_AND_CIRCULATION } from '@/lib/knowledge/calculators/lung-and-circulation';
import { MELD } from '@/lib/knowledge/calculators/meld';
import { PANCREAS } from '@/lib/knowledge/calculators/pancreas';
import { PLEURAL_FLUID } from '@/lib/knowledge/calculators/pleural-fluid';
import { CORRECTED_QT } from '@/lib/knowledge/calculators/qt';
import { SOFA } from '@/lib/knowledge/calculators/sofa';
import { TESTS_AND_TRIALS } from '@/lib/knowledge/calculators/tests-and-trials';
import { THROMBOSIS } from '@/lib/knowledge/calculators/thrombosis';

export interface CalculatorGroup {
  readonly title: string;
  readonly calculators: readonly Calculator[];
}

/** All formulas and scores, in the order in which they are listed. */
export const CALCULATOR_GROUPS: readonly CalculatorGroup[] = [
  { title: 'Acid-base', calculators: ACID_BASE },
  { title: 'Electrolytes and osmolality', calculators: ELECTROLYTES },
  { title: 'Kidney', calculators: KIDNEY },
  { title: 'Liver', calculators: [...MELD, ...LIVER] },
  { title: 'Lung and circulation', calculators: LUNG_AND_CIRCULATION },
  { title: 'Critical illness', calculators: [...SOFA, ...CRITICAL_CARE, ...EARLY_WARNING] },
  { title: 'Heart', calculators: [...CORRECTED_QT, ...HEART] },
  { title: 'Venous thromboembolism', calculators: THROMBOSIS },
  { title: 'Pancreas', calculators: PANCREAS },
  {
    title: 'Body, blood and fluids',
    calculators: [...BODY, ...BLOOD, ...FLUIDS, ...PLEURAL_FLUID],
  },
  { title: 'Tests and trials', calculators: TESTS_AND_TRIALS },
];

export const CALCULATORS: readonly Calculator[] = CALCULATOR_GROUPS.flatMap(
  ({ calculators }) => calculators,
);
