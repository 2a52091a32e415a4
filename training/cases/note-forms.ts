import type { NoteForm } from './note-form';
import { BRIEF_FORMS } from './note-forms-brief';
import { LETTER_FORMS } from './note-forms-letters';
import { PROSE_FORMS } from './note-forms-prose';
import { SPOKEN_FORMS } from './note-forms-spoken';

/** The forms that training notes are written in; the evaluation's own style is not among them. */
export const NOTE_FORMS: readonly NoteForm[] = [
  ...PROSE_FORMS,
  ...LETTER_FORMS,
  ...BRIEF_FORMS,
  ...SPOKEN_FORMS,
];
