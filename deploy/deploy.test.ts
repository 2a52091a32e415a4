import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { createApiServer } from '@/app/api/v1/server';
import { parseConfiguration } from '@/lib/engine/served/configuration';
import { modelsResponse } from '@/lib/engine/served/status-handlers';
import { type ListeningServer, listen } from '@/lib/engine/served/testing';
import { CACHE_BYTES_PER_TOKEN, sizingTable } from './sizing';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The documents of a YAML file; fails on anything that the parser has to say. */
function documents(path: string): readonly unknown[] {
  return parseAllDocuments(read(path), { merge: true }).map((document) => {
    expect([...document.errors, ...document.warnings], path).toEqual([]);
    return document.toJS();
  });
}

const gpus = z.object({
  resources: z.object({
    reservations: z.object({
      devices: z.array(
        z.object({
          driver: z.literal('nvidia'),
          count: z.union([z.number(), z.literal('all')]),
          capabilities: z.tuple([z.literal('gpu')]),
        }),
      ),
    }),
  }),
});
const serviceSchema = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  networks: z
    .union([z.array(z.string()), z.record(z.string(), z.object({ aliases: z.array(z.string()) }))])
    .optional(),
  deploy: gpus.optional(),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })).optional(),
});
type Service = z.infer<typeof serviceSchema>;

const services = (path: string) => composeSchema.parse(documents(path)[0]).services;
const serviceOf = (path: string, name: string): Service => {
  const service = services(path)[name];
  if (service === undefined) throw new Error(`${path} has no service ${name}`);
  return service;
};

/** What vLLM has to be told, wherever it runs. */
const VLLM_FLAGS = [
  '--served-model-name=gazal-r1-32b',
  '--reasoning-parser=qwen3',
  '--max-logprobs=20',
  '--generation-config=vllm',
];

