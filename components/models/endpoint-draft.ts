import {
  type KeptEndpoint,
  type KeptKey,
  keyOf,
  USUAL_ANSWER,
} from '@/components/models/kept-endpoints';
import { parseConnection, withoutKey } from '@/lib/engine/endpoint/connection';
import { failure, type Outcome, success } from '@/lib/text/outcome';

/** An endpoint while it is being written: what stands in the fields. */
export interface EndpointDraft {
  readonly id: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string;
  readonly keepKey: KeptKey['where'];
  readonly server: string;
  readonly thinking: string;
  readonly thinkingBudget: string;
  readonly maxTokens: string;
}

/** An empty form. */
export function newDraft(): EndpointDraft {
  return {
    id: crypto.randomUUID(),
    name: '',
    baseUrl: '',
    model: '',
    key: '',
    keepKey: 'tab',
    server: '',
    thinking: '',
    thinkingBudget: '',
    maxTokens: `${USUAL_ANSWER}`,
  };
}

/** A form that begins with what is kept. */
export function draftOfEndpoint({ connection, maxTokens }: KeptEndpoint): EndpointDraft {
  const kept = keyOf(connection.id);
  return {
    id: connection.id,
    name: connection.name,
    baseUrl: connection.baseUrl,
    model: connection.model,
    key: kept?.key ?? '',
    keepKey: kept?.where ?? 'tab',
    server: connection.server ?? '',
    thinking: connection.thinking ?? '',
    thinkingBudget: connection.thinkingBudget?.toString() ?? '',
    maxTokens: `${maxTokens}`,
  };
}

/** What a form says, ready to be kept; the fault names the field that is wrong. */
export function endpointOf(
  draft: EndpointDraft,
): Outcome<{ readonly endpoint: KeptEndpoint; readonly key: KeptKey | undefined }> {
  const baseUrl = draft.baseUrl.trim();
  const connection = parseConnection({
    id: draft.id,
    name: draft.name.trim() === '' ? draft.model : draft.name,
    baseUrl,
    model: draft.model,
    via: baseUrl.startsWith('/') ? 'server' : 'browser',
    ...(draft.server === '' ? {} : { server: draft.server }),
    ...(draft.thinking === '' ? {} : { thinking: draft.thinking }),
    ...(draft.thinkingBudget.trim() === '' ? {} : { thinkingBudget: Number(draft.thinkingBudget) }),
    ...(draft.key === '' ? {} : { key: draft.key }),
  });
  if (!connection.ok) return connection;
  const maxTokens = Number(draft.maxTokens);
  if (!Number.isInteger(maxTokens) || maxTokens < 64 || maxTokens > 1_000_000) {
    return failure(
      'bad-connection',
      'The most tokens of an answer must be a whole number between 64 and 1,000,000.',
      `Correct it; ${USUAL_ANSWER} is usual.`,
    );
  }
  const { key } = connection.value;
  return success({
    endpoint: { connection: withoutKey(connection.value), maxTokens },
    key: key === undefined ? undefined : { key, where: draft.keepKey },
  });
}

const KEY = 'rationale.endpoint-draft';

/** Keeps a form over the load of the page that a newly allowed place needs; in this tab alone. */
export function keepDraft(draft: EndpointDraft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Storage is refused: the form has to be filled in again.
  }
}

/** The form that was kept, once. */
export function takeDraft(): EndpointDraft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    sessionStorage.removeItem(KEY);
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(value: unknown): value is EndpointDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(newDraft()).every((field) => typeof Reflect.get(value, field) === 'string')
  );
}
