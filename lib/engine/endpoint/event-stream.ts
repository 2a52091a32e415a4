import { createParser, type ParseError } from 'eventsource-parser';

/** A line or an event longer than this is no stream of tokens; UTF-16 code units. */
const LONGEST_EVENT = 16 * 2 ** 20;

/** What a server sent as one event. */
export type ServerEvent =
  | { readonly type: 'data'; readonly data: string }
  /** An error that the server did not send as data. */
  | { readonly type: 'error'; readonly data: string }
  /** It cannot be read any further. */
  | { readonly type: 'unreadable'; readonly data: string };

export interface EventStreamReader {
  /** The events that these bytes complete, in order. */
  push(bytes: Uint8Array): readonly ServerEvent[];
  /** The events that were complete but for the empty line after them: some servers close the connection without it. */
  finish(): readonly ServerEvent[];
}

/**
 * Reads server-sent events from bytes in any chunking: a character or an event may be cut anywhere. Comments, which servers
 * send to keep a connection open (llama.cpp, every 30 s), are no events.
 */
export function createEventStreamReader(): EventStreamReader {
  const decoder = new TextDecoder();
  let events: ServerEvent[] = [];
  let over = false;
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT,
    onEvent({ event, data }) {
      if (data === '') return;
      events.push({ type: event === 'error' ? 'error' : 'data', data });
    },
    onError(error) {
      over ||= error.type === 'max-buffer-size-exceeded';
      const event = eventOf(error);
      if (event !== undefined) events.push(event);
    },
  });
  const taken = (): readonly ServerEvent[] => {
    const complete = events;
    events = [];
    return complete;
  };
  const feed = (text: string) => {
    if (!over) parser.feed(text);
    return taken();
  };
  return {
    push: (bytes) => feed(decoder.decode(bytes, { stream: true })),
    finish: () => feed(`${decoder.decode()}\n\n`),
  };
}

/** llama.cpp used to send an error as a field of its own, `error: {…}`, which no event stream has; other such lines mean nothing. */
function eventOf(error: ParseError): ServerEvent | undefined {
  if (error.type === 'max-buffer-size-exceeded') return { type: 'unreadable', data: error.message };
  return error.type === 'unknown-field' && error.field === 'error'
    ? { type: 'error', data: error.value ?? '' }
    : undefined;
}
