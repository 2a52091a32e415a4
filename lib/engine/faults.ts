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
  'out-of-memory': true,
  'run-failed': true,
  'messages-unusable': true,
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

/** What a person can do after a run that broke off; the worker of a browser is replaced at the next request. */
const AGAIN =
  'What was said until then is kept. Run the case again: the model is then loaded anew.';

/** The graphics device went away in the middle of a run. */
export function deviceLost(): EngineFault {
  return {
    code: 'device-lost',
    message: 'The graphics device was lost while the model was running.',
    remedy: `${AGAIN} If it happens again, choose WebAssembly as the device.`,
  };
}

/** There is less memory, of the graphics device or of the page, than the model needs. */
function outOfMemory(): EngineFault {
  return {
    code: 'out-of-memory',
    message: 'There was not enough memory for the model to go on.',
    remedy: `Close other tabs and programs, or shorten the case. ${AGAIN}`,
  };
}

/** The run-time gave up, after which nothing that it holds can be relied on; `cause` is what it said. */
function runFailed(cause: unknown): EngineFault {
  return {
    code: 'run-failed',
    message: `The run-time failed in the middle of its work: ${wordsOf(cause)}`,
    remedy: `${AGAIN} If it happens again, report this line with the browser and its version.`,
  };
}

/** After these nothing of an engine can be used any longer: it has to be opened again. */
const FATAL: ReadonlySet<string> = new Set<EngineFaultCode>([
  'device-lost',
  'out-of-memory',
  'run-failed',
]);

/** Whether an exception says that its engine has to be opened again. */
export function isFatal(error: unknown): error is FaultError<EngineFaultCode> {
  return error instanceof FaultError && FATAL.has(error.fault.code);
}

/** The same fault, with a smaller form or model named in what to do. */
export function withSmaller(fault: EngineFault, smaller: string): EngineFault {
  return { ...fault, remedy: `${fault.remedy} ${smaller} needs less memory.` };
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
  return {
    code: 'engine-failed',
    message: `The engine failed while ${doing}: ${wordsOf(cause)}`,
    remedy:
      'Load the model again; if it happens again, report this line with the browser and its version.',
  };
}

function wordsOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  return said.replace(/\s+/g, ' ').slice(0, 300);
}

/**
 * As browsers word it: WebGPU ("Device was lost", "GPUDevice lost"), and what follows when its adapter is gone. Where
 * results can no longer be fetched from the device, onnxruntime-web 1.31 names the condition that was not met.
 */
const LOST =
  /device\b.*\blost|lost device|no available adapters|DEVICE_HUNG|MapAsyncStatus::Success was false/i;

/** C++ (`bad_alloc`), JavaScript ("Array buffer allocation failed"), WebGPU and the run-time's own allocators. */
const NO_MEMORY =
  /out of memory|out-of-memory|bad_alloc|allocation failed|failed to allocate|cannot enlarge memory/i;

/** A run of the graph that ended with an error code, or a trap of WebAssembly: the run-time's state is unknown after it. */
const BROKEN = /OrtRun|non-zero status code|memory access out of bounds|unreachable|table index/i;

/** The fault that an exception carries, or the one that its words tell of: `engine-failed` where they tell of none. */
export function faultOf(error: unknown, doing: string): EngineFault {
  if (error instanceof FaultError && isEngineFaultCode(error.fault.code)) {
    const { message, remedy } = error.fault;
    return { code: error.fault.code, message, remedy };
  }
  const said = wordsOf(error);
  if (LOST.test(said)) return deviceLost();
  if (NO_MEMORY.test(said)) return outOfMemory();
  return BROKEN.test(said) ? runFailed(error) : engineFailed(doing, error);
}

/** The fault of a worker that died, which is fatal whatever its last words were. */
export function workerDied(words: string): EngineFault {
  const fault = faultOf(new Error(words), 'running its worker');
  return FATAL.has(fault.code) ? fault : runFailed(`its worker ended: ${words}`);
}
