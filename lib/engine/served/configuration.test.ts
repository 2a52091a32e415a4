import { describe, expect, it } from 'vitest';
import { parseConfiguration, readConfiguration } from './configuration';

describe('the configuration of a server', () => {
  it('has a default for everything', () => {
    expect(readConfiguration({})).toEqual({
      ok: true,
      value: {
        threads: 1,
        device: 'auto',
        waiting: 16,
        requestsPerMinute: 120,
        bodyBytes: 262_144,
        proxies: 0,
        upstreams: [],
      },
    });
  });

  it.each([
    ['{', 'not JSON'],
    ['{"waitng":1}', 'waitng'],
    ['{"waiting":-1}', 'waiting'],
    ['{"keyVariable":"sk-secret"}', 'keyVariable'],
    ['{"model":{"id":"a","folder":"relative"}}', 'model.folder'],
    ['{"upstreams":[{"name":"Bad Name"}]}', 'upstreams.0.name'],
  ])('says what is wrong with %s', (text, named) => {
    const outcome = parseConfiguration(text);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.fault.message).toContain(named);
  });

  it('keeps upstreams apart by name', () => {
    const upstream = { name: 'a', title: 'A', baseUrl: 'http://host/v1', models: ['m'] };
    const outcome = parseConfiguration(JSON.stringify({ upstreams: [upstream, upstream] }));
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'configuration-unusable' } });
  });

  it('names a file that is not there', () => {
    const outcome = readConfiguration({ RATIONALE_SERVER_CONFIG: '/no/such/file.json' });
    expect(outcome).toMatchObject({ ok: false });
    if (!outcome.ok) expect(outcome.fault.message).toContain('/no/such/file.json');
  });
});
