import type { ConceptId } from '@/lib/knowledge/concept';
import type { Span } from '@/lib/text/span';

/** An answer option, for example `{ letter: 'B', text: 'Pneumonia' }`. */
export interface Option {
  readonly letter: string;
  readonly text: string;
}

/** What is known of a patient, as given. Immutable once reasoning starts. */
export interface Case {
  /** Exactly the text that was given; every case span is an offset into it. */
  readonly text: string;
  readonly question?: string;
  readonly options: readonly Option[];
}

export type Polarity = 'present' | 'absent';

/** One fact about this patient at a span of the case. */
export interface Finding {
  readonly concept: ConceptId;
  readonly label: string;
  readonly polarity: Polarity;
  readonly span: Span;
  /** The number of a sentence in `CaseReading.sentences`. */
  readonly sentence: number;
  readonly value?: number;
  /** UCUM unit of `value`. */
  readonly unit?: string;
  /** Reading of `value` against the reference interval. */
  readonly interpretation?: 'low' | 'normal' | 'high';
  /** When, as written: "for three days", "since yesterday". */
  readonly time?: string;
}

/** A sentence or clause that a step can cite by its number, counted from 1. */
export interface NumberedSentence {
  readonly number: number;
  readonly span: Span;
}

export interface Demographics {
  readonly age?: { readonly years: number; readonly span: Span };
  readonly sex?: { readonly value: 'female' | 'male'; readonly span: Span };
}

/** A case with everything that was read out of it by rule; the same case always gives the same reading. */
export interface CaseReading {
  readonly case: Case;
  /** The part of `case.text` that describes the patient, without question and option lines. */
  readonly narrative: Span;
  readonly sentences: readonly NumberedSentence[];
  readonly findings: readonly Finding[];
  readonly demographics: Demographics;
}

export type CaseFaultCode =
  | 'case-empty'
  | 'case-binary'
  | 'case-too-long'
  | 'options-without-question'
  | 'option-letter-repeated'
  | 'option-empty';
