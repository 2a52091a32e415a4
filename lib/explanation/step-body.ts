import type { Span } from '@/lib/text/span';

/** Where the text of a step goes on after the heading that is shown above it; the whole step where it has none. */
export function bodyOfStep(text: string, step: Span, title: string | undefined): Span {
  if (title === undefined) return step;
  const at = text.slice(step.start, step.end).indexOf(title);
  if (at === -1) return step;
  const after = step.start + at + title.length;
  const separator = /^[\s.:*#–—-]*/u.exec(text.slice(after, step.end));
  return { start: after + (separator?.[0].length ?? 0), end: step.end };
}
