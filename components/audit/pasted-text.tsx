'use client';

import { PlainText } from '@/components/ui/plain-text';
import { Portions } from '@/components/ui/portions';

/** Characters drawn as one block. */
const BLOCK = 20_000;

/** A pasted reasoning exactly as it stands, in blocks. */
export function PastedText({ text }: { text: string }) {
  const blocks = Array.from({ length: Math.ceil(text.length / BLOCK) }, (_, index) => index);
  return (
    <section data-raw-text="" tabIndex={-1} aria-label="Raw text" className="grid gap-3">
      <Portions items={blocks} size={10} what="blocks of text">
        {(shown) => (
          <div dir="auto" className="font-mono text-xs leading-6 wrap-anywhere whitespace-pre-wrap">
            {shown.map((block) => (
              <PlainText key={block} text={text.slice(block * BLOCK, (block + 1) * BLOCK)} />
            ))}
          </div>
        )}
      </Portions>
    </section>
  );
}
