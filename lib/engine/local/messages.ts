import type { ModelEntry } from '../catalogue';
import type {
  ComputedToken,
  EngineDescription,
  EngineEvent,
  GenerateRequest,
  LoadProgress,
  Prompt,
  Sampling,
  ScoreRequest,
} from '../engine';
import type { EngineFault } from '../faults';
import type { DeviceRequest } from './device';

/** Ties replies to what asked for them. */
export type RequestId = number;

/** What to load, from where, and on which device. */
export interface LoadCommand {
  readonly entry: ModelEntry;
  /** Address under which `models/` and `ort/` are served, with a slash at its end. */
  readonly base: string;
  /** Key of a downloaded model in this browser's storage, whose files are read instead of the entry's folder. */
  readonly stored?: string;
  readonly device: DeviceRequest;
  /** Why WebGPU was given up, when an earlier worker did so. */
  readonly webgpuRefused?: string;
}

/** From the page to the worker. */
export type ToWorker =
  | { readonly type: 'load'; readonly id: RequestId; readonly command: LoadCommand }
  | { readonly type: 'count'; readonly id: RequestId; readonly text: string }
  | { readonly type: 'form'; readonly id: RequestId; readonly prompt: Prompt }
  | { readonly type: 'generate'; readonly id: RequestId; readonly request: GenerateRequest }
  | { readonly type: 'score'; readonly id: RequestId; readonly request: ScoreRequest }
  /** Ends the request with this id. */
  | { readonly type: 'abort'; readonly id: RequestId };

/** What a worker tells of itself, in answer to no request. */
export type WorkerNotice =
  /** It holds the lock of its own name, as it does for as long as it lives. */
  | { readonly type: 'lives' }
  /** The graphics device on which its model runs is gone. */
  | { readonly type: 'device-gone' };

/** From the worker to the page. Every request ends in exactly one message that is not `progress` or `events`. */
export type FromWorker =
  | { readonly type: 'progress'; readonly id: RequestId; readonly progress: LoadProgress }
  | {
      readonly type: 'loaded';
      readonly id: RequestId;
      readonly description: EngineDescription;
      readonly recommended?: Sampling;
    }
  /** WebGPU does not compute rightly here; a fresh worker should use WebAssembly. */
  | { readonly type: 'webgpu-refused'; readonly id: RequestId; readonly why: string }
  | { readonly type: 'formed'; readonly id: RequestId; readonly prompt: Prompt }
  | { readonly type: 'counted'; readonly id: RequestId; readonly tokens: number }
  | {
      readonly type: 'events';
      readonly id: RequestId;
      readonly events: readonly EngineEvent<ComputedToken>[];
    }
  | { readonly type: 'finished'; readonly id: RequestId }
  | { readonly type: 'scored'; readonly id: RequestId; readonly tokens: readonly ComputedToken[] }
  | { readonly type: 'aborted'; readonly id: RequestId }
  | { readonly type: 'failed'; readonly id: RequestId; readonly fault: EngineFault };
