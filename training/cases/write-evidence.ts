/**
 * Writes what each finding says of each condition as JSON, {" fever": [50 numbers], ...}: ln P(finding | condition) for the 49
 * and for none of them, less its mean. Usage: tsx training/cases/write-evidence.ts OUT.json
 */
import { writeFileSync } from 'node:fs';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { isCounted, likelihood } from '@/lib/knowledge/likelihoods';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';

function centred(probabilities: readonly number[]): number[] {
  const mean = probabilities.reduce((sum, value) => sum + value, 0) / probabilities.length;
  const logs = [...probabilities, mean].map((value) => Math.log(value));
  const centre = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return logs.map((value) => Number((value - centre).toFixed(4)));
}

const [out] = process.argv.slice(2);
if (out === undefined) throw new Error('Usage: tsx training/cases/write-evidence.ts OUT.json');
const evidence: Record<string, number[]> = {};
for (const { id, label, absentLabel } of CONCEPTS) {
  if (!isCounted(id)) continue;
  const present = CONDITIONS.map((condition) => likelihood(id, condition));
  evidence[` ${label}`] = centred(present);
  evidence[` ${absentLabel}`] = centred(present.map((value) => 1 - value));
}
writeFileSync(
  out,
  JSON.stringify({ conditions: CONDITIONS.map(({ name }) => ` ${name}`), evidence }),
);
