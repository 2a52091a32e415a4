import type { Explanation } from '@/lib/explanation/explanation';

/** The explanation as an indented JSON document after docs/schemas, with a line end. */
export function toJson(explanation: Explanation): string {
  return `${JSON.stringify(explanation, null, 2)}\n`;
}
