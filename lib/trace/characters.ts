/** Whether one UTF-16 code unit is white space. */
export function isSpace(character: string): boolean {
  const code = character.charCodeAt(0);
  return code <= 32 || (code >= 128 && character.trim() === '');
}

/** Whether one UTF-16 code unit is the first half of a pair. */
export function isHighSurrogate(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdbff;
}
