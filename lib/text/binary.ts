/** Share of control and replacement characters above which a text is taken for binary data. */
const BINARY_SHARE = 0.05;

/**
 * Where binary data that was read as text shows it first, as an offset; `undefined` for text. A single NUL is enough; of
 * other control characters, and of U+FFFD, which stands where bytes could not be read, it takes one in twenty.
 */
export function firstSignOfBinary(text: string): number | undefined {
  let count = 0;
  let first: number | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!isControl(code) && code !== 0xfffd) continue;
    count += 1;
    first ??= index;
  }
  return count > BINARY_SHARE * text.length || text.includes('\u0000') ? first : undefined;
}

function isControl(code: number): boolean {
  return (
    (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) ||
    (code >= 127 && code < 160)
  );
}
