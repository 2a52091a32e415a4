/** What a labelled line or a heading introduces. */
export type LabelKind =
  | 'diagnosis'
  | 'answer'
  | 'confidence'
  | 'differential'
  | 'thinking-channel'
  | 'answer-channel'
  | 'answer-section'
  | 'section';

/**
 * Names, lower case, by what they introduce. A channel name is a mark and belongs to neither channel: the two headings of
 * HuatuoGPT-o1. An answer section begins the answer and belongs to it: the heading of Gazal-R1's answer part (model cards
 * of both). Everything not listed here is an ordinary section.
 */
const NAMES: readonly (readonly [LabelKind, readonly string[]])[] = [
  [
    'diagnosis',
    [
      'primary diagnosis',
      'final diagnosis',
      'most likely diagnosis',
      'leading diagnosis',
      'working diagnosis',
      'provisional diagnosis',
      'diagnosis',
    ],
  ],
  [
    'answer',
    ['answer', 'final answer', 'correct answer', 'selected option', 'chosen option', 'choice'],
  ],
  ['confidence', ['confidence', 'confidence level', 'probability', 'certainty']],
  [
    'differential',
    [
      'differential',
      'differentials',
      'differential diagnosis',
      'differential diagnoses',
      'alternative diagnoses',
      'other diagnoses',
      'ddx',
    ],
  ],
  ['thinking-channel', ['thinking']],
  ['answer-channel', ['final response']],
  ['answer-section', ['clinical assessment']],
];

const KIND_BY_NAME: ReadonlyMap<string, LabelKind> = new Map(
  NAMES.flatMap(([kind, names]) => names.map((name): [string, LabelKind] => [name, kind])),
);

/** What the label or heading with this text introduces. */
export function labelKind(name: string): LabelKind {
  const plain = name
    .toLowerCase()
    .replace(/[*_:]/g, '')
    .replace(/^\s*\d{1,2}[.)]\s{0,3}/, '')
    .trim();
  return KIND_BY_NAME.get(plain) ?? 'section';
}
