import { gated } from '@/lib/text/gated-pattern';
import { type LabelKind, labelKind } from '@/lib/trace/labels';

/** What the beginning of a line makes of it. Offsets count from the beginning of the line. */
export type LineReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'heading';
      readonly title: string;
      readonly means: LabelKind;
      /** Whether it is a line in bold rather than one with `#`. */
      readonly bold: boolean;
      /** Where the text after `Title:` begins, when there is some. */
      readonly value?: number;
    }
  | { readonly kind: 'step'; readonly titleAt: number }
  | {
      readonly kind: 'label';
      readonly title: string;
      readonly means: LabelKind;
      readonly value: number;
    }
  | { readonly kind: 'item'; readonly indent: number; readonly content: number }
  | { readonly kind: 'text' };

const LONGEST_HEADING = 200;
const LONGEST_LABEL = 80;
const LONGEST_RULE_HELD = 16;
const BEGINS_RULE = '=_`';
const TEXT: LineReading = { kind: 'text' };

const STEP = gated(/^(?:\*\*)?step\s{0,3}\d{1,3}\s{0,3}[:.)\-–—]\s{0,3}/i);
const STEP_SO_FAR = gated(/^(?:\*\*)?step\s{0,3}\d{0,3}\s{0,3}$/i);
const NUMBERED = gated(/^\(?\d{1,2}[.)]\s/);
const NUMBERED_SO_FAR = /^\(?\d{0,2}[.)]?$/;
const RULE = gated(/^(?:-{3,}|\*{3,}|={3,}|_{3,}|`{3,}[a-z]{0,12})$/);

function indentOf(line: string): number {
  let indent = 0;
  while (indent < line.length && line.charCodeAt(indent) <= 32) {
    indent += 1;
  }
  return indent;
}

function readHeading(line: string, indent: number): LineReading {
  let at = indent;
  while (line.charAt(at) === '#') {
    at += 1;
  }
  const marks = at - indent;
  const body = line.slice(at);
  if (marks > 6 || (body !== '' && body.charCodeAt(0) > 32)) {
    return TEXT;
  }
  const lead = indentOf(body);
  const stepMark = STEP.exec(body.slice(lead));
  if (stepMark !== null) {
    return { kind: 'step', titleAt: at + lead + stepMark[0].length };
  }
  const colon = body.indexOf(':');
  const name = colon === -1 ? body : body.slice(0, colon);
  const means = labelKind(name);
  const rest = colon === -1 ? '' : body.slice(colon + 1);
  if (means !== 'section' && rest.replace(/[*_\s]/g, '') !== '') {
    const title = name.replace(/[*_]/g, '').trim();
    return { kind: 'heading', title, means, bold: false, value: at + colon + 1 };
  }
  const title = body.replace(/[*_]/g, '').trim().replace(/:$/, '');
  return { kind: 'heading', title, means: labelKind(title), bold: false };
}

/** A whole line in bold: a heading, or a label with its value as in `**Answer: B**`. */
function boldLine(name: string, at: number): LineReading {
  const title = name.trim();
  const colon = name.indexOf(':');
  const means = colon === -1 ? 'section' : labelKind(name.slice(0, colon));
  return means === 'section'
    ? { kind: 'heading', title, means: labelKind(title), bold: true }
    : { kind: 'heading', title, means, bold: true, value: at + colon + 1 };
}

/** Reads `**Label**: …` and `**Label:** …`; undefined while the line is too short to tell. */
function readBold(line: string, indent: number, complete: boolean): LineReading | undefined {
  const close = line.indexOf('**', indent + 2);
  if (close === -1) {
    return complete || line.length - indent > LONGEST_LABEL ? TEXT : undefined;
  }
  if (close - indent > LONGEST_LABEL) {
    return TEXT;
  }
  const name = line.slice(indent + 2, close);
  const after = line.charAt(close + 2);
  const colonInside = name.trimEnd().endsWith(':');
  if (after === '' && !complete && !colonInside) {
    return undefined;
  }
  if (!colonInside && after !== ':') {
    const alone = complete && line.slice(close + 2).trim() === '';
    if (!alone) {
      return TEXT;
    }
    return boldLine(name, indent + 2);
  }
  const title = name.trim().replace(/:$/, '').trim();
  const value = colonInside && after !== ':' ? close + 2 : close + 3;
  return { kind: 'label', title, means: labelKind(title), value };
}

/**
 * Reads what kind of line begins with `line`; undefined while more characters are needed to tell (never more than the
 * longest heading). `complete` says that the line has ended.
 */
export function readLine(line: string, complete: boolean): LineReading | undefined {
  const indent = indentOf(line);
  if (indent === line.length) {
    return complete ? { kind: 'blank' } : undefined;
  }
  const first = line.charAt(indent);
  if (first === '#') {
    if (complete) {
      return readHeading(line, indent);
    }
    return line.length - indent > LONGEST_HEADING ? TEXT : undefined;
  }
  if (first === '*' || first === '-' || first === '•' || first === '+' || first === '–') {
    return readMarked(line, indent, complete);
  }
  if (first === 's' || first === 'S') {
    return readStep(line, indent, complete);
  }
  if (first === '(' || (first >= '0' && first <= '9')) {
    return readNumbered(line, indent, complete);
  }
  return BEGINS_RULE.includes(first) ? readRule(line, complete) : TEXT;
}

/** A line of `===`, or the fence of a block of code. */
function readRule(line: string, complete: boolean): LineReading | undefined {
  if (!complete) {
    return line.length < LONGEST_RULE_HELD ? undefined : TEXT;
  }
  return RULE.test(line.trim()) ? { kind: 'rule' } : TEXT;
}

function readStep(line: string, indent: number, complete: boolean): LineReading | undefined {
  const body = line.slice(indent, indent + 20);
  const mark = STEP.exec(body);
  if (mark !== null) {
    return { kind: 'step', titleAt: indent + mark[0].length };
  }
  const lower = body.toLowerCase();
  return !complete && ('step'.startsWith(lower) || STEP_SO_FAR.test(body)) ? undefined : TEXT;
}

function readNumbered(line: string, indent: number, complete: boolean): LineReading | undefined {
  const body = line.slice(indent, indent + 8);
  const mark = NUMBERED.exec(body);
  if (mark !== null) {
    return { kind: 'item', indent, content: indent + mark[0].length };
  }
  return !complete && NUMBERED_SO_FAR.test(body) ? undefined : TEXT;
}

function readMarked(line: string, indent: number, complete: boolean): LineReading | undefined {
  const second = line.charAt(indent + 1);
  if (second === '' && !complete) {
    return undefined;
  }
  if (second !== '' && second.charCodeAt(0) <= 32) {
    return { kind: 'item', indent, content: indent + 2 };
  }
  const first = line.charAt(indent);
  if (first === second && (first === '-' || (first === '*' && line.charAt(indent + 2) === '*'))) {
    if (!complete && /^[-*]+$/.test(line.slice(indent, indent + LONGEST_LABEL))) {
      return line.length - indent > LONGEST_LABEL ? TEXT : undefined;
    }
    return complete && RULE.test(line.trim()) ? { kind: 'rule' } : TEXT;
  }
  if (first !== '*' || second !== '*') {
    return TEXT;
  }
  const body = line.slice(indent, indent + 24);
  const step = STEP.exec(body);
  if (step !== null) {
    return { kind: 'step', titleAt: indent + step[0].length };
  }
  if (!complete && (STEP_SO_FAR.test(body) || '**step'.startsWith(body.toLowerCase()))) {
    return undefined;
  }
  return readBold(line, indent, complete);
}
