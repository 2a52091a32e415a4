import { type Fault, FaultError } from '@/lib/text/outcome';
import type { EngineFaultCode } from './engine';

export type EngineFault = Fault<EngineFaultCode>;

const CODES: Readonly<Record<EngineFaultCode, true>> = {
  'model-unknown': true,
  'model-file-missing': true,
  'model-file-damaged': true,
  'no-webassembly': true,
  'engine-failed': true,
  'prompt-too-long': true,
  'device-lost': true,
  'not-supported': true,
  'endpoint-unreachable': true,
  'endpoint-refused': true,
  'endpoint-busy': true,
  'endpoint-silent': true,
  'endpoint-interrupted': true,
  'endpoint-failed': true,
};

function isEngineFaultCode(code: string): code is EngineFaultCode {
  return Object.hasOwn(CODES, code);
}

/** A file of the model could not be had; `why` is what the server or the file system answered. */
export function fileMissing(path: string, why: string): EngineFault {
  return {
    code: 'model-file-missing',
    message: `The model file ${path} is missing: ${why}.`,
    remedy: 'Restore the model folder from the release, then load the model again.',
  };
}

/** The server that the model comes from does not answer; `why` says how that showed. */
export function fileUnreachable(path: string, why: string): EngineFault {
  return {
    code: 'model-file-missing',
    message: `The model file ${path} could not be read: ${why}.`,
    remedy:
      'Check that the server of this page is running and reachable, then load the model again.',
  };
}

/** A file of the model is not the one that the manifest names; `why` says in what it differs. */
export function fileDamaged(path: string, why: string): EngineFault {
  return {
    code: 'model-file-damaged',
    message: `The model file ${path} is damaged: ${why}.`,
    remedy: 'Load the model again; if this line stays, restore the file from the release.',
  };
}

/** The browser has no WebAssembly, without which no model can run in it. */
export function noWebAssembly(): EngineFault {
  return {
    code: 'no-webassembly',
    message: 'This browser has no WebAssembly, so the model cannot run in it.',
    remedy:
      'Open the page in a current Chrome, Edge, Firefox or Safari, or allow WebAssembly for this site (Lockdown Mode switches it off).',
  };
}

/** The prompt leaves no room for an answer. Both counts are tokens of the model's own tokenizer. */
export function promptTooLong(tokens: number, fits: number): EngineFault {
  return {
    code: 'prompt-too-long',
    message: `The case is too long for this model: it comes to ${tokens} tokens, and ${fits} fit beside the answer.`,
    remedy: `Remove about ${Math.max(1, Math.ceil((1 - fits / tokens) * 100))} % of the text, keeping what bears on the question; nothing was cut for you.`,
  };
}

/** The graphics device went away in the middle of a run. */
export function deviceLost(): EngineFault {
  return {
    code: 'device-lost',
    message: 'The graphics device was lost while the model was running.',
    remedy: 'Reload the page; if it happens again, choose WebAssembly as the device.',
  };
}

/** The device gives other numbers than the model's known answers; `error` is the largest difference of a logit. */
export function wrongNumbers(device: string, error: number): EngineFault {
  return {
    code: 'engine-failed',
    message: `The model computes wrongly on ${device}: a known logit is off by ${error.toPrecision(2)}.`,
    remedy: 'Use another browser or machine; report this line with the browser and its version.',
  };
}

/** Anything else that keeps an engine from going on; `cause` is what was thrown. */
export function engineFailed(doing: string, cause: unknown): EngineFault {
  const said = cause instanceof Error ? cause.message : String(cause);
  return {
    code: 'engine-failed',
    message: `The engine failed while ${doing}: ${said.replace(/\s+/g, ' ').slice(0, 300)}`,
    remedy:
      'Load the model again; if it happens again, report this line with the browser and its version.',
  };
}

/** The fault that an exception carries, or `engine-failed` with what the exception says. */
export function faultOf(error: unknown, doing: string): EngineFault {
  if (error instanceof FaultError && isEngineFaultCode(error.fault.code)) {
    const { message, remedy } = error.fault;
    return { code: error.fault.code, message, remedy };
  }
  const said = error instanceof Error ? error.message : String(error);
  return /device\b.*\blost/i.test(said) ? deviceLost() : engineFailed(doing, error);
}
