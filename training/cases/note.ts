import { type Random, seededRandom } from '@/lib/evaluation/random';
import type { ConceptId } from '@/lib/knowledge/concept';
import type { DrawnPatient } from './draw-patient';
import { durationFor } from './note-durations';
import type { NoteForm, NotePart } from './note-form';
import { NOTE_FORMS } from './note-forms';
import {
  chooseMeasured,
  isComplaint,
  stateMeasured,
  statePart,
  stateSurroundings,
} from './note-parts';
import {
  fillFrame,
  GROWN_YEARS,
  type NoteWriter,
  noteWriter,
  nounFor,
  stateAbsent,
  type ToldFinding,
  type ToldSentence,
} from './note-sentence';
import { withSlips } from './note-slips';
import { COMMON_FILLERS, GROWN_FILLERS } from './note-surroundings';

/** A training note, and what it states. */
export interface WrittenNote {
  readonly text: string;
  readonly told: readonly ToldFinding[];
}

/** Findings beside the complaint that a note leaves out, at most. */
const MOST_OMITTED = 0.2;
const SECOND_COMPLAINT = 0.25;
const CLOSED = 0.5;
const MOST_FILLERS = 3;
/** What is said of a patient whose complaint is no symptom; it is none either. */
const NO_COMPLAINT: readonly string[] = ['a new problem', 'several things', 'a health problem'];

/** Marks where a duration may follow the complaint while an opening is put together. */
const COMPLAINT_END = '\u0000';
const DURATION_FIRST = 0.6;

function stateOpening(
  writer: NoteWriter,
  complaint: ConceptId | undefined,
  frames: readonly string[],
): ToldSentence {
  const noun = complaint === undefined ? undefined : nounFor(writer, complaint);
  return {
    text: fillFrame(writer, writer.random.pick(frames), {
      complaint: `${noun ?? writer.random.pick(NO_COMPLAINT)}${COMPLAINT_END}`,
    }),
    told:
      complaint === undefined || noun === undefined
        ? []
        : [{ concept: complaint, polarity: 'present' }],
  };
}

/** The opening with how long it has been so, where that is known and there is a complaint to say it of. */
function withDuration(
  { random }: NoteWriter,
  present: readonly ConceptId[],
  opening: ToldSentence,
): ToldSentence {
  for (const concept of present) {
    const duration = durationFor(random, concept);
    if (duration === undefined || opening.told.length === 0 || !random.chance(DURATION_FIRST))
      continue;
    return {
      text: opening.text.replace(COMPLAINT_END, ` for ${duration}`),
      told: [...opening.told, { concept, polarity: 'present' }],
    };
  }
  return { ...opening, text: opening.text.replace(COMPLAINT_END, '') };
}

function openings(writer: NoteWriter, present: readonly ConceptId[]): ToldSentence[] {
  const { random, form, patient } = writer;
  const complaint = [patient.complaint, ...present].find(
    (concept) => concept !== undefined && isComplaint(concept),
  );
  const first = withDuration(writer, present, stateOpening(writer, complaint, form.openings));
  const second = present.find((concept) => concept !== complaint && isComplaint(concept));
  if (second === undefined || !random.chance(SECOND_COMPLAINT)) return [first];
  const also = withDuration(writer, [], stateOpening(writer, second, form.secondComplaint));
  return also.told.length === 0 ? [first] : [first, also];
}

function withHeading(
  { form }: NoteWriter,
  part: NotePart,
  sentences: ToldSentence[],
): ToldSentence[] {
  const heading = form.headings[part];
  const [first, ...rest] = sentences;
  return heading === undefined || first === undefined
    ? sentences
    : [{ ...first, text: `${heading}${first.text}` }, ...rest];
}

function stateParts(
  writer: NoteWriter,
  present: readonly ConceptId[],
  absent: readonly ConceptId[],
): ToldSentence[][] {
  const { random, form } = writer;
  const measured = chooseMeasured(writer, present, absent);
  const inWords = (concepts: readonly ConceptId[]) =>
    concepts.filter((concept) => !measured.some((one) => one.concept === concept));
  const present_ = inWords(present);
  const absent_ = random.shuffle(inWords(absent));
  return random.pick(form.orders).map((part) => {
    const sentences = (() => {
      if (part === 'numbers') return stateMeasured(writer, measured);
      if (part === 'denied') return stateAbsent(writer, absent_);
      if (part === 'surroundings') return stateSurroundings(writer);
      return statePart(writer, part, present_);
    })();
    return withHeading(writer, part, sentences);
  });
}

function fillers(writer: NoteWriter): ToldSentence[] {
  const { random, form, patient } = writer;
  const known = [
    ...form.fillers,
    ...(form.voice === 'clinician' ? COMMON_FILLERS : []),
    ...(form.voice === 'clinician' && patient.ageYears >= GROWN_YEARS ? GROWN_FILLERS : []),
  ];
  return random
    .shuffle(known)
    .slice(0, random.below(MOST_FILLERS + 1))
    .map((filler) => ({ text: fillFrame(writer, filler), told: [] }));
}

/** The patient as a note of this form, in the vocabulary's wordings without the locked ones, and what the note states. */
export function composeNote(random: Random, form: NoteForm, patient: DrawnPatient): WrittenNote {
  const writer = noteWriter(random, form, patient);
  const omission = random.next() * MOST_OMITTED;
  const kept = patient.present.filter(
    (concept) => concept === patient.complaint || !random.chance(omission),
  );
  const opening = openings(writer, kept);
  const opened = new Set(opening.flatMap(({ told }) => told.map(({ concept }) => concept)));
  const blocks = [
    opening,
    ...stateParts(
      writer,
      kept.filter((concept) => !opened.has(concept)),
      patient.absent,
    ),
  ].filter((block) => block.length > 0);
  for (const filler of fillers(writer)) {
    blocks.splice(1 + random.below(blocks.length), 0, [filler]);
  }
  if (random.chance(CLOSED)) {
    blocks.push([{ text: fillFrame(writer, random.pick(form.closings)), told: [] }]);
  }
  const text = blocks
    .map((sentences) => sentences.map((sentence) => sentence.text).join(' '))
    .filter((block) => block !== '')
    .join(form.between);
  return {
    text: withSlips(random, text, form.typos),
    told: blocks.flatMap((sentences) => sentences.flatMap(({ told }) => told)),
  };
}

/** The patient as a note in one of the training forms; the same draw gives the same note. */
export function writeNote(random: Random, patient: DrawnPatient): string {
  const own = seededRandom(random.below(2 ** 31));
  return composeNote(own, own.pick(NOTE_FORMS), patient).text;
}
