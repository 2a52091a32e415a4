/** A stretch of a text that is drawn in one way. */
export interface VisiblePiece {
  readonly text: string;
  /** Set where the stretch is one character that cannot be seen or that changes how others are drawn: "U+202E". */
  readonly code?: string;
}

/** Code points that have no shape of their own, or that change the direction of others (Unicode Standard Annex 9). */
const UNSEEN_RANGES: readonly (readonly [first: number, last: number])[] = [
  // Controls, except tab, line feed and carriage return.
  [0x0000, 0x0008],
  [0x000b, 0x000c],
  [0x000e, 0x001f],
  [0x007f, 0x009f],
  // Soft hyphen, grapheme joiner, Arabic letter mark, fillers.
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
  // Zero-width characters, direction marks, embeddings, overrides and isolates, invisible operators.
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  // Halves of a surrogate pair that stand alone.
  [0xd800, 0xdfff],
  // Byte order mark, interlinear annotation, language tags.
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
];

const UNSEEN = new RegExp(
  `[${UNSEEN_RANGES.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')}]`,
  'gu',
);

const PICTOGRAPH_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const PICTOGRAPH_AFTER = /^\p{Extended_Pictographic}/u;
const JOINING_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Deva}\p{Script=Beng}\p{Script=Mlym}\p{Script=Sinh}]$/u;

/** A joiner inside an emoji or between letters of a script that joins is part of the writing, not a hidden mark. */
function isPartOfWriting(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x200c && code !== 0x200d) return false;
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + 1, at + 3);
  if (code === 0x200d && PICTOGRAPH_BEFORE.test(before) && PICTOGRAPH_AFTER.test(after))
    return true;
  return JOINING_SCRIPT.test(before);
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text cut into what can be shown as it is and the characters that would be unseen or would reorder others. */
export function visiblePieces(text: string): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (isPartOfWriting(text, match.index)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], code: nameOf(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** The text with every unseen character written as its code: `⟨U+202E⟩`. */
export function visibleText(text: string): string {
  return visiblePieces(text)
    .map((piece) => (piece.code === undefined ? piece.text : `⟨${piece.code}⟩`))
    .join('');
}
