/** Words that are frequent in one language and rare in the others, so that a page of it shows which one it is. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  English:
    'the of and to is that with this for it was be are not have has she her his which would could but or',
  Spanish: 'el los las una que por con para es del se lo su más pero como está tiene paciente este',
  French:
    'le les des une est et dans pour qui que sur avec pas plus au du ce cette patient mais sont il elle',
  German:
    'der die das und ist nicht ein eine mit auf den dem zu von für sich auch patient wird oder aber es',
  Portuguese: 'os as uma que não com para é do da em por mais mas está tem paciente ele ela seu',
  Italian: 'il gli una che di non con per è del della sono più ma ha paziente questo anche lo nel',
  Dutch: 'de het een en van is niet met voor op dat aan patiënt zijn maar ook wordt bij heeft',
  Polish: 'w i na nie z jest się do że pacjent przez oraz od jak po ale może',
  Turkish: 've bir bu için ile hasta olarak da de olan var daha gibi',
  Swedish: 'och att det som en på är av för med inte till den har patienten om men',
};

const WORD_SETS: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(
  FUNCTION_WORDS,
).map(([name, words]) => [name, new Set(words.split(' '))]);

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Arabic script', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Cyrillic script', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Devanagari script', /\p{Script=Deva}/gu],
  ['Thai', /\p{Script=Thai}/gu],
];

/** Enough of a text to tell its language, and little enough to be read at once. */
const SAMPLE = 20_000;

/** Fewer words than this tell nothing. */
const FEWEST_WORDS = 12;

/** Share of the letters from which a script, and share of the words from which a language, is taken for that of the text. */
const LEAST_SCRIPT_SHARE = 0.25;
const LEAST_WORD_SHARE = 0.12;

/**
 * The name of the language or script that a text is written in, where that is plainly not English; `undefined` for English,
 * for a short text and for one that cannot be told. Looks at the beginning alone.
 */
export function foreignLanguageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [name, script] of SCRIPTS) {
    const count = sample.match(script)?.length ?? 0;
    if (letters > 0 && count >= FEWEST_WORDS && count / letters >= LEAST_SCRIPT_SHARE) return name;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  const counts = WORD_SETS.map(([name, set]) => ({
    name,
    share: words.filter((word) => set.has(word)).length / words.length,
  }));
  const best = counts.reduce((a, b) => (b.share > a.share ? b : a));
  const english = counts.find(({ name }) => name === 'English')?.share ?? 0;
  return best.name !== 'English' && best.share >= LEAST_WORD_SHARE && best.share >= 2 * english
    ? best.name
    : undefined;
}
