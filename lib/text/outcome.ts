/**
 * What went wrong at a border, said for a person: `message` says what and where in one line, `remedy` what to do next.
 * `code` is stable and is what programs branch on.
 */
export interface Fault<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly remedy: string;
}

/** A value, or the fault that kept it from being had. */
export type Outcome<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault<Code> };

/** Wraps a value as a successful outcome. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Builds a failed outcome. */
export function failure<Code extends string>(
  code: Code,
  message: string,
  remedy: string,
): { readonly ok: false; readonly fault: Fault<Code> } {
  return { ok: false, fault: { code, message, remedy } };
}

/** An exception that carries a fault, for code that streams and so cannot return an outcome. */
export class FaultError<Code extends string = string> extends Error {
  readonly fault: Fault<Code>;
  constructor(fault: Fault<Code>) {
    super(fault.message);
    this.name = 'FaultError';
    this.fault = fault;
  }
}
