/** What was put in place of a draft, so that it can be taken back. */
export interface Replaced<Draft> {
  readonly because: string;
  readonly before: Draft;
  /** Nothing was put in its place: what is typed then is no reason to give up what was there. */
  readonly cleared: boolean;
}

/** What there is to take back once `replaced` was: what was typed since the draft was cleared can be had back in turn. */
export function replacedByUndo<Draft>(
  replaced: Replaced<Draft>,
  typed: Draft,
  isEmpty: (draft: Draft) => boolean,
  because: string,
): { readonly replaced?: Replaced<Draft> } {
  return replaced.cleared && !isEmpty(typed)
    ? { replaced: { because, before: typed, cleared: false } }
    : {};
}
