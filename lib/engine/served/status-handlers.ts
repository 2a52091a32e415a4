import type { ChatServer } from './chat-server';

/** Answers `GET models`: the one model of this server, as OpenAI clients list models. */
export function modelsResponse({ model, startedAt }: ChatServer & { startedAt: number }): Response {
  const { id, contextLength } = model;
  const length = contextLength === undefined ? {} : { max_model_len: contextLength };
  const data = [{ id, object: 'model', created: startedAt, owned_by: 'rationale', ...length }];
  return Response.json({ object: 'list', data }, { headers: { 'cache-control': 'no-store' } });
}

/** Answers `GET health`: 200 while the model can be used or has yet to be loaded, 503 after loading failed. */
export function healthResponse({ model, queue }: ChatServer): Response {
  const ok = model.state !== 'failed';
  return Response.json(
    {
      status: ok ? 'ok' : 'failed',
      model: { id: model.id, state: model.state, ...model.placement },
      queue: { running: queue.running, waiting: queue.waiting },
    },
    { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

/** Answers `GET metrics` in the text format of Prometheus 0.0.4. */
export function metricsResponse({ metrics, queue, model }: ChatServer): Response {
  const text = metrics.text({
    queue_running: queue.running,
    queue_waiting: queue.waiting,
    model_ready: model.state === 'ready' ? 1 : 0,
    resident_memory_bytes: process.memoryUsage.rss(),
  });
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
