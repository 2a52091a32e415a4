import { afterEach, describe, expect, it } from 'vitest';
import { endpoint } from '@/cli/commands/endpoint';
import { ranInProcess } from '@/cli/testing';
import { DIALECTS, replayedAnswer } from '@/lib/engine/endpoint/dialects.fixture';
import {
  type ReplayServer,
  speaking,
  startServer,
} from '@/lib/engine/endpoint/replay-server.fixture';

const servers: ReplayServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(): Promise<ReplayServer> {
  const [vllm] = DIALECTS;
  if (vllm === undefined) throw new Error('no dialect');
  const server = await startServer(speaking(vllm, replayedAnswer('17 and 25.', '42', 3)));
  servers.push(server);
  return server;
}

describe('endpoint', () => {
  it('says in a line each what a server supports, or in one document', async () => {
    const { origin } = await serve();
    const args = ['--endpoint', `${origin}/v1`, '--model', 'test/model-32b'];
    const read = await ranInProcess(endpoint, args);
    expect(read).toMatchObject({ code: 0, stderr: '' });
    expect(read.stdout).toContain('Shows its reasoning: yes. It comes in a field of its own.');
    expect(read.stdout).toContain('Gives probabilities: yes.');
    const document = await ranInProcess(endpoint, [...args, '--json']);
    expect(JSON.parse(document.stdout)).toMatchObject({
      server: 'vllm',
      models: [{ id: 'test/model-32b' }],
      checks: expect.arrayContaining([expect.objectContaining({ id: 'streams' })]),
    });
  });

  it('exits with 1 where no answer can be had, and with 2 on bad input', async () => {
    const closed = await ranInProcess(endpoint, [
      '--endpoint',
      'http://127.0.0.1:1/v1',
      '--model',
      'm',
    ]);
    expect(closed).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Can be reached: no.'),
    });
    const bad = await ranInProcess(endpoint, ['--endpoint', 'nowhere', '--model', 'm']);
    expect(bad).toMatchObject({ code: 2, stderr: expect.stringContaining('"baseUrl"') });
  });
});
