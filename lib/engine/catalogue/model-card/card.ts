/** One field of a model card. */
export interface CardField {
  /** As its source counts or names it: "14", "BasicInfo/ModelName". */
  readonly id: string;
  readonly title: string;
  /** Paragraphs. */
  readonly text: readonly string[];
  /** The measured figures belong here. */
  readonly figures?: true;
}

export interface CardGroup {
  readonly title: string;
  readonly fields: readonly CardField[];
}

/** A card in the form that one source asks for. */
export interface CardForm {
  readonly id: string;
  readonly title: string;
  /** What asks for these fields. */
  readonly source: string;
  readonly groups: readonly CardGroup[];
}

/** A field with its paragraphs. */
export function field(id: string | number, title: string, ...text: readonly string[]): CardField {
  return { id: String(id), title, text };
}

/** A field to which the measured figures belong. */
export function measured(
  id: string | number,
  title: string,
  ...text: readonly string[]
): CardField {
  return { ...field(id, title, ...text), figures: true };
}
