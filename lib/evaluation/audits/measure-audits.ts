import type { ScoredAudit } from '@/lib/evaluation/audits/score-audit';
import type { Metrics } from '@/lib/evaluation/metrics';
import { bootstrap, type Estimate, proportion } from '@/lib/evaluation/statistics';

const SEED = 1;

/**
 * The figures of an audit's accuracy, each with its 95 % interval; one for which there was nothing to count is left out.
 * `found` is the share of planted errors that an alarm overlaps, and once more for each kind; figures by trace are
 * bootstrapped over traces.
 */
export function measureAudits(audits: readonly ScoredAudit[]): Metrics {
  const plants = audits.flatMap((audit) => audit.plants);
  const kinds = [...new Set(plants.map(({ kind }) => kind))].sort();
  const annotated = audits.filter(({ roles }) => roles.length > 0);
  const figures: Record<string, Estimate | undefined> = {
    found: foundAmong(plants),
    ...Object.fromEntries(
      kinds.map((kind) => [
        `found (${kind})`,
        foundAmong(plants.filter((plant) => plant.kind === kind)),
      ]),
    ),
    'natural errors found': shareOf(audits, ({ naturalErrors }) => [
      naturalErrors.found,
      naturalErrors.all,
    ]),
    'false alarms per trace': bootstrap(audits, falseAlarmsPerTrace, SEED),
    'correct arithmetic flagged': shareOf(audits, ({ correctArithmetic }) => [
      correctArithmetic.flagged,
      correctArithmetic.all,
    ]),
    'role macro-F1': bootstrap(annotated, roleMacroF1, SEED),
    'patient or not': shareOf(annotated, ({ patient }) => [patient.right, patient.all]),
  };
  const metrics: Record<string, Estimate> = {};
  for (const [name, estimate] of Object.entries(figures)) {
    if (estimate !== undefined) metrics[name] = estimate;
  }
  return metrics;
}

function foundAmong(plants: ScoredAudit['plants']): Estimate | undefined {
  return proportion(plants.filter(({ found }) => found).length, plants.length);
}

function shareOf(
  audits: readonly ScoredAudit[],
  count: (audit: ScoredAudit) => readonly [part: number, whole: number],
): Estimate | undefined {
  const counts = audits.map(count);
  const sum = (side: 0 | 1) => counts.reduce((total, pair) => total + pair[side], 0);
  return proportion(sum(0), sum(1));
}

function falseAlarmsPerTrace(audits: readonly ScoredAudit[]): number {
  return audits.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0) / audits.length;
}

/** The mean over all annotated roles of 2TP / (2TP + FP + FN), each sentence having the first role of its step. */
function roleMacroF1(audits: readonly ScoredAudit[]): number {
  const pairs = audits.flatMap(({ roles }) => roles);
  const roles = new Set(pairs.map(({ annotated }) => annotated));
  let sum = 0;
  for (const role of roles) {
    const right = pairs.filter(({ given, annotated }) => given === role && annotated === role);
    const given = pairs.filter((pair) => pair.given === role).length;
    const annotated = pairs.filter((pair) => pair.annotated === role).length;
    sum += (2 * right.length) / (given + annotated);
  }
  return sum / roles.size;
}
