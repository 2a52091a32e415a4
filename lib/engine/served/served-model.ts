import type { ComputingEngine, EngineDescription, Sampling } from '../engine';
import type { PromptForm } from './prompt-form';

/** Where the loading of the model stands. */
export type ModelState = 'not loaded' | 'loading' | 'ready' | 'failed';

/** An engine with the way in which it is asked. */
export interface OpenedModel {
  readonly engine: ComputingEngine;
  readonly form: PromptForm;
  /** What holds where a request says nothing. */
  readonly sampling: Sampling;
}

type Placement = Pick<EngineDescription, 'device' | 'deviceReason'>;

/** The one model of a server. */
export interface ServedModel {
  readonly id: string;
  readonly state: ModelState;
  /** Of prompt and answer together, in tokens; known once the model is ready. */
  readonly contextLength: number | undefined;
  /** On what it runs and why; known once the model is ready. */
  readonly placement: Placement | undefined;
  /** The model, loaded when it is first asked for; a later call tries again where loading failed. */
  open(): Promise<OpenedModel>;
}

/** A model that `load` loads once, at the first request. */
export function createServedModel(id: string, load: () => Promise<OpenedModel>): ServedModel {
  let state: ModelState = 'not loaded';
  let opening: Promise<OpenedModel> | undefined;
  let contextLength: number | undefined;
  let placement: Placement | undefined;

  async function openOnce(): Promise<OpenedModel> {
    state = 'loading';
    try {
      const opened = await load();
      const { device, deviceReason } = opened.engine.description;
      contextLength = opened.engine.description.contextLength;
      placement = { device, deviceReason };
      state = 'ready';
      return opened;
    } catch (error) {
      state = 'failed';
      opening = undefined;
      throw error;
    }
  }

  return {
    id,
    get state() {
      return state;
    },
    get contextLength() {
      return contextLength;
    },
    get placement() {
      return placement;
    },
    open() {
      opening ??= openOnce();
      return opening;
    },
  };
}
