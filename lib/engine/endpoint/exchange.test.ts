import { afterEach, describe, expect, it } from 'vitest';
import { speaking, startServer } from './replay-server.fixture';
import { createServers, run, SAID, VLLM } from './replayed-run.fixture';

const servers = createServers();
afterEach(() => servers.close());

describe('the address', () => {
  it('is the only one that a case is sent to: a redirect is not followed', async () => {
    const elsewhere = await servers.serve(speaking(VLLM, SAID));
    const server = await servers.answering((response) => {
      response.writeHead(307, { location: `${elsewhere.origin}/v1/chat/completions` });
      response.end();
    });
    expect((await run(server)).fault?.code).toBe('endpoint-refused');
    expect(elsewhere.asked).toEqual([]);
  });

  it('is told to be wrong where nothing listens, and where a page answers', async () => {
    const gone = await startServer((_, response) => response.end());
    await gone.close();
    const { fault } = await run(gone);
    expect(fault).toMatchObject({
      code: 'endpoint-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    const page = await servers.serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>Welcome</html>');
    });
    expect((await run(page)).fault?.message).toContain('a web page');
  });

  it('is given up when the server does not answer', async () => {
    const mute = await servers.serve(() => undefined);
    expect((await run(mute, { patience: { short: 60 } })).fault?.code).toBe('endpoint-silent');
  });
});
