import { askChat } from './ask-chat';
import type { ChatRequest } from './chat-request';
import type { EndpointConnection } from './connection';
import { serverName } from './exchange';
import { createChatReader } from './read-chat';
import { readResponse } from './read-response';
import type { EndpointSurroundings } from './surroundings';

/** What one answer showed of how a server answers. */
export interface Probe {
  readonly thinking: string;
  /** What came outside a field for reasoning; with marks in it where the server does not separate the two. */
  readonly content: string;
  /** How many events carried text. */
  readonly pieces: number;
  /** Share of the text whose probabilities are believed, 0 to 1. */
  readonly scored: number;
  /** Whether the server gave any probability, believed or not. */
  readonly gaveProbabilities: boolean;
}

/**
 * Asks once, reads to the end and gives what was seen. Throws `FaultError` as a run would, and what `fetch` throws when the
 * signal is aborted.
 */
export async function probeEndpoint(
  connection: EndpointConnection,
  surroundings: EndpointSurroundings,
  body: ChatRequest,
  signal: AbortSignal,
): Promise<Probe> {
  const where = serverName(connection);
  const chat = createChatReader(where);
  const closing = new AbortController();
  const asking = askChat(connection, surroundings, body, AbortSignal.any([signal, closing.signal]));
  const seen = { thinking: '', content: '', pieces: 0, scored: 0, gaveProbabilities: false };
  try {
    let begun = await asking.next();
    while (begun.done !== true) begun = await asking.next();
    const chunks = readResponse(begun.value, where, surroundings.patience, () => chat.finished);
    for await (const chunk of chunks) {
      const tokens = chat.push(chunk);
      if (tokens.some(({ text }) => text !== '')) seen.pieces += 1;
      seen.gaveProbabilities ||= chunk.type === 'delta' && chunk.scored.length > 0;
      for (const { text, channel, logprob } of tokens) {
        seen[channel === 'thinking' ? 'thinking' : 'content'] += text;
        if (logprob !== undefined) seen.scored += text.length;
      }
      if (chat.done) break;
    }
    chat.stop();
  } finally {
    closing.abort();
  }
  const length = seen.thinking.length + seen.content.length;
  return { ...seen, scored: length === 0 ? 0 : seen.scored / length };
}
