import canonicalize from 'canonicalize';
import { FaultError } from '@/lib/text/outcome';

/**
 * The canonical JSON text of a value (RFC 8785, JSON Canonicalization Scheme): keys sorted by UTF-16 code unit, numbers
 * as ECMAScript writes them, no white space. Equal values give equal texts, whatever the order of their keys.
 *
 * Throws `FaultError<'not-json'>` naming the first place that holds something JSON cannot carry without loss: NaN or an
 * infinity, `undefined`, a function, a symbol, a bigint, an object that is not plain, a cycle, or half of a surrogate
 * pair (RFC 8785 builds on I-JSON, RFC 7493 section 2.1, which forbids it).
 */
export function canonicalJson(value: unknown): string {
  requireJson(value, '', new Set());
  const text = canonicalize(value);
  if (text === undefined) throw notJson('', 'nothing');
  return text;
}

function requireJson(value: unknown, where: string, ancestors: Set<object>): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notJson(where, String(value));
    return;
  }
  if (typeof value === 'string') {
    if (!isWellFormed(value)) throw notJson(where, 'half of a surrogate pair');
    return;
  }
  if (typeof value !== 'object') throw notJson(where, `a value of type ${typeof value}`);
  if (ancestors.has(value)) throw notJson(where, 'a reference to an object that contains it');
  ancestors.add(value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      requireJson(value[index], `${where}[${index}]`, ancestors);
    }
  } else {
    requirePlainObject(value, where);
    for (const [key, member] of Object.entries(value)) {
      const inner = where === '' ? key : `${where}.${key}`;
      if (!isWellFormed(key)) throw notJson(inner, 'half of a surrogate pair in a key');
      requireJson(member, inner, ancestors);
    }
  }
  ancestors.delete(value);
}

function requirePlainObject(value: object, where: string): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects from another realm, such as a structured clone in a test runner, have another Object.prototype: what marks a
  // plain object is that its prototype ends the chain.
  const plain =
    prototype === null ||
    (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
  if (!plain) throw notJson(where, 'an object that is not plain data');
  if ('toJSON' in value) throw notJson(where, 'an object that writes itself (toJSON)');
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

function notJson(where: string, found: string): FaultError<'not-json'> {
  return new FaultError({
    code: 'not-json',
    message: `Cannot be kept as JSON: ${where === '' ? 'the value' : where} holds ${found}.`,
    remedy: 'Remove or replace the value named and try again.',
  });
}
