import { APPLIED_CARD } from './applied-card';
import type { CardForm } from './card';
import { SOURCE_ATTRIBUTES } from './source-attributes';

export type { CardField, CardForm, CardGroup } from './card';
export { CARD_RECORD, type CardFigure, figuresByDataset, figureWords } from './figures';

/** The model card of the embedded model, once in each form. */
export const CARD_FORMS: readonly CardForm[] = [SOURCE_ATTRIBUTES, APPLIED_CARD];
