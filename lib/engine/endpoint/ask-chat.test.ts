import { afterEach, describe, expect, it } from 'vitest';
import { json } from './replay-server.fixture';
import { chatsOf, createServers, run, whole } from './replayed-run.fixture';

const servers = createServers();
afterEach(() => servers.close());

describe('a server without room', () => {
  it('is asked again when it said it would have some, and the wait is told', async () => {
    const server = await servers.answering(
      (response) =>
        json(response, 503, { error: { message: 'Loading model' } }, { 'retry-after': '0' }),
      (response) =>
        json(response, 429, { error: 'Model is overloaded' }, { 'retry-after': '0.05' }),
      whole,
    );
    const { events, fault } = await run(server);
    expect(fault).toBeUndefined();
    expect(events.slice(0, 2)).toEqual([
      { type: 'waiting', milliseconds: 0, because: 'Loading model' },
      { type: 'waiting', milliseconds: 50, because: 'Model is overloaded' },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'end' });
  });

  it('understands a date, by the clock of the server', async () => {
    const server = await servers.answering((response) =>
      json(
        response,
        503,
        {},
        {
          date: 'Wed, 21 Oct 2015 07:28:00 GMT',
          'retry-after': 'Wed, 21 Oct 2015 07:58:00 GMT',
        },
      ),
    );
    const { fault } = await run(server);
    expect(fault).toMatchObject({
      code: 'endpoint-busy',
      remedy: expect.stringContaining('30 minutes'),
    });
    expect(chatsOf(server)).toHaveLength(1);
  });

  it('is given up after a while', async () => {
    const server = await servers.answering((response) =>
      json(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '0.02' }),
    );
    const { fault, events } = await run(server, { patience: { busy: 70 } });
    expect(fault).toMatchObject({
      code: 'endpoint-busy',
      message: expect.stringContaining('slow down'),
    });
    expect(events.filter(({ type }) => type === 'waiting')).toHaveLength(3);
  });

  it('is no longer waited for when the person stops', async () => {
    const stopping = new AbortController();
    const server = await servers.answering((response) =>
      json(response, 503, {}, { 'retry-after': '60' }),
    );
    const { events, fault } = await run(server, {
      signal: stopping.signal,
      onEvent: () => stopping.abort(),
    });
    expect(fault).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'stop', reason: 'stopped' });
  });
});
