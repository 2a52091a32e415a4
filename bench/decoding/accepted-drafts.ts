import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promptOfRound } from '@/bench/decoding/prompts';
import { PUBLIC_FOLDER } from '@/bench/folders';
import { measuredModel } from '@/bench/model-revision';
import { type Item, item } from '@/bench/report';
import { answerRuns } from '@/lib/engine/local/answer-reader';
import { createDrafter } from '@/lib/engine/local/drafts';
import { MOST_DRAFTED } from '@/lib/engine/local/node';
import { openTokenizer } from '@/lib/engine/local/tokenizer';

/**
 * How right the drafts were with which the engine of the commands gave these answers, one for each round. Counted from the
 * answers: a draft is a function of the tokens before it.
 */
export function draftItems(answers: readonly (readonly number[])[]): readonly Item[] {
  const { folder, example = '' } = measuredModel();
  const json = (name: string): unknown =>
    JSON.parse(readFileSync(join(PUBLIC_FOLDER, folder, name), 'utf8'));
  const tokenizer = openTokenizer(json('tokenizer.json'), json('tokenizer_config.json'));
  const drafts = { most: MOST_DRAFTED, example: tokenizer.encode(example) };
  let read = 0;
  let drafted = 0;
  let accepted = 0;
  for (const [round, answer] of answers.entries()) {
    const drafter = createDrafter(drafts);
    for (const token of tokenizer.encode(promptOfRound(round).text)) drafter.push(token);
    for (const { tokens, kept } of answerRuns(answer, drafter, Number.POSITIVE_INFINITY)) {
      read += 1;
      drafted += tokens.length - 1;
      accepted += kept - 1;
    }
  }
  return [
    item('drafted tokens that were right', accepted / drafted, 'share'),
    item('tokens of each run of the graph', (read + accepted) / read, 'tokens'),
  ];
}
