/** What stands in `trace.model` of a reasoning that was pasted: what wrote it is not known. */
export const PASTED_MODEL = 'pasted';
