export type Channel = 'thinking' | 'answer';

/** A token that could have been generated, with its natural-log probability. */
export interface TokenAlternative {
  /** Absent where the source names tokens by their text alone. */
  readonly id?: number;
  readonly text: string;
  readonly logprob: number;
}

/**
 * One generated token, or a piece of text of a source that does not cut its text into tokens. Numbers that the source does
 * not give, or not for just this text, are absent.
 */
export interface TokenEvent {
  readonly index: number;
  readonly id?: number;
  /**
   * The text that this token completes. Empty while a multi-byte character is still incomplete; the token that completes
   * it carries the whole character, so text is never broken inside a character.
   */
  readonly text: string;
  /**
   * Natural log of the probability under the model's own distribution, before sampling parameters and constraints; an
   * endpoint's description says where its server gives another.
   */
  readonly logprob?: number;
  /** The most probable tokens of the same distribution, best first. */
  readonly alternatives?: readonly TokenAlternative[];
  /** Entropy of the same distribution, in nats. */
  readonly entropy?: number;
  /** Set by engines whose source separates the channels; otherwise the trace reads it from the text. */
  readonly channel?: Channel;
}

/** A token of an engine that computes the model itself: no number is absent. */
export interface ComputedToken extends TokenEvent {
  readonly id: number;
  readonly logprob: number;
  readonly alternatives: readonly TokenAlternative[];
  readonly entropy: number;
}

/** How the next token is chosen. `temperature: 0` is greedy. */
export interface Sampling {
  readonly temperature: number;
  /** 0 switches it off. */
  readonly topK: number;
  /** 1 switches it off. */
  readonly topP: number;
  /** 0 switches it off. */
  readonly minP: number;
  /** 1 switches it off. Keskar et al. 2019, arXiv 1909.05858. */
  readonly repetitionPenalty: number;
}

/** Restricts decoding to what is valid for one case. Plain data: it crosses to a worker. */
export interface DecodingConstraint {
  /** Whole tokens that may never be generated, for example span citations beyond the last span. */
  readonly bannedTokens: readonly string[];
  readonly choices: readonly ChoiceRule[];
}

/**
 * Once the generated text ends with one of `after`, one of `oneOf` follows, and then `followedBy`. Of several rules that hold
 * at a place the first counts; where no text is left to choose, nothing is written after which it would hold.
 */
export interface ChoiceRule {
  readonly after: readonly string[];
  /** Holds only where the line so far has all of `has` and none of `lacks`. */
  readonly line?: { readonly has: readonly string[]; readonly lacks: readonly string[] };
  /** Holds only where a rule of this family chose this text. */
  readonly chosen?: { readonly family: string; readonly text: string };
  readonly oneOf: readonly string[];
  readonly followedBy: string;
  /**
   * Where a text that was chosen may not be chosen again: on the same line by any such rule, or anywhere by this rule or one of
   * its family.
   */
  readonly distinct: 'nowhere' | 'on-line' | 'in-text';
  /** Rules that share what was chosen anywhere; each rule is alone unless it names its family. */
  readonly family?: string;
}

/** One turn of a conversation. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What is put before the model, ready for its tokenizer. */
export interface Prompt {
  readonly text: string;
  /** The same as a conversation, for engines that put it into their model's own form. */
  readonly messages?: readonly ChatMessage[];
  readonly constraint?: DecodingConstraint;
  /** Text already put into the model's mouth at the end of `text` that belongs to the trace, for example `<think>`. */
  readonly prefill: string;
}

export interface GenerateRequest {
  readonly prompt: Prompt;
  readonly sampling: Sampling;
  readonly seed: number;
  /** Of the whole answer, tokens already said included. */
  readonly maxTokens: number;
  /** How many alternatives to report for each token. */
  readonly alternatives: number;
  /**
   * Tokens of this answer that an earlier run of the same request generated: what follows them is generated, as that run
   * would have with a larger budget.
   */
  readonly said?: readonly number[];
}

/**
 * Why a run ended. `length`: its budget of tokens was used up. `stopped`: by the person. `looped`: it said the same again and
 * again, and was stopped by what watches it; no engine says so of itself.
 */
