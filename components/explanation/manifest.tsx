import { Fragment } from 'react';
import type { RunManifest } from '@/lib/trace/trace';

/** What ran, as terms and details: enough to run it again and to tell whether a file was another one. */
export function Manifest({ manifest }: { manifest: RunManifest }) {
  return (
    <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-2xs text-ink-2">
      {manifestEntries(manifest).map(([term, detail]) => (
        <Fragment key={term}>
          <dt className="wrap-anywhere text-ink-3">{term}</dt>
          <dd className="wrap-anywhere">{detail}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The manifest as pairs of a term and what it says. */
export function manifestEntries(manifest: RunManifest): readonly (readonly [string, string])[] {
  const {
    engine,
    sampling,
    seed,
    maxTokens,
    continuedAfter = [],
    startedAt,
    application,
  } = manifest;
  const drawing =
    sampling.temperature === 0
      ? 'greedy: always the most probable token'
      : `temperature ${sampling.temperature}, top-k ${sampling.topK}, top-p ${sampling.topP}, min-p ${sampling.minP}`;
  return [
    ['Started', new Date(startedAt).toLocaleString('en-GB')],
    ['Model', `${engine.model}, revision ${engine.revision}`],
    ['Precision', engine.precision],
    ['Device', deviceWords(engine.device, engine.threads)],
    ['Why this device', engine.deviceReason],
    ['Sampling', `${drawing}; seed ${seed}; at most ${maxTokens} tokens`],
    ...(continuedAfter.length === 0
      ? []
      : [['Continued', `after ${continuedAfter.join(' and ')} tokens`] as const]),
    ['Versions', [`rationale ${application}`, ...versionWords(engine.versions)].join(', ')],
    ...engine.files.map((file) => [file.path, `SHA-256 ${file.sha256}`] as const),
  ];
}

function versionWords(versions: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(versions).map(([name, version]) => `${name} ${version}`);
}

/** A device as a person calls it. */
export function deviceWords(device: string, threads: number): string {
  switch (device) {
    case 'webgpu':
      return 'WebGPU';
    case 'wasm':
      return `WebAssembly, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
    case 'remote':
      return 'a server';
    case 'cpu':
      return `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
    default:
      return device;
  }
}
