import { failure, type Outcome, success } from '@/lib/text/outcome';

/**
 * Reads one item a line of JSON Lines; blank lines are passed over. A line that is no JSON is read as `undefined`, and
 * the fault of a line that cannot be read begins with its number.
 */
export function readJsonLines<Item>(
  text: string,
  readItem: (line: unknown) => Outcome<Item>,
): Outcome<readonly Item[]> {
  const items: Item[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const item = readItem(jsonOf(line));
    if (!item.ok) {
      const { code, message, remedy } = item.fault;
      return failure(code, `line ${index + 1}: ${message}`, remedy);
    }
    items.push(item.value);
  }
  return success(items);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
