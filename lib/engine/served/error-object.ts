import { type Fault, FaultError } from '@/lib/text/outcome';

/** A refusal as the OpenAI interface says it: `{ error: { message, type, param, code } }` with an HTTP status. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly type:
    | 'invalid_request_error'
    | 'authentication_error'
    | 'rate_limit_error'
    | 'overloaded_error'
    | 'server_error';
  readonly param?: string;
  readonly code?: string;
  /** Seconds until asking again is worth while. */
  readonly retryAfter?: number;
}

/** An exception that carries a refusal, for code that is several calls away from the response. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}

/** A refusal of what the client sent; 400 unless another status says it better. */
export function invalidRequest(
  message: string,
  { param, code, status = 400 }: { param?: string; code?: string; status?: number } = {},
): Refusal {
  return {
    status,
    message,
    type: 'invalid_request_error',
    ...(param === undefined ? {} : { param }),
    ...(code === undefined ? {} : { code }),
  };
}

const FAULTS_OF_THE_REQUEST: ReadonlySet<string> = new Set([
  'case-empty',
  'case-binary',
  'case-too-long',
  'options-without-question',
  'option-letter-repeated',
  'option-empty',
  'messages-unusable',
]);

/** A fault of the stages below as a refusal: what the client can mend is a 400, everything else a 500. */
export function refusalOfFault(fault: Fault): Refusal {
  const message = `${fault.message} ${fault.remedy}`;
  if (fault.code === 'prompt-too-long') {
    return invalidRequest(message, { param: 'messages', code: 'context_length_exceeded' });
  }
  if (FAULTS_OF_THE_REQUEST.has(fault.code)) {
    return invalidRequest(message, { param: 'messages', code: fault.code });
  }
  return { status: 500, message, type: 'server_error', code: fault.code };
}

/** What an exception comes to for the client. What nobody foresaw is told to the operator alone. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  if (error instanceof FaultError) return refusalOfFault(error.fault);
  console.error(error);
  return { status: 500, type: 'server_error', message: 'The server failed while answering.' };
}

/** What is told of a request whose client did not wait for the answer; 499 as proxies log it. Nobody reads it. */
export function clientWentAway(): RefusalError {
  return new RefusalError(invalidRequest('The client went away.', { status: 499 }));
}

/** The body of a refusal, also sent inside a stream that had begun. */
export function errorObject({ message, type, param, code }: Refusal) {
  return { error: { message, type, param: param ?? null, code: code ?? null } };
}

/** The response that tells a client of a refusal. */
export function refusalResponse(refusal: Refusal): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (refusal.retryAfter !== undefined) headers.set('retry-after', String(refusal.retryAfter));
  if (refusal.status === 401) headers.set('www-authenticate', 'Bearer');
  return Response.json(errorObject(refusal), { status: refusal.status, headers });
}
