import type { Phrasings } from '@/lib/evaluation/ddxplus/phrasings';
import { renderNote } from '@/lib/evaluation/ddxplus/render';
import type { Random } from '@/lib/evaluation/random';
import { conceptById } from '@/lib/knowledge/vocabulary';
import type { DrawnPatient } from './draw-patient';
import { FILLERS, TRAINING_STYLES } from './note-styles';

const TRAINING_PHRASINGS: Phrasings = (concept) =>
  conceptById(concept) ?? { nouns: [], verbs: [], absent: [] };

function addFillers(random: Random, note: string): string {
  const sentences = note.split(/(?<=\.) /);
  for (let count = random.below(4); count > 0; count -= 1) {
    sentences.splice(1 + random.below(sentences.length), 0, random.pick(FILLERS));
  }
  return sentences.join(' ');
}

/** The patient as a note in one of the training styles and in the vocabulary's own wordings. */
export function writeNote(random: Random, patient: DrawnPatient): string {
  const note = renderNote(
    patient,
    {
      style: random.pick(TRAINING_STYLES),
      phrasings: TRAINING_PHRASINGS,
      omission: random.next() * 0.2,
      negatives: patient.absent,
    },
    random.below(2 ** 31),
  );
  return addFillers(random, note);
}
