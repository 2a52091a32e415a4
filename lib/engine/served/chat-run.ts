import type { Channel, ComputedToken, ComputingEngine, GenerateRequest } from '../engine';

/** A stretch of text that belongs to one channel. */
export interface ChannelText {
  readonly channel: Channel;
  readonly text: string;
}

/** Tells thinking from answer in text that is still arriving; the marks between them belong to neither. */
export interface ChannelSplitter {
  push(text: string): readonly ChannelText[];
  /** What was held back, because it might have become a mark. */
  finish(): readonly ChannelText[];
}

/** What happens in the course of one answer. */
export type ChatEvent =
  | { readonly type: 'begun'; readonly promptTokens: number }
  /** One token, with the text that it released, which may be none or belong to two channels. */
  | {
      readonly type: 'token';
      readonly token: ComputedToken;
      readonly pieces: readonly ChannelText[];
    }
  | {
      readonly type: 'ended';
      readonly finish: 'stop' | 'length' | 'cancelled';
      readonly pieces: readonly ChannelText[];
    };

/** Runs a model on a prompt and splits what it says into its channels. Throws what the engine throws. */
export async function* runChat(
  engine: ComputingEngine,
  request: GenerateRequest,
  splitter: ChannelSplitter,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  for await (const event of engine.generate(request, signal)) {
    if (event.type === 'prompt') yield { type: 'begun', promptTokens: event.tokens };
    if (event.type === 'token') {
      yield { type: 'token', token: event.token, pieces: splitter.push(event.token.text) };
    }
    if (event.type === 'stop') {
      const finish =
        event.reason === 'length' ? 'length' : event.reason === 'end' ? 'stop' : 'cancelled';
      yield { type: 'ended', finish, pieces: splitter.finish() };
    }
  }
}
