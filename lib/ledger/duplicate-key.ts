/**
 * The first key that occurs twice in one object of a JSON text, with its offset; `undefined` where there is none. The text
 * must be valid JSON. `JSON.parse` silently keeps the last of two equal keys while other readers keep the first, so that
 * one text could show two people different things under one valid hash; I-JSON (RFC 7493 section 2.3) forbids it.
 */
export function findDuplicateKey(
  text: string,
): { readonly key: string; readonly offset: number } | undefined {
  /** The keys seen in each open object; `undefined` for an open array. */
  const open: (Set<string> | undefined)[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, offset);
      const keys = open.at(-1);
      if (keys !== undefined && isKey(text, end)) {
        const key: unknown = JSON.parse(text.slice(offset, end));
        if (typeof key === 'string') {
          if (keys.has(key)) return { key, offset };
          keys.add(key);
        }
      }
      offset = end - 1;
    }
  }
  return undefined;
}

/** The offset after the closing quotation mark of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length && text[offset] !== '"') offset += text[offset] === '\\' ? 2 : 1;
  return offset + 1;
}

/** In an object a string is a key exactly when a colon follows it. */
function isKey(text: string, end: number): boolean {
  let offset = end;
  while (
    text[offset] === ' ' ||
    text[offset] === '\n' ||
    text[offset] === '\r' ||
    text[offset] === '\t'
  ) {
    offset += 1;
  }
  return text[offset] === ':';
}
