/**
 * How often a finding goes with a disease, in the classes of the Human Phenotype Ontology (Köhler et al. 2021,
 * doi:10.1093/nar/gkaa1043, frequency subontology HP:0040279).
 */
export type FrequencyClass = 'very frequent' | 'frequent' | 'occasional' | 'very rare' | 'excluded';

/** The middle of each class's range: 80 to 99 %, 30 to 79 %, 5 to 29 %, 1 to 4 %, and 0 %. */
const MIDDLE: Readonly<Record<FrequencyClass, number>> = {
  'very frequent': 0.895,
  frequent: 0.545,
  occasional: 0.17,
  'very rare': 0.025,
  excluded: 0,
};

/** The least and the highest whole percentage of each class. */
export const PERCENT_RANGE: Readonly<Record<FrequencyClass, readonly [number, number]>> = {
  'very frequent': [80, 99],
  frequent: [30, 79],
  occasional: [5, 29],
  'very rare': [1, 4],
  excluded: [0, 0],
};

/** The class into whose range a share of patients, 0 to 1, falls as a whole percentage; 100 % counts as very frequent. */
export function frequencyClassOf(share: number): FrequencyClass {
  const percent = Math.round(share * 100);
  const descending = ['very frequent', 'frequent', 'occasional', 'very rare'] as const;
  return descending.find((name) => percent >= PERCENT_RANGE[name][0]) ?? 'excluded';
}

/** The frequencies of an entry's findings, 0 to 1. Throws where a class has another name. */
export function frequenciesOf(
  findings: Readonly<Record<string, string | undefined>>,
  entry: string,
): ReadonlyMap<string, number> {
  const classes = new Map<string, number>(Object.entries(MIDDLE));
  return new Map(
    Object.entries(findings).flatMap(([finding, name]) => {
      if (name === undefined) return [];
      const middle = classes.get(name);
      if (middle === undefined) throw new Error(`lib/knowledge/data: "${name}" in ${entry}`);
      return [[finding, middle] as const];
    }),
  );
}
