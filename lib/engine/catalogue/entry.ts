import type { Sampling } from '../engine';

/** A figure with where it was read, or why it is not known yet. */
export type Known<Value> =
  | { readonly known: true; readonly value: Value; readonly source: string }
  | { readonly known: false; readonly why: string };

/** A figure that was read at `source`. */
export function known<Value>(value: Value, source: string): Known<Value> {
  return { known: true, value, source };
}

/** A figure that nobody has given yet; `why` says how it becomes known. */
export function notKnown<Value>(why: string): Known<Value> {
  return { known: false, why };
}

/** How the weights of an ONNX graph are kept: the suffixes of Transformers.js, `src/utils/dtypes.js`. */
export type Dtype = 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4' | 'q4f16' | 'bnb4';

/** A WebGPU feature without which a graph computes wrongly or not at all. */
export type GpuFeature = 'shader-f16';

/** One file of a model; what is absent is recorded when the file is first downloaded. */
export interface FileFigures {
  readonly path: string;
  /** Its exact length. */
  readonly bytes?: number;
  /** Lower-case hexadecimal. */
  readonly sha256?: string;
  /** Where length and digest were read. */
  readonly source?: string;
}

/** One way in which a browser model's weights can be had. */
export interface ModelForm {
  readonly dtype: Dtype;
  /** The graph within the repository. */
  readonly graph: string;
  /**
   * Files beside the graph that hold its weights. Where they are not known, the repository's `config.json` tells their
   * number (`transformers.js_config.use_external_data_format`).
   */
  readonly externalData: Known<readonly string[]>;
  /** Of the graph with its external data, to the digits that the source gives: for planning, never for verifying. */
  readonly bytes: Known<number>;
  readonly needs: readonly GpuFeature[];
  /** Lengths and digests as far as they are known. */
  readonly files: readonly FileFigures[];
}

/** Which commit of a repository is downloaded. */
export type Revision =
  | { readonly kind: 'pinned'; readonly commit: string; readonly source: string }
  /** The newest commit, which is recorded at the first download and kept from then on. */
  | { readonly kind: 'first-download' };

/** How a person, or the prompt, switches the thinking of a model. */
export type ThinkingControl =
  /** It always thinks. */
  | { readonly kind: 'always' }
  /** It was not trained to think before it answers. */
  | { readonly kind: 'none' }
  /** A variable of the chat template; `softSwitches` are words in the text that do the same. */
  | {
      readonly kind: 'template-variable';
      readonly name: string;
      readonly softSwitches: readonly string[];
    };

/**
 * Where the text of an answer begins: `thinking` when the chat template itself opens the section (only the closing mark is
 * then generated), `opens-itself` when the model generates the opening mark, `answer` when there is no thinking section.
 */
export type StartsIn = 'thinking' | 'opens-itself' | 'answer';

/** How a model is asked. */
export interface Conversation {
  /** Where the chat template stands, or that the model has none. */
  readonly template: 'in-repository' | 'none';
  readonly thinking: ThinkingControl;
  readonly startsIn: Known<StartsIn>;
  /** What the card recommends; what it leaves out is switched off. */
  readonly sampling: Known<Sampling>;
}

export interface Licence {
  /** SPDX identifier where there is one. */
  readonly id: string;
  readonly url: string;
  /** Whether its terms have to be shown and agreed to before the weights are downloaded. */
  readonly needsConsent: boolean;
}

/** What is said of every model. */
export interface ModelCard {
  readonly id: string;
  /** What a person reads. */
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly card: string;
  readonly licence: Licence;
  /** Billions. */
  readonly parameters: Known<number>;
  /** Tokens. */
  readonly context: Known<number>;
  readonly limits: readonly string[];
}

/** Model families whose arithmetic bears on the choice of a form. */
export type Family = 'qwen' | 'llama' | 'gemma' | 'phi' | 'lfm2' | 'other';

/**
 * What a decode loop has to carry from step to step: keys and values alone, an embedder in a graph of its own before the
 * decoder, or the state of convolutions beside keys and values.
 */
export type GraphLayout = 'decoder' | 'embedder-and-decoder' | 'decoder-with-convolutions';

/** A model that is downloaded and runs in the browser (or in Node). */
export interface BrowserModel extends ModelCard {
  readonly runs: 'browser';
  readonly family: Family;
  readonly layout: GraphLayout;
  /** Owner and name on the Hugging Face hub, or on a mirror that keeps its paths. */
  readonly repository: string;
  readonly revision: Revision;
  /** Best first; which one is taken is for `whatRuns` to say. */
  readonly forms: readonly ModelForm[];
  readonly conversation: Conversation;
  /** Bytes of the key-value cache for each token, in 16-bit numbers. */
  readonly cacheBytesPerToken: Known<number>;
  /** How the forms are made where nobody has published them: then they come from a folder, and nothing is downloaded. */
  readonly conversion?: string;
}

/** A model that is too large for a browser, or has no ONNX form: it is asked through an endpoint. */
export interface EndpointModel extends ModelCard {
  readonly runs: 'endpoint';
  readonly repository: string;
  readonly revision: Revision;
  /** Sizes by weight format, for choosing a GPU. */
  readonly forms: readonly { readonly format: string; readonly bytes: Known<number> }[];
  readonly conversation: Conversation;
  readonly cacheBytesPerToken: Known<number>;
}

/** A model that comes with Rationale. */
export interface EmbeddedModel {
  readonly runs: 'embedded';
  readonly id: string;
  /** What a person reads. */
  readonly name: string;
  /** Folder of the model's files, from the root of what the page is served from (`public/` in the repository). */
  readonly folder: string;
  /** The ONNX graph within that folder. */
  readonly graph: string;
  /** How weights are kept and in what precision the model computes. */
  readonly precision: string;
  /** WebGPU features without which the graph computes wrongly or not at all, for example `shader-f16`. */
  readonly webgpuFeatures: readonly string[];
  /** WebAssembly threads beyond which the model gains nothing. */
  readonly mostThreads: number;
  /** Tokens of the context that are kept free for the answer: a prompt that would leave fewer is refused. */
  readonly answerTokens: number;
  /** An answer of its form, in which drafts are looked up; it bears on how fast the model answers and not on what. */
  readonly example?: string;
}

/** Every model that Rationale knows of. */
export type CatalogueEntry = EmbeddedModel | BrowserModel | EndpointModel;

/** What the local engine needs of a model to load it from a folder of verified files, whatever the folder is. */
export type ModelEntry = Omit<EmbeddedModel, 'runs'>;
