import { z } from 'zod';
import { type KeptEndpoint, USUAL_ANSWER } from '@/components/models/kept-endpoints';

/** A model that the server of this page offers. */
export interface ServedModel extends KeptEndpoint {
  /** What runs where, in a few words. */
  readonly note: string;
}

const ownSchema = z.object({
  data: z.array(z.object({ id: z.string(), max_model_len: z.int().nullish() })),
});

const upstreamsSchema = z.object({
  upstreams: z.array(
    z.object({ name: z.string(), title: z.string(), models: z.array(z.string()) }),
  ),
});

/** Asks the server of this page what it offers; a part that it does not answer to is left out. */
export async function readServedModels(signal: AbortSignal): Promise<readonly ServedModel[]> {
  const [own, upstreams] = await Promise.all([
    answerOf('/api/v1/models', signal),
    answerOf('/api/v1/upstream', signal),
  ]);
  return [...ownModels(own), ...upstreamModels(upstreams)];
}

function upstreamModels(answer: unknown): readonly ServedModel[] {
  const parsed = upstreamsSchema.safeParse(answer);
  if (!parsed.success) return [];
  return parsed.data.upstreams.flatMap(({ name, title, models }) =>
    models.map((model) => ({
      connection: {
        id: `server:${name}:${model}`.slice(0, 100),
        name: models.length === 1 ? title : `${title}: ${model}`,
        baseUrl: `/api/v1/upstream/${name}`,
        model,
        via: 'server' as const,
      },
      maxTokens: USUAL_ANSWER,
      note: `${model}, on a server that this one is configured to ask`,
    })),
  );
}

function ownModels(answer: unknown): readonly ServedModel[] {
  const parsed = ownSchema.safeParse(answer);
  if (!parsed.success) return [];
  return parsed.data.data.map(({ id, max_model_len }) => ({
    connection: {
      id: `server:${id}`,
      name: `${id} on the server`,
      baseUrl: '/api/v1',
      model: id,
      via: 'server' as const,
    },
    maxTokens: Math.min(USUAL_ANSWER, max_model_len ?? USUAL_ANSWER),
    note: `the server’s own model${max_model_len == null ? '' : `, context of ${max_model_len.toLocaleString('en')} tokens`}`,
  }));
}

/** The JSON that the server answers; undefined where it answers with none. Throws when it cannot be reached. */
async function answerOf(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal, cache: 'no-store' });
  if (!response.ok) return undefined;
  return response.json().catch(() => undefined);
}
