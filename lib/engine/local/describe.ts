import type { ModelEntry } from '../catalogue';
import type { EngineDescription } from '../engine';

/** Where a model runs, as the description of its engine says it. */
export type Placement = Pick<EngineDescription, 'device' | 'threads' | 'deviceReason' | 'versions'>;

/** What was loaded, as the description of its engine says it. */
export interface Contents extends Pick<EngineDescription, 'revision' | 'files' | 'precision'> {
  /** Tokens. */
  readonly contextLength: number;
}

/** What ran, from the catalogue, the files and the device that was chosen. */
export function describeEngine(
  entry: ModelEntry,
  contents: Contents,
  placement: Placement,
): EngineDescription {
  return { kind: 'local', model: entry.id, ...contents, ...placement };
}
