import type { StopReason } from '@/lib/engine/engine';
import type { ExplainedAnswer } from '@/lib/explanation/explanation';
import type { LedgerRecord, RunId, Sha256 } from '@/lib/ledger/record';

interface SummaryBase {
  readonly index: number;
  readonly at: string;
  readonly hash: Sha256;
  readonly run: RunId;
}

/** What a list of runs needs of a record: small enough that every record's summary fits in memory. */
export type RecordSummary =
  | (SummaryBase & {
      readonly kind: 'run-started';
      readonly excerpt: string;
      readonly model: string;
      readonly continues?: RunId;
    })
  | (SummaryBase & {
      readonly kind: 'run-finished';
      readonly answer: ExplainedAnswer;
      readonly stop: StopReason;
    })
  | (SummaryBase & { readonly kind: 'run-interrupted' })
  | (SummaryBase & {
      readonly kind: 'trace-audited';
      readonly excerpt: string;
      readonly model: string;
      readonly answer: ExplainedAnswer;
    });

const EXCERPT_LENGTH = 120;

/** The summary of a record. */
export function summarise(record: LedgerRecord): RecordSummary {
  const { index, at, hash, body } = record;
  const base = { index, at, hash, run: body.run };
  switch (body.kind) {
    case 'run-started':
      return {
        ...base,
        kind: body.kind,
        excerpt: excerptOf(body.case.text),
        model: body.manifest.engine.model,
        ...(body.continues === undefined ? {} : { continues: body.continues }),
      };
    case 'run-finished':
      return {
        ...base,
        kind: body.kind,
        answer: body.explanation.answer,
        stop: body.explanation.trace.stop,
      };
    case 'run-interrupted':
      return { ...base, kind: body.kind };
    case 'trace-audited':
      return {
        ...base,
        kind: body.kind,
        excerpt: excerptOf(body.case.text),
        model: body.explanation.trace.model,
        answer: body.explanation.answer,
      };
  }
}

/** The beginning of a text on one line, cut at a word where it is long. */
function excerptOf(text: string): string {
  const line = text
    .slice(0, 4 * EXCERPT_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  const cut = line.slice(0, EXCERPT_LENGTH);
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > 0 ? lastSpace : EXCERPT_LENGTH)}…`;
}
