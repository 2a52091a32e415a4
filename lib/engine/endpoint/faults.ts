import type { EngineFault } from '../faults';

const MOST_QUOTED = 300;

/** Words of a server on one line, short enough to be read. */
export function quoted(said: string): string {
  const line = said.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_QUOTED ? line : `${line.slice(0, MOST_QUOTED)}…`;
}

function withReason(sentence: string, said: string): string {
  const words = quoted(said);
  return words === '' ? `${sentence}.` : `${sentence}: ${words}`;
}

/** The engine is asked for what no endpoint can do; `what` completes "A model behind an endpoint cannot …". */
export function notSupported(what: string): EngineFault {
  return {
    code: 'not-supported',
    message: `A model behind an endpoint cannot ${what}.`,
    remedy: 'Run the case anew, or choose a model that runs on this device.',
  };
}

/** No answer came at all. A browser does not tell a server that is down from one that does not admit the page. */
export function unreachable(where: string, why: string): EngineFault {
  return {
    code: 'endpoint-unreachable',
    message: withReason(`The server at ${where} cannot be reached`, why),
    remedy:
      'Check the address and that the server runs. From a browser, the server must also admit this page (CORS); see docs/endpoints.md.',
  };
}

/** The server sends the request on to somewhere the person did not name, and a case must not follow it there. */
export function redirected(where: string): EngineFault {
  return {
    code: 'endpoint-refused',
    message: `The server at ${where} sends requests on to another address, and nothing was sent there.`,
    remedy: 'If you trust that other address, enter it as the address of the endpoint.',
  };
}

/** What the server answers to is no chat completion; `said` is the beginning of what it answered instead. */
export function notAnEndpoint(where: string, said: string): EngineFault {
  return {
    code: 'endpoint-refused',
    message: withReason(
      `The server at ${where} answered with something that is no model's answer`,
      said,
    ),
    remedy: 'Check the address: it ends with /v1 on most servers.',
  };
}

/** The server had no room for as long as one may wait. `seconds` is when it said that it would. */
export function busy(where: string, said: string, seconds: number | undefined): EngineFault {
  return {
    code: 'endpoint-busy',
    message: withReason(`The server at ${where} has no room at the moment`, said),
    remedy:
      seconds === undefined
        ? 'Try again in a few minutes.'
        : `Try again in ${seconds < 120 ? `${Math.ceil(seconds)} seconds` : `${Math.ceil(seconds / 60)} minutes`}: that is what the server asks for.`,
  };
}

/** Nothing came for so many milliseconds. */
export function silent(where: string, milliseconds: number): EngineFault {
  return {
    code: 'endpoint-silent',
    message: `The server at ${where} said nothing for ${Math.round(milliseconds / 1000)} seconds, so the run was ended.`,
    remedy: 'Look at the server: it may be overloaded or stuck. Then run the case again.',
  };
}

/** The connection ended in the middle of an answer. */
export function interrupted(where: string, why: string): EngineFault {
  return {
    code: 'endpoint-interrupted',
    message: withReason(
      `The connection to the server at ${where} ended in the middle of the answer`,
      why,
    ),
    remedy:
      'What was said until then is kept. Run the case again: an answer cannot be taken up where it broke off.',
  };
}

/** The server says in its own words that it failed. */
export function serverFailed(where: string, said: string): EngineFault {
  return (
    contextOverflow(said) ?? {
      code: 'endpoint-failed',
      message: withReason(`The server at ${where} reports a fault`, said),
      remedy: 'Look at the log of the server; the words above are its own.',
    }
  );
}

/** A filter of the server cut the answer. */
export function filtered(where: string): EngineFault {
  return {
    code: 'endpoint-failed',
    message: `A content filter of the server at ${where} cut the answer off.`,
    remedy: 'Use a server without such a filter for clinical text.',
  };
}

/** What the server sent cannot be read; `what` is its beginning. */
export function unreadable(where: string, what: string): EngineFault {
  return {
    code: 'endpoint-failed',
    message: withReason(`The server at ${where} sent what cannot be read`, what),
    remedy: 'Report this line with the name and version of the server.',
  };
}

/** The server refuses the request with this status; `said` is what it gives as reason. */
export function refused(where: string, status: number, said: string): EngineFault {
  if (status === 401 || status === 403) {
    return {
      code: 'endpoint-refused',
      message: withReason(`The server at ${where} does not accept the key`, said),
      remedy: 'Enter the key that the server was started with, or that its operator gave you.',
    };
  }
  if (status === 404) {
    return {
      code: 'endpoint-refused',
      message: withReason(`The server at ${where} does not know this address or this model`, said),
      remedy: 'Check the address (it ends with /v1 on most servers) and the name of the model.',
    };
  }
  if (status >= 500) return serverFailed(where, said);
  return (
    contextOverflow(said) ?? {
      code: 'endpoint-refused',
      message: withReason(`The server at ${where} refuses the request (${status})`, said),
      remedy: 'The words above are the server’s own; test the endpoint to see what it supports.',
    }
  );
}

/**
 * How servers say that a prompt does not fit. vLLM: "This model's maximum context length is 4096 tokens. However, you
 * requested 5000 tokens"; llama.cpp: `exceed_context_size_error`, "request (9412 tokens) exceeds the available context size
 * (8192 tokens)"; TGI: "`inputs` tokens + `max_new_tokens` must be <= 4096"; SGLang: "longer than the model's context length".
 */
const OVERFLOW =
  /maximum context length|exceed_context_size|context size|context length|must be <= \d{1,9}\. Given/i;

function contextOverflow(said: string): EngineFault | undefined {
  if (!OVERFLOW.test(said)) return undefined;
  return {
    code: 'prompt-too-long',
    message: withReason('The case and the room for its answer are too long for this server', said),
    remedy:
      'Shorten the case, ask for a shorter answer, or start the server with a longer context.',
  };
}
