import type { Channel } from '../engine';
import type { ChannelSplitter } from './chat-run';
import type { EventStreamLimits } from './event-stream';
import type { Guard } from './guard';
import type { ServerMetrics } from './metrics';
import type { Queue } from './queue';
import type { ServedModel } from './served-model';

/** What answering a conversation takes. */
export interface ChatServer {
  readonly model: ServedModel;
  readonly queue: Queue;
  readonly guard: Guard;
  readonly metrics: ServerMetrics;
  readonly bodyBytes: number;
  readonly streamLimits?: EventStreamLimits;
  createSplitter(first: Channel): ChannelSplitter;
  /** Milliseconds that never go back. */
  now(): number;
}
