/**
 * Words with which a new move of reasoning opens in conversational prose. `turn` marks the model's correcting itself,
 * which opens a new step even inside a numbered one.
 */
const OPENERS: readonly { readonly words: string; readonly turn: boolean }[] = [
  ...['wait', 'hmm', 'hm', 'hold on', 'on second thought', 'actually', 'scratch that'].map(
    (words) => ({ words, turn: true }),
  ),
  ...[
    'okay',
    'ok',
    'alright',
    'all right',
    'now',
    'so',
    'but',
    'however',
    'oh',
    'ah',
    'let me',
    "let's",
    'let’s',
    'alternatively',
    'first,',
    'firstly',
    'second,',
    'secondly',
    'third,',
    'thirdly',
    'next,',
    'then,',
    'finally',
    'lastly',
    'therefore',
    'thus',
    'hence',
    'given',
    'considering',
    'looking at',
    'looking back',
    'thinking about',
    'on the other hand',
    'in summary',
    'in conclusion',
    'overall',
    'to sum up',
    'moving on',
    'what about',
    'what if',
    'maybe',
    'well,',
    'right,',
    'this suggests',
    'this fits',
    'this means',
    'that means',
    'based on',
    'as for',
  ].map((words) => ({ words, turn: false })),
];

const TURN_BY_OPENER: ReadonlyMap<string, boolean> = new Map(
  OPENERS.map(({ words, turn }) => [words, turn]),
);
const PREFIXES: ReadonlySet<string> = new Set(
  OPENERS.flatMap(({ words }) => Array.from(words, (_, index) => words.slice(0, index + 1))),
);

export type OpenerReading = 'undecided' | 'none' | 'move' | 'turn';

/**
 * Whether a sentence that begins with `head` opens a new move. The last character of `head` is the newest; an opener
 * counts once a character that is not part of a word follows it. `complete` says that nothing follows.
 */
export function readOpener(head: string, complete: boolean): OpenerReading {
  const lower = head.toLowerCase();
  if (!complete && PREFIXES.has(lower)) {
    return 'undecided';
  }
  const turn = TURN_BY_OPENER.get(endsInWord(lower) ? '' : lower.slice(0, -1));
  const whole = complete ? TURN_BY_OPENER.get(lower) : undefined;
  const found = turn ?? whole;
  return found === undefined ? 'none' : found ? 'turn' : 'move';
}

function endsInWord(lower: string): boolean {
  return /[a-z\-'’]$/.test(lower);
}
