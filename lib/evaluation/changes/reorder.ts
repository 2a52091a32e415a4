import type { Case, CaseReading, Option } from '@/lib/case/case';
import { readCase } from '@/lib/case/read-case';
import { recogniseOptions } from '@/lib/case/recognise-options';
import type { Random } from '@/lib/evaluation/random';
import { overlaps, type Span, sliceSpan } from '@/lib/text/span';

/** So often an order is drawn until one is another order and reads as the same sentences. */
const DRAWS = 20;

/**
 * The case with its options in another order, lettered from A on; `undefined` where there are fewer than two different ones
 * or they stand in the text itself.
 */
export function withOptionsReordered(given: Case, random: Random): Case | undefined {
  if (recogniseOptions(given.text) !== undefined) return undefined;
  const texts = given.options.map(({ text }) => text);
  const shuffled = anotherOrder(texts, random);
  if (shuffled === undefined) return undefined;
  const options = shuffled.map(
    (text, index): Option => ({ letter: String.fromCharCode('A'.charCodeAt(0) + index), text }),
  );
  return { ...given, options };
}

/**
 * The case of a reading with the sentences of its narrative in another order. Those that say how old the patient is and of
 * which sex, and questions, keep their places. `undefined` where no other order reads as the same sentences.
 */
export function withSentencesReordered(reading: CaseReading, random: Random): Case | undefined {
  const { text } = reading.case;
  const sentences = reading.sentences.map(({ span }) => sliceSpan(text, span));
  const movable = reading.sentences.flatMap(({ span }, index) =>
    isBoundToPlace(reading, span) ? [] : [index],
  );
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const order = anotherOrder(
      movable.map((index) => sentences[index] ?? ''),
      random,
    );
    if (order === undefined) return undefined;
    const reordered = [...sentences];
    for (const [place, index] of movable.entries()) reordered[index] = order[place] ?? '';
    const found = [gapsOf(reading), BLANK_LINES]
      .map((gap): Case => ({ ...reading.case, text: joined(reading, reordered, gap) }))
      .find((changed) => readsAs(changed, reordered));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isBoundToPlace({ case: { text }, demographics }: CaseReading, span: Span): boolean {
  const { age, sex } = demographics;
  return (
    [age, sex].some((stated) => stated !== undefined && overlaps(stated.span, span)) ||
    sliceSpan(text, span).includes('?')
  );
}

function anotherOrder(texts: readonly string[], random: Random): readonly string[] | undefined {
  if (new Set(texts).size < 2) return undefined;
  for (;;) {
    const shuffled = random.shuffle(texts);
    if (shuffled.some((text, index) => text !== texts[index])) return shuffled;
  }
}

/** What stands between a sentence and the next. */
type Gap = (index: number) => string;

/** Parts any two sentences, also such as end without a full stop. */
const BLANK_LINES: Gap = () => '\n\n';

function gapsOf({ case: { text }, sentences }: CaseReading): Gap {
  return (index) => text.slice(sentences[index]?.span.end, sentences[index + 1]?.span.start);
}

function joined(
  { case: { text }, sentences }: CaseReading,
  reordered: readonly string[],
  gap: Gap,
): string {
  const body = reordered.map((sentence, index) =>
    index + 1 < reordered.length ? `${sentence}${gap(index)}` : sentence,
  );
  return [
    text.slice(0, sentences[0]?.span.start),
    ...body,
    text.slice(sentences.at(-1)?.span.end),
  ].join('');
}

function readsAs(changed: Case, sentences: readonly string[]): boolean {
  const reading = readCase(changed);
  return (
    reading.sentences.length === sentences.length &&
    reading.sentences.every(({ span }, index) => sliceSpan(changed.text, span) === sentences[index])
  );
}
