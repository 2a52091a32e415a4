import { visiblePieces, visibleText } from '@/lib/text/visible';

/**
 * Text that a person or a model wrote, as text and nothing else: characters that cannot be seen, or that would turn the
 * direction of others, are written out as their code.
 */
export function PlainText({ text }: { text: string }) {
  const pieces = visiblePieces(text);
  if (pieces.every(({ code }) => code === undefined)) return text;
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.code === undefined ? (
      <span key={key}>{piece.text}</span>
    ) : (
      <span
        key={key}
        data-unseen={piece.code}
        title={`The character ${piece.code}, which cannot be seen or turns the direction of the text`}
        className="mx-px rounded-sm border border-line-strong bg-sunken px-0.5 font-mono text-[0.75em] text-ink-2 no-underline"
      >
        {piece.code}
      </span>
    );
  });
}

/** Such text inside a sentence of ours: its direction ends where it ends. */
export function QuotedText({ text }: { text: string }) {
  return (
    <bdi>
      <PlainText text={text} />
    </bdi>
  );
}

/** Such text in an attribute, for example a tooltip. */
export function plainTitle(text: string): string {
  return visibleText(text);
}
