'use client';

import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { usePointing } from '@/components/pointing/use-pointing';
import { SHADES, shadeOf } from '@/components/reasoning/probability-shade';
import { classNames } from '@/components/ui/class-names';
import { PlainText } from '@/components/ui/plain-text';
import { percentage } from '@/components/ui/probability';
import { overlaps } from '@/lib/text/span';
import type { TracedToken } from '@/lib/trace/trace';

/** Tokens drawn as one unit: a full block never changes again, so a growing text redraws only its last block. */
const BLOCK = 128;

/** The text exactly as generated, token by token; one token at a time is shown with its probability and alternatives. */
export function RawText({
  prefill,
  tokens,
  growing,
}: {
  /** What was put into the model's mouth before its first token. */
  prefill: string;
  tokens: readonly TracedToken[];
  growing: boolean;
}) {
  const [current, setCurrent] = useState<number>();
  const pointing = usePointing();
  const list = useRef<HTMLDivElement>(null);
  const shown = current ?? (growing ? tokens.length - 1 : undefined);
  const token = shown === undefined ? undefined : tokens[shown];

  useEffect(() => {
    const show = () => {
      const words = pointing.target()?.words;
      if (words === undefined) return;
      const at = tokens.findIndex((candidate) => overlaps(candidate.span, words));
      if (at !== -1) setCurrent(at);
    };
    show();
    return pointing.subscribe(show);
  }, [pointing, tokens]);
  useEffect(() => {
    if (current === undefined) return;
    list.current?.querySelector(`[data-token="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const move = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -10,
      ArrowDown: 10,
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setCurrent(Math.min(tokens.length - 1, Math.max(0, (current ?? -1) + step)));
  };

  return (
    <div className="grid gap-3">
      <Legend />
      <TokenFacts token={token} />
      {/* biome-ignore lint/a11y/useSemanticElements: a text read token by token with the arrow keys has no element of its own */}
      <div
        ref={list}
        data-raw-text=""
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move through the tokens
        tabIndex={0}
        aria-label="Raw text; the arrow keys move from token to token"
        onKeyDown={move}
        onPointerOver={(event) => {
          const index =
            event.target instanceof HTMLElement ? event.target.dataset.token : undefined;
          if (index !== undefined) setCurrent(Number(index));
        }}
        className="font-mono text-xs leading-6 wrap-anywhere whitespace-pre-wrap"
      >
        {prefill === '' ? null : (
          <span title="Put before the model, not generated" className="text-ink-3">
            <PlainText text={prefill} />
          </span>
        )}
        {blocksOf(tokens).map(({ first, last }) => (
          <TokenBlock
            key={first}
            tokens={tokens}
            first={first}
            last={last}
            current={shown !== undefined && shown >= first && shown < last ? shown : undefined}
          />
        ))}
      </div>
    </div>
  );
}

function blocksOf(tokens: readonly TracedToken[]): readonly { first: number; last: number }[] {
  return Array.from({ length: Math.ceil(tokens.length / BLOCK) }, (_, block) => ({
    first: block * BLOCK,
    last: Math.min(tokens.length, (block + 1) * BLOCK),
  }));
}

const TokenBlock = memo(
  function TokenBlock({
    tokens,
    first,
    last,
    current,
  }: {
    tokens: readonly TracedToken[];
    first: number;
    last: number;
    current: number | undefined;
  }) {
    return tokens.slice(first, last).map((token) => (
      <span
        key={token.index}
        data-token={token.index}
        title={probabilityWords(token.logprob)}
        className={classNames(
          shadeOf(token.logprob)?.classes,
          token.index === current && 'bg-lit outline-1 outline-lit-line',
        )}
      >
        <PlainText text={token.text} />
      </span>
    ));
  },
  (a, b) =>
    a.first === b.first &&
    a.last === b.last &&
    a.current === b.current &&
    a.tokens[a.first] === b.tokens[b.first],
);

function Legend() {
  return (
    <dl className="flex flex-wrap items-center gap-x-4 gap-y-1 text-2xs text-ink-2">
      <dt>Probability of each token</dt>
      {SHADES.map((shade) => (
        <dd key={shade.from} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={`inline-block px-1 font-mono ${shade.classes}`}>
            abc
          </span>
          {shade.label}
        </dd>
      ))}
    </dl>
  );
}

function TokenFacts({ token }: { token: TracedToken | undefined }) {
  return (
    <div
      aria-live="polite"
      className="sticky -top-3 z-10 -mx-4 min-h-16 border-y border-line bg-raised px-4 py-2 text-xs"
    >
      {token === undefined ? (
        <p className="text-ink-3">
          Point at a token, or move with the arrow keys, to see what else could have stood there.
        </p>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-4">
            <span>
              Token {token.index + 1} <TokenText text={token.text} />
            </span>
            <span>
              {probabilityWords(token.logprob)}
              {token.logprob === undefined ? null : <span className="text-ink-3"> probable</span>}
            </span>
            {token.entropy === undefined ? null : (
              <span>
                {token.entropy.toFixed(2)}
                <span className="text-ink-3"> nats of entropy</span>
              </span>
            )}
          </p>
          <ol className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2">
            {token.alternatives?.map((alternative) => (
              <li key={alternative.id ?? alternative.text}>
                <TokenText text={alternative.text} /> {percentage(Math.exp(alternative.logprob))}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function probabilityWords(logprob: number | undefined): string {
  return logprob === undefined
    ? 'probability not given by this server'
    : percentage(Math.exp(logprob));
}

/** A token with its white space made visible. */
function TokenText({ text }: { text: string }) {
  return (
    <code className="rounded-sm bg-sunken px-1 font-mono whitespace-pre">
      {text === '' ? '∅' : text.replaceAll('\n', '⏎').replaceAll(' ', '␣')}
    </code>
  );
}
