import type { Contestant, Generation } from '@/bench/decoding/contest';
import { promptOfRound } from '@/bench/decoding/prompts';
import { type Item, item } from '@/bench/report';
import type { SectionRun } from '@/bench/section';
import { median } from '@/bench/statistics';

/** Generated tokens of one measured generation: about as many as a short answer has. */
export const NEW_TOKENS = 256;

/** Generations of each side that are not counted, until its functions are compiled. */
const WARM_UP_ROUNDS = 3;

interface Round {
  readonly own: Generation;
  readonly theirs: Generation;
}

/**
 * Lets Rationale's loop and `generate()` of Transformers.js answer the same prompts, in rounds, the one that begins
 * alternating, after a few that are not counted. Throws where one gives another number of tokens.
 */
export async function compareDecoding(
  own: Contestant,
  theirs: Contestant,
  { rounds, progress, signal }: SectionRun,
): Promise<readonly Round[]> {
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    signal.throwIfAborted();
    const prompt = promptOfRound(rounds + round);
    await own.generate(prompt, NEW_TOKENS);
    await theirs.generate(prompt, NEW_TOKENS);
  }
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    signal.throwIfAborted();
    const prompt = promptOfRound(round);
    const ownFirst = round % 2 === 0;
    const first = await (ownFirst ? own : theirs).generate(prompt, NEW_TOKENS);
    const second = await (ownFirst ? theirs : own).generate(prompt, NEW_TOKENS);
    const pair = ownFirst ? { own: first, theirs: second } : { own: second, theirs: first };
    assertComplete(pair.own, 'the own loop');
    assertComplete(pair.theirs, 'generate()');
    measured.push(pair);
    progress(
      `round ${round + 1} of ${rounds}: ${speed(pair.own).toFixed(1)} against ${speed(pair.theirs).toFixed(1)} tokens/s`,
    );
  }
  return measured;
}

/** The figures of a comparison. A ratio above 1 means that the own loop is faster; each is the median of the rounds'. */
export function comparisonItems(rounds: readonly Round[], leastSpeed?: number): readonly Item[] {
  const over = (figure: (round: Round) => number) => median(rounds.map(figure));
  const same = rounds.filter(({ own, theirs }) => own.tokens.join() === theirs.tokens.join());
  return [
    item(
      'decode speed, own loop',
      over(({ own }) => speed(own)),
      'tokens/s',
      leastSpeed === undefined ? undefined : { atLeast: leastSpeed },
    ),
    item(
      'decode speed, Transformers.js',
      over(({ theirs }) => speed(theirs)),
      'tokens/s',
    ),
    item(
      'decode speed, own loop / Transformers.js',
      over(({ own, theirs }) => theirs.decode / own.decode),
      'ratio',
      { atLeast: 1 },
    ),
    item(
      'first token, own loop',
      over(({ own }) => own.firstToken),
      'ms',
    ),
    item(
      'first token, Transformers.js',
      over(({ theirs }) => theirs.firstToken),
      'ms',
    ),
    item(
      'first token, Transformers.js / own loop',
      over(({ own, theirs }) => theirs.firstToken / own.firstToken),
      'ratio',
    ),
    item(
      'whole answer, Transformers.js / own loop',
      over(({ own, theirs }) => whole(theirs) / whole(own)),
      'ratio',
    ),
    item('rounds with the same tokens', same.length / rounds.length, 'share', { atLeast: 1 }),
  ];
}

/** Tokens a second after the first one. */
function speed({ tokens, decode }: Generation): number {
  return ((tokens.length - 1) / decode) * 1000;
}

function whole({ firstToken, decode }: Generation): number {
  return firstToken + decode;
}

function assertComplete({ tokens }: Generation, who: string): void {
  if (tokens.length !== NEW_TOKENS) {
    throw new Error(`${who} gave ${tokens.length} tokens instead of ${NEW_TOKENS}`);
  }
}