export type StopReason = 'end' | 'length' | 'stopped' | 'looped' | 'failed';

export type EngineEvent<Token extends TokenEvent = TokenEvent> =
  /** How many tokens the prompt came to: once, where the source says so; some say it only at the end. */
  | { readonly type: 'prompt'; readonly tokens: number }
  /** The source has no room at the moment: it is asked again after so many milliseconds. Only before the first token. */
  | { readonly type: 'waiting'; readonly milliseconds: number; readonly because: string }
  | { readonly type: 'token'; readonly token: Token }
  | { readonly type: 'stop'; readonly reason: StopReason; readonly timings: Timings };

/** Milliseconds. */
export interface Timings {
  readonly prefill: number;
  readonly decode: number;
}

export interface ScoreRequest {
  readonly prompt: string;
  /** The text whose tokens are scored, given the prompt. */
  readonly continuation: string;
  /**
   * The tokens of the continuation where they are known, for example from a recorded run. A sampled text is not always cut
   * into tokens in the way the tokenizer would cut it.
   */
  readonly tokens?: readonly number[];
  readonly alternatives: number;
}

/** How far loading a model has come. */
export interface LoadProgress {
  /** Reading and verifying files, building the graph, checking it against known answers. */
  readonly phase: 'files' | 'graph' | 'self-test';
  /** Bytes while reading files, otherwise steps done of `total`. */
  readonly loaded: number;
  readonly total: number;
  /** The file being read. */
  readonly file?: string;
}

/** The SHA-256 of one file that the model was loaded from. */
export interface FileHash {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What ran: enough to run it again. */
export interface EngineDescription {
  readonly kind: 'local' | 'endpoint' | 'replay' | 'pasted';
  readonly model: string;
  readonly revision: string;
  readonly files: readonly FileHash[];
  readonly precision: string;
  readonly device: 'webgpu' | 'wasm' | 'cuda' | 'cpu' | 'remote' | 'none';
  readonly threads: number;
  /** Why this device was chosen, for a person. */
  readonly deviceReason: string;
  /** Tokens of prompt and answer together; absent where the source does not say. */
  readonly contextLength?: number;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * What reasons. `generate` yields token events and one stop event, and once the length of the prompt; aborting the signal
 * ends it with the reason `stopped`. All calls throw `FaultError` when the engine cannot go on.
 */
export interface Engine<Token extends TokenEvent = TokenEvent> {
  readonly description: EngineDescription;
  /** How the model's makers recommend to sample it, where its files say so. */
  readonly recommended?: Sampling;
  /**
   * A prompt whose messages are written in the model's own form, for engines that have one: `text` and `prefill` are then
   * what that form makes of them. A prompt without messages is given back as it is. `variables` reach the form, for example
   * `enable_thinking`. Throws `FaultError` with `messages-unusable`.
   */
  inOwnForm?(prompt: Prompt, variables?: Readonly<Record<string, unknown>>): Promise<Prompt>;
  /** Number of tokens of a text under the engine's tokenizer; never an estimate. */
  countTokens(text: string): Promise<number>;
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<EngineEvent<Token>>;
  /**
   * Teacher-forced scores of a given continuation: exact log-probabilities, one event for each of its tokens. Throws
   * `FaultError` with `not-supported` where the engine cannot give them.
   */
  score(request: ScoreRequest, signal: AbortSignal): Promise<readonly Token[]>;
  dispose(): Promise<void>;
}

/** An engine that computes the model itself. */
export type ComputingEngine = Engine<ComputedToken>;

export type EngineFaultCode =
  | 'model-unknown'
  | 'model-file-missing'
  | 'model-file-damaged'
  | 'no-webassembly'
  | 'engine-failed'
  | 'prompt-too-long'
  | 'device-lost'
  | 'out-of-memory'
  | 'run-failed'
  | 'messages-unusable'
  | 'not-supported'
  | 'endpoint-unreachable'
  | 'endpoint-refused'
  | 'endpoint-busy'
  | 'endpoint-silent'
  | 'endpoint-interrupted'
  | 'endpoint-failed';
