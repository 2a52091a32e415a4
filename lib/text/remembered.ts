/** Of longer texts the last alone is kept, which a case is to one check after the other. */
const LONGEST_TEXT = 2_000;
const MOST_TEXTS = 256;

/**
 * `read` with a memory of the texts that it was asked about last, for readings of a text that several checks need of the same
 * sentence or case. `read` has to be a function of its text alone, and nobody may change what it returns. The memory is bounded:
 * the 256 to 512 last texts of at most 2,000 code units, and the last of those that are longer.
 */
export function rememberingTexts<Value>(read: (text: string) => Value): (text: string) => Value {
  let recent = new Map<string, Value>();
  let earlier = new Map<string, Value>();
  let longer: { readonly text: string; readonly value: Value } | undefined;
  return (text) => {
    if (text.length > LONGEST_TEXT) {
      if (longer?.text !== text) longer = { text, value: read(text) };
      return longer.value;
    }
    const known = recent.get(text);
    if (known !== undefined) return known;
    const value = earlier.get(text) ?? read(text);
    if (recent.size >= MOST_TEXTS) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(text, value);
    return value;
  };
}
