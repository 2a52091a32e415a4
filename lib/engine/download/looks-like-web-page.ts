/** Bytes at the beginning of a file by which a web page is told, whatever its server calls it. */
const BEGINNING = 256;

/** Whether a file that should be a model's begins as a web page does. */
export function looksLikeWebPage(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, BEGINNING)).trimStart();
  return /^(?:<!doctype html|<html)/i.test(text);
}
