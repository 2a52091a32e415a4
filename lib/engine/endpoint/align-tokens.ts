import type { Channel, TokenEvent } from '../engine';
import type { ScoredText } from './chat-chunk';

/** Part of what one event of the stream says, all of one channel. */
export interface Piece {
  readonly text: string;
  /** Absent where the server does not separate thinking from answer. */
  readonly channel?: Channel;
}

/** A token before it has its place in the answer. */
export type UnplacedToken = Omit<TokenEvent, 'index'>;

/** Rounding can leave a log-probability a little above zero; what lies further above is none. */
const MOST_LOGPROB = 1e-3;

/** Below this a number stands for "not known": OpenAI and vLLM send -9999. */
const LEAST_LOGPROB = -9000;

/** Marks that a reasoning parser takes out of the text, but not out of the list of tokens. */
const MARK = /^(?:<\/?(?:think|thinking|thought|reasoning)>|<\|[\w ]{1,40}\|>|\[\/?THINK\])$/;

function isProbability({ logprob }: { readonly logprob: number }): boolean {
  return logprob > LEAST_LOGPROB && logprob <= MOST_LOGPROB;
}

/**
 * The tokens of one event's text. Probabilities are believed only where the tokens that they are given for, put together, are
 * exactly that text, and where none of them reaches from thinking into the answer; otherwise each piece is one token without
 * any number. That leaves out what is known to be attributed wrongly: Ollama's event that ends the thinking, whose
 * probabilities stand with the reasoning alone (`openai/openai.go`); SGLang's with a reasoning parser, which go missing or
 * belong to other text (sgl-project/sglang #26782, #26778, #28601); llama.cpp's after text that its parser held back, which
 * are those of the last token alone (`tools/server/server-task.cpp`, `to_json_oaicompat_chat`).
 */
export function alignTokens(
  pieces: readonly Piece[],
  scored: readonly ScoredText[],
): readonly UnplacedToken[] {
  const said = pieces.map(({ text }) => text).join('');
  if (said === '') return [];
  const tokens = [scored, scored.filter(({ text }) => !MARK.test(text.trim()))].find(
    (candidates) => candidates.map(({ text }) => text).join('') === said,
  );
  const placed = tokens === undefined ? undefined : placeTokens(tokens, pieces);
  return placed ?? pieces.filter(({ text }) => text !== '');
}

/** Each token with the channel of the piece that holds it; undefined where one lies in two. */
function placeTokens(
  tokens: readonly ScoredText[],
  pieces: readonly Piece[],
): readonly UnplacedToken[] | undefined {
  const placed: UnplacedToken[] = [];
  const rest = pieces.filter(({ text }) => text !== '');
  let left = rest[0]?.text.length ?? 0;
  for (const token of tokens) {
    if (left === 0 && rest.length > 1 && token.text !== '') {
      rest.shift();
      left = rest[0]?.text.length ?? 0;
    }
    const [piece] = rest;
    if (piece === undefined || token.text.length > left) return undefined;
    left -= token.text.length;
    placed.push(scoredToken(token, piece));
  }
  return placed;
}

function scoredToken(
  { text, logprob, alternatives }: ScoredText,
  { channel }: Piece,
): UnplacedToken {
  const numbers = isProbability({ logprob })
    ? { logprob, alternatives: alternatives.filter(isProbability) }
    : {};
  return { text, ...numbers, ...(channel === undefined ? {} : { channel }) };
}
