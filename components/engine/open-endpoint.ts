import type { OpenedModel } from '@/components/engine/open-model';
import {
  EMBEDDED_SETTINGS,
  type PromptForm,
  type RunSettings,
} from '@/components/engine/run-settings';
import { connectionOf } from '@/components/models/kept-endpoints';
import { isAllowed } from '@/components/models/kept-origins';
import { LEAST_ANSWER } from '@/lib/engine/answer-budget';
import { USUAL_SAMPLING } from '@/lib/engine/catalogue/models/sampling';
import { entryOfServedModel } from '@/lib/engine/catalogue/served-model';
import { openEndpointEngine } from '@/lib/engine/endpoint/endpoint-engine';
import { DEFAULT_PATIENCE, type EndpointSurroundings } from '@/lib/engine/endpoint/surroundings';
import { type Fault, FaultError } from '@/lib/text/outcome';

/** What an endpoint needs of this browser. */
export function browserSurroundings(): EndpointSurroundings {
  return {
    fetch: (...asked) => fetch(...asked),
    now: () => performance.now(),
    patience: DEFAULT_PATIENCE,
  };
}

/** Opens an endpoint that this browser keeps. Throws `FaultError` where it is gone, not allowed or not reachable. */
export async function openEndpoint(id: string): Promise<OpenedModel> {
  const kept = connectionOf(id);
  if (kept === undefined) throw new FaultError(ENDPOINT_GONE);
  const { connection, maxTokens } = kept;
  if (!isAllowed(connection.baseUrl)) throw new FaultError(notAllowed(connection.baseUrl));
  const engine = await openEndpointEngine(
    connection,
    browserSurroundings(),
    new AbortController().signal,
  );
  return { engine, settings: settingsOfEndpoint(connection.model, maxTokens) };
}

/** In what form the model of an endpoint is given the case. */
export function formOfEndpoint(id: string): PromptForm {
  const kept = connectionOf(id);
  return kept === undefined ? 'chat' : settingsOfEndpoint(kept.connection.model, 1).form;
}

/** How a served model is asked: as its card recommends where the catalogue knows it. */
function settingsOfEndpoint(model: string, maxTokens: number): RunSettings {
  const entry = entryOfServedModel(model);
  if (entry?.runs === 'embedded') return { ...EMBEDDED_SETTINGS, form: 'case' };
  const recommended = entry?.conversation.sampling;
  const sampling = recommended?.known ? recommended.value : USUAL_SAMPLING;
  return { form: 'chat', sampling, maxTokens, leastTokens: Math.min(LEAST_ANSWER, maxTokens) };
}

const ENDPOINT_GONE: Fault = {
  code: 'endpoint-gone',
  message: 'The chosen endpoint is no longer in this browser.',
  remedy: 'Choose another model, or add the endpoint again under Models.',
};

function notAllowed(baseUrl: string): Fault {
  return {
    code: 'endpoint-not-allowed',
    message: `This browser is not allowed to connect to ${baseUrl} yet.`,
    remedy: 'Open Models and press “Allow” beside the endpoint, or choose another model.',
  };
}
