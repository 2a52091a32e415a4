import type { StopReason } from '@/lib/engine/engine';
import type { Explanation } from '@/lib/explanation/explanation';
import { escapeMarkdown } from '@/lib/explanation/export/escape-markdown';
import type { RunManifest } from '@/lib/trace/trace';

const STOP_WORDS: Readonly<Record<StopReason, string>> = {
  end: 'the model ended',
  length: 'the limit of tokens was reached',
  stopped: 'it was stopped',
  looped: 'it repeated itself',
  failed: 'the engine failed',
};

function manifestLines({ engine, sampling, ...run }: RunManifest): readonly string[] {
  const versions = Object.entries(engine.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Revision: ${engine.revision}`,
    `Engine: ${engine.kind}, ${engine.precision}, ${contextWords(engine.contextLength)}`,
    `Device: ${engine.device}, ${engine.threads} threads (${engine.deviceReason})`,
    `Sampling: temperature ${sampling.temperature}, top-k ${sampling.topK}, top-p ${sampling.topP}, min-p ${sampling.minP}, repetition penalty ${sampling.repetitionPenalty}`,
    `Seed: ${run.seed}`,
    `Most tokens: ${run.maxTokens}`,
    ...(run.continuedAfter === undefined
      ? []
      : [`Continued after: ${run.continuedAfter.join(', ')} tokens`]),
    `Started: ${run.startedAt}`,
    `Rationale: ${run.application}`,
    ...(versions.length === 0 ? [] : [`Versions: ${versions.join(', ')}`]),
  ];
}

function contextWords(tokens: number | undefined): string {
  return tokens === undefined ? 'context of unknown length' : `context of ${tokens} tokens`;
}

function fileTable({ engine }: RunManifest): readonly string[] {
  if (engine.files.length === 0) {
    return [];
  }
  const rows = engine.files.map(
    ({ path, bytes, sha256 }) =>
      `| ${escapeMarkdown(path)} | ${bytes} | ${escapeMarkdown(sha256)} |`,
  );
  return [['| File | Bytes | SHA-256 |', '|-|-|-|', ...rows].join('\n')];
}

/** What ran and how it stopped: enough to run it again. */
export function manifestSection({ trace, manifest }: Explanation): string {
  const lines = [
    `Model: ${trace.model}`,
    `Stopped because: ${STOP_WORDS[trace.stop]}`,
    ...(manifest === undefined ? [] : manifestLines(manifest)),
  ];
  return [
    '## What ran',
    lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
    ...(manifest === undefined ? [] : fileTable(manifest)),
  ].join('\n\n');
}
