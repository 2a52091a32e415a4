import { FaultError } from '@/lib/text/outcome';
import { type ChatChunk, readChunk } from './chat-chunk';
import { createEventStreamReader, type ServerEvent } from './event-stream';
import { isWebPage, reasonOf } from './exchange';
import { interrupted, notAnEndpoint, silent } from './faults';
import { type Patience, within } from './surroundings';

/** Whether the answer has ended, so that only a word about the prompt can still come. */
type HasEnded = () => boolean;

/**
 * The events of an answer as they arrive; an answer that came whole, from a server that does not stream, is one event.
 * Throws `FaultError` when nothing comes for too long, when the connection breaks and when the answer is none of a model.
 */
export async function* readResponse(
  response: Response,
  where: string,
  patience: Patience,
  hasEnded: HasEnded,
): AsyncGenerator<ChatChunk, void, undefined> {
  const type = response.headers.get('content-type') ?? '';
  if (isWebPage(response) || response.body === null) {
    throw new FaultError(notAnEndpoint(where, type));
  }
  if (/\bjson\b/i.test(type)) {
    yield* readWhole(await wholeOf(response, where, patience), where);
    return;
  }
  const events = createEventStreamReader();
  for await (const bytes of readBytes(response.body, where, patience, hasEnded)) {
    for (const event of events.push(bytes)) yield chunkOf(event);
  }
  for (const event of events.finish()) {
    const chunk = chunkOf(event);
    // An event that was cut in the middle says nothing; that the answer is not whole shows by itself.
    if (chunk.type !== 'unreadable') yield chunk;
  }
}

function chunkOf({ type, data }: ServerEvent): ChatChunk {
  const chunk: ChatChunk = type === 'unreadable' ? { type, said: data } : readChunk(data);
  return type === 'error' && chunk.type !== 'error' ? { type: 'error', said: data } : chunk;
}

async function wholeOf(response: Response, where: string, patience: Patience): Promise<string> {
  const late = () => new FaultError(silent(where, patience.beginning));
  try {
    return await within(response.text(), patience.beginning, late);
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError(interrupted(where, reasonOf(error)));
  }
}

function readWhole(text: string, where: string): readonly ChatChunk[] {
  const chunk = readChunk(text);
  const empty = chunk.type === 'delta' && chunk.finish === undefined && chunk.content === '';
  if (chunk.type === 'unreadable' || empty) throw new FaultError(notAnEndpoint(where, text));
  return [chunk, { type: 'done' }];
}

async function* readBytes(
  body: ReadableStream<Uint8Array>,
  where: string,
  { idle, afterEnd }: Patience,
  hasEnded: HasEnded,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  try {
    for (;;) {
      const limit = hasEnded() ? afterEnd : idle;
      const read = await within(reader.read(), limit, () => new FaultError(silent(where, limit)));
      if (read.done) return;
      yield read.value;
    }
  } catch (error) {
    // A server that neither closes nor says [DONE] after its last word has said everything all the same.
    if (hasEnded()) return;
    if (error instanceof FaultError) throw error;
    throw new FaultError(interrupted(where, reasonOf(error)));
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
