import type { Case } from '@/lib/case/case';
import type { AnnotatedTrace } from '@/lib/evaluation/audits/annotated-trace';
import type { Condition } from '@/lib/knowledge/concept';
import type { Observation } from '@/lib/knowledge/likelihoods';
import type { Outcome } from '@/lib/text/outcome';

/** Whether the answer is free or one of several options. */
export type Setting = 'open' | 'options';

/** One question to a model, with what is needed to score the answer. */
export interface EvaluationCase {
  /** Unique within the dataset together with `setting`; the same in every run. */
  readonly id: string;
  readonly setting: Setting;
  readonly case: Case;
  /** No diagnosis where the right answer is to give none. */
  readonly truth: { readonly diagnosis: string | null; readonly option?: string };
  /** Whether a diagnosis, as a model wrote it, names the truth. */
  readonly isTruth: (diagnosis: string) => boolean;
  /** A part of the dataset for which figures are also given by itself, such as one style of notes. */
  readonly group?: string;
  /** Whether no part of the embedded model was made from this item. */
  readonly heldOut: boolean;
  /** For the reference figure by Bayes' rule; absent where the dataset is not about known conditions. */
  readonly reference?: {
    /** The conditions between which the answer lies. */
    readonly among: readonly Condition[];
    /** Everything that the dataset knows of the patient, said in the case or not; absent where it knows only the text. */
    readonly known?: Observation;
    /** The differential that the dataset itself gives, in the open setting. */
    readonly differential?: readonly Condition[];
  };
}

interface FileFormat<Kind extends string, Item> {
  readonly kind: Kind;
  readonly name: string;
  /** What its files look like, in one line. */
  readonly format: string;
  /** Reads the text of a file; the fault names the place that cannot be read. The same text gives the same items. */
  read(text: string): Promise<Outcome<readonly Item[]>>;
}

/** A public question format that models can be scored on. */
export type QuestionDataset = FileFormat<'questions', EvaluationCase>;

/** Chains of thought with known errors, on which the audit itself is scored; no model answers anything. */
export type AuditDataset = FileFormat<'audits', AnnotatedTrace>;

export type Dataset = QuestionDataset | AuditDataset;
