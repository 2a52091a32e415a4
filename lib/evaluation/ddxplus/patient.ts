import type { ConceptId, Condition } from '@/lib/knowledge/concept';
import { conditionNamed } from '@/lib/knowledge/conditions';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { failure, type Outcome, success } from '@/lib/text/outcome';

/** One row of DDXPlus, read into the concepts of the findings vocabulary. */
export interface DdxplusPatient {
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly pathology: Condition;
  /** The finding that brought the patient. */
  readonly complaint: ConceptId | undefined;
  /** Every concept that is present, in the vocabulary's order; all others are absent. */
  readonly present: readonly ConceptId[];
  /** DDXPlus's own differential, most probable first. */
  readonly differential: readonly Condition[];
}

/** The columns of a DDXPlus file that are read. */
export const DDXPLUS_COLUMNS = [
  'AGE',
  'SEX',
  'PATHOLOGY',
  'EVIDENCES',
  'INITIAL_EVIDENCE',
  'DIFFERENTIAL_DIAGNOSIS',
] as const;

export type DdxplusColumn = (typeof DDXPLUS_COLUMNS)[number];

export type DdxplusRow = Readonly<Record<DdxplusColumn, string>>;

const conceptsByCode = new Map<string, ConceptId[]>();
for (const { id, evidence } of CONCEPTS) {
  if (evidence === undefined) continue;
  const codes =
    evidence.values.length === 0
      ? [evidence.code]
      : evidence.values.map((value) => `${evidence.code}_@_${value}`);
  for (const code of codes) conceptsByCode.set(code, [...(conceptsByCode.get(code) ?? []), id]);
}

/** Evidence codes in a list literal such as `['E_53', 'E_54_@_V_179']`. */
function readCodes(text: string): string[] {
  return [...text.matchAll(/'(E_\d+(?:_@_[^']+)?)'/g)].map((match) => match[1] ?? '');
}

/** Condition names in a list literal such as `[['Pneumonia', 0.09], ["...", 0.08]]`. */
function readDifferential(text: string): Condition[] {
  return [...text.matchAll(/\[(?:'([^']+)'|"([^"]+)"), [\d.e-]+\]/g)].flatMap((match) => {
    const condition = conditionNamed(match[1] ?? match[2] ?? '');
    return condition === undefined ? [] : [condition];
  });
}

/** Reads one row; the fault names the column that cannot be read. */
export function readPatient(row: DdxplusRow): Outcome<DdxplusPatient, 'ddxplus-row'> {
  const fault = (column: string, value: string) =>
    failure(
      'ddxplus-row',
      `column ${column} cannot be read: "${value.slice(0, 40)}"`,
      'Use a patient file of DDXPlus with its original columns.',
    );
  const ageYears = Number(row.AGE);
  if (row.AGE.trim() === '' || !Number.isInteger(ageYears)) return fault('AGE', row.AGE);
  if (row.SEX !== 'F' && row.SEX !== 'M') return fault('SEX', row.SEX);
  const pathology = conditionNamed(row.PATHOLOGY);
  if (pathology === undefined) return fault('PATHOLOGY', row.PATHOLOGY);
  const codes = readCodes(row.EVIDENCES);
  if (codes.length === 0) return fault('EVIDENCES', row.EVIDENCES);
  const present = new Set(codes.flatMap((code) => conceptsByCode.get(code) ?? []));
  return success({
    ageYears,
    sex: row.SEX === 'F' ? 'female' : 'male',
    pathology,
    complaint: conceptsByCode.get(row.INITIAL_EVIDENCE)?.[0],
    present: CONCEPTS.filter(({ id }) => present.has(id)).map(({ id }) => id),
    differential: readDifferential(row.DIFFERENTIAL_DIAGNOSIS),
  });
}
