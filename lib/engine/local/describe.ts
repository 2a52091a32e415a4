import type { ModelEntry } from '../catalogue';
import type { EngineDescription } from '../engine';
import type { ModelManifest } from './manifest';

/** Where a model runs, as the description of its engine says it. */
export type Placement = Pick<EngineDescription, 'device' | 'threads' | 'deviceReason' | 'versions'>;

/** What ran, from the catalogue, the manifest and the device that was chosen. */
export function describeEngine(
  entry: ModelEntry,
  manifest: ModelManifest,
  placement: Placement,
): EngineDescription {
  return {
    kind: 'local',
    model: entry.id,
    revision: manifest.revision,
    files: manifest.files,
    precision: entry.precision,
    contextLength: manifest.contextLength,
    ...placement,
  };
}
