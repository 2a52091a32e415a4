import type { CaseReading } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import type { EngineEvent } from '@/lib/engine/engine';
import { CONDITIONS } from '@/lib/knowledge/conditions';
import { FaultError } from '@/lib/text/outcome';

const CASE = `A 58-year-old woman has a fever and chills. She has a cough that brings up sputum. She is short of breath.
She has a sharp chest pain. She has no sore throat. Her legs are not swollen. She smokes cigarettes. She has muscle pain.`;

/** The reading of the case that the long run is about. */
export function longRunReading(): CaseReading {
  const parsed = parseCase({ text: CASE });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  return readCase(parsed.value);
}

/** A word with the space before it, a citation, or a mark: about what the embedded model's tokens are. */
const TOKEN = /\[\d+\]| ?[A-Za-z]{1,8}|\s|\S/gu;

/**
 * Token events of one run in the embedded model's form whose thinking never ends: steps about one condition after
 * another, each citing the case, so that the audit has the same to do everywhere. Exactly `count` tokens.
 */
export function longRunEvents(reading: CaseReading, count: number): readonly EngineEvent[] {
  const events: EngineEvent[] = [];
  for (let step = 1; events.length < count; step += 1) {
    for (const text of stepText(reading, step).match(TOKEN) ?? []) {
      if (events.length === count) break;
      events.push(tokenEvent(events.length, text));
    }
  }
  return events;
}

/** Two findings of the case and one statement that the case does not support. */
function stepText({ findings }: CaseReading, step: number): string {
  const condition = CONDITIONS[step % CONDITIONS.length]?.name ?? '';
  const [one, other] = [
    findings[step % findings.length],
    findings[(step * 3 + 1) % findings.length],
  ];
  const cited = [one, other].map((finding) => `${finding?.label} [${finding?.sentence}]`);
  const stance = step % 2 === 0 ? 'for' : 'against';
  return `Step ${step}: Evidence ${stance} ${condition}. ${cited.join('; ')}; vomiting [2].\n`;
}

const ALTERNATIVES = 5;

function tokenEvent(index: number, text: string): EngineEvent {
  const alternatives = Array.from({ length: ALTERNATIVES }, (_, rank) => ({
    id: rank,
    text: ' other',
    logprob: -1 - rank,
  }));
  return {
    type: 'token',
    token: { index, id: index, text, logprob: -0.1, alternatives, entropy: 0.3 },
  };
}
