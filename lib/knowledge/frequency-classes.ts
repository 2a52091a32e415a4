/**
 * How often a finding goes with a disease, in the classes of the Human Phenotype Ontology (Köhler et al. 2021,
 * doi:10.1093/nar/gkaa1043, frequency subontology HP:0040279).
 */
export type FrequencyClass = 'very frequent' | 'frequent' | 'occasional' | 'very rare' | 'excluded';

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

/** The frequencies of an entry's findings, 0 to 1: the middle of each class's range. Throws where a class has another name. */
export function frequenciesOf(
  findings: Readonly<Record<string, string | undefined>>,
  entry: string,
): ReadonlyMap<string, number> {
  const middles = new Map<string, number>(
    Object.entries(PERCENT_RANGE).map(([name, [least, highest]]) => [
      name,
      (least + highest) / 200,
    ]),
  );
  return new Map(
    Object.entries(findings).flatMap(([finding, name]) => {
      if (name === undefined) return [];
      const middle = middles.get(name);
      if (middle === undefined) throw new Error(`lib/knowledge/data: "${name}" in ${entry}`);
      return [[finding, middle] as const];
    }),
  );
}
