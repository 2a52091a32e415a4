import { basename, dirname, join } from 'node:path';
import { draftItems } from '@/bench/decoding/accepted-drafts';
import { compareDecoding, comparisonItems, NEW_TOKENS } from '@/bench/decoding/compare';
import { ownLoop } from '@/bench/decoding/own-loop';
import { openTransformers } from '@/bench/decoding/transformers-generate';
import { PUBLIC_FOLDER } from '@/bench/folders';
import { measuredModel } from '@/bench/model-revision';
import type { Section } from '@/bench/section';
import { openNodeEngine } from '@/lib/engine/local/node';

/** The commands run the model on one thread. */
const THREADS = 1;

export const decodeNode: Section = {
  name: 'decode-node',
  title: 'Decoding in Node, against generate() of Transformers.js',
  rounds: 20,
  async measure(run) {
    const entry = measuredModel();
    const engine = await openNodeEngine(entry, { threads: THREADS });
    try {
      const theirs = await openTransformers({
        models: join(PUBLIC_FOLDER, dirname(entry.folder)),
        model: basename(entry.folder),
        device: 'cpu',
        threads: THREADS,
      });
      const rounds = await compareDecoding(ownLoop(engine), theirs, run);
      return {
        conditions: { threads: THREADS, 'new tokens': NEW_TOKENS, rounds: run.rounds },
        items: [...comparisonItems(rounds), ...draftItems(rounds.map(({ own }) => own.tokens))],
      };
    } finally {
      await engine.dispose();
    }
  },
};