describe('the compose files', () => {
  const single = ['gazal-bf16', 'gazal-fp8', 'gazal-tensor-parallel'];

  it.each(single)('tell %s what Rationale needs', (name) => {
    const service = serviceOf('deploy/compose.yaml', name);
    expect(service.command).toEqual(
      expect.arrayContaining([...VLLM_FLAGS, '--enable-prefix-caching']),
    );
    expect(service.environment).toMatchObject({ HF_HUB_OFFLINE: '1', VLLM_NO_USAGE_STATS: '1' });
    expect(service.environment.VLLM_API_KEY).toMatch(/^\$\{GAZAL_KEY:\?/);
    expect(service.image).toMatch(/:v\d+\.\d+\.\d+\}$/);
  });

  it('give as many GPUs as layers are split over', () => {
    for (const name of single) {
      const { command = [], deploy } = serviceOf('deploy/compose.yaml', name);
      const split = command.join(' ').match(/--tensor-parallel-size=(\d+)/)?.[1] ?? '1';
      expect(deploy?.resources.reservations.devices.map(({ count }) => count)).toEqual([
        Number(split),
      ]);
    }
  });

  it('let only the app be reached, from this machine, and no model reach out', () => {
    const compose = composeSchema.parse(documents('deploy/compose.yaml')[0]);
    const q4 = services('deploy/compose.q4.yaml');
    for (const [name, service] of Object.entries({ ...compose.services, ...q4 })) {
      if (name === 'app') {
        expect(service.ports).toEqual([expect.stringContaining(':-127.0.0.1:3000}:3000')]);
      } else {
        expect(service.ports).toBeUndefined();
        expect(service.networks).toEqual({ models: { aliases: ['gazal'] } });
      }
    }
    expect(compose.networks?.models?.internal).toBe(true);
  });

  it('tell llama.cpp to keep reasoning apart and to ask for the key', () => {
    const { command = [], environment } = serviceOf('deploy/compose.q4.yaml', 'gazal-q4');
    const argumentOf = (flag: string) => command[command.indexOf(flag) + 1];
    expect(argumentOf('--alias')).toBe('gazal-r1-32b');
    expect(argumentOf('--reasoning-format')).toBe('deepseek');
    expect(environment.LLAMA_API_KEY).toMatch(/^\$\{GAZAL_KEY:\?/);
    const cache = Number(argumentOf('--ctx-size')) * CACHE_BYTES_PER_TOKEN;
    expect(cache).toBeLessThanOrEqual(24_564 * 2 ** 20 - 19.8e9 - 2 * 2 ** 30);
  });

  it('start vLLM on Ray with the same flags, split as the machines are', () => {
    const head = serviceOf('deploy/ray/compose.head.yaml', 'head');
    const script = head.command?.join('\n') ?? '';
    for (const flag of [...VLLM_FLAGS, '--distributed-executor-backend=ray']) {
      expect(script).toContain(flag);
    }
    expect(script).toContain('--tensor-parallel-size="$$GPUS_PER_NODE"');
    expect(script).toContain('--pipeline-parallel-size="$$NODES"');
    // A single dollar would be replaced by compose and not by the shell.
    expect(script.replaceAll('$$', '')).not.toContain('$');
    const worker = serviceOf('deploy/ray/compose.worker.yaml', 'worker');
    expect(worker.image).toBe(head.image);
  });

  it('hold no key', () => {
    for (const path of ['deploy/compose.yaml', 'deploy/compose.q4.yaml', 'deploy/server.json']) {
      expect(read(path)).not.toMatch(/sk-|Bearer /);
    }
  });
});

const valuesSchema = z.object({
  servingEngineSpec: z.object({
    vllmApiKey: z.object({ secretName: z.string(), secretKey: z.string() }),
    modelSpec: z.array(
      z.object({
        tag: z.string().regex(/^v\d+\.\d+\.\d+$/),
        requestGPU: z.number(),
        vllmConfig: z.object({
          enablePrefixCaching: z.literal(true),
          tensorParallelSize: z.number(),
          extraArgs: z.array(z.string()),
        }),
      }),
    ),
  }),
  routerSpec: z.object({ labels: z.record(z.string(), z.string()) }),
});
const manifestSchema = z.object({ kind: z.string(), metadata: z.object({ name: z.string() }) });
const configMapSchema = z.object({ data: z.object({ 'server.json': z.string() }) });

describe('the Kubernetes manifests', () => {
  const manifests = documents('deploy/kubernetes/rationale.yaml');
  const ofKind = (kind: string) =>
    manifests.find((manifest) => manifestSchema.parse(manifest).kind === kind);

  it('tell the production stack what Rationale needs', () => {
    const values = valuesSchema.parse(documents('deploy/kubernetes/gazal-values.yaml')[0]);
    const [model] = values.servingEngineSpec.modelSpec;
    expect(model?.vllmConfig.extraArgs).toEqual(expect.arrayContaining(VLLM_FLAGS));
    expect(model?.requestGPU).toBe(model?.vllmConfig.tensorParallelSize);
    // The network policy lets the app reach the router by this label, and nothing else.
    expect(values.routerSpec.labels.environment).toBe('router');
    expect(JSON.stringify(ofKind('NetworkPolicy'))).toContain('{"environment":"router"}');
  });

  it('give the app its key from the secret that the engine has', () => {
    const values = valuesSchema.parse(documents('deploy/kubernetes/gazal-values.yaml')[0]);
    const { secretName, secretKey } = values.servingEngineSpec.vllmApiKey;
    expect(JSON.stringify(ofKind('Deployment'))).toContain(
      JSON.stringify({
        name: 'GAZAL_KEY',
        valueFrom: { secretKeyRef: { name: secretName, key: secretKey } },
      }),
    );
  });

  it('have everything that they name', () => {
    const kinds = manifests.map((manifest) => manifestSchema.parse(manifest).kind);
    expect(kinds).toEqual(['ConfigMap', 'Deployment', 'Service', 'NetworkPolicy']);
  });
});

describe('the configurations of the app', () => {
  const configMap = configMapSchema.parse(documents('deploy/kubernetes/rationale.yaml')[0]);
  it.each([
    ['deploy/server.json', read('deploy/server.json'), 'http://gazal:8000/v1'],
    ['the ConfigMap', configMap.data['server.json'], 'http://gazal-router-service/v1'],
  ])('in %s are usable and name the model that is served', (_, text, baseUrl) => {
    const configuration = parseConfiguration(text);
    if (!configuration.ok) throw new Error(configuration.fault.message);
    expect(configuration.value.upstreams).toMatchObject([
      {
        name: 'gazal',
        baseUrl,
        models: ['gazal-r1-32b'],
        keyVariable: 'GAZAL_KEY',
        saltCache: true,
      },
    ]);
  });
});

describe('docs/deploy.md', () => {
  it('has the sizing as it is computed', () => {
    const page = read('docs/deploy.md');
    const table = /<!-- sizing -->\n([\s\S]*?)\n<!-- \/sizing -->/.exec(page)?.[1];
    expect(table).toBe(sizingTable());
    expect(CACHE_BYTES_PER_TOKEN).toBe(256 * 1024);
  });

  it('names only files that are there', () => {
    const present = new Set(readdirSync(join(ROOT, 'deploy'), { recursive: true }).map(String));
    for (const [, path = ''] of read('docs/deploy.md').matchAll(/deploy\/([\w./-]+\.\w+)/g)) {
      expect(present, path).toContain(path);
    }
  });
});

describe('the smoke test', () => {
  const listening: ListeningServer[] = [];
  const server = createApiServer(
    {
      threads: 1,
      device: 'auto',
      waiting: 4,
      requestsPerMinute: 1000,
      bodyBytes: 65_536,
      proxies: 0,
      upstreams: [],
    },
    {},
    join(ROOT, 'public'),
  );
  let own = '';
  let inline = '';
  beforeAll(async () => {
    const endpoint = await listen(async (request) =>
      request.method === 'GET' ? modelsResponse(server) : server.chat(request),
    );
    const poor = await listen(async (request) =>
      request.method === 'GET' ? Response.json({ data: [{ id: 'm' }] }) : inlineStream(),
    );
    listening.push(endpoint, poor);
    own = `${endpoint.url}/v1`;
    inline = `${poor.url}/v1`;
  });
  afterAll(async () => {
    await (await server.model.open()).engine.dispose();
    await Promise.all(listening.map((one) => one.close()));
  });

  /** An endpoint without a reasoning parser and without log-probabilities. */
  function inlineStream(): Response {
    const delta = { content: '<think>So.</think>Flu.' };
    const chunk = JSON.stringify({ choices: [{ delta, finish_reason: 'stop' }] });
    return new Response(`: ping\n\ndata: ${chunk}\n\n`, {
      headers: { 'content-type': 'text/event-stream' },
    });
  }

  function run(...args: string[]): Promise<{ code: number; failed: string[] }> {
    return new Promise((resolve) => {
      const script = join(ROOT, 'deploy/smoke-test.mjs');
      execFile(process.execPath, [script, ...args], (error, stdout) => {
        const failed = stdout.split('\n').filter((line) => line.startsWith('NO'));
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, failed });
      });
    });
  }

  it('passes our own endpoint', async () => {
    expect(await run(own)).toEqual({ code: 0, failed: [] });
  });

  it('says what an endpoint lacks', async () => {
    const { code, failed } = await run(inline);
    expect(code).toBe(1);
    expect(failed.join('\n')).toMatch(/separates reasoning.*reasoning parser/);
    expect(failed.join('\n')).toMatch(/gives log-probabilities/);
    expect(failed.join('\n')).toMatch(/no \[DONE\]/);
  });

  it('tells an endpoint that cannot be asked from one that lacks something', async () => {
    expect((await run('http://127.0.0.1:9/v1')).code).toBe(2);
    expect((await run('nonsense')).code).toBe(2);
  });
});
