import { CARD_FORMS, CARD_RECORD } from '.';
import type { CardField, CardForm } from './card';
import { type CardFigure, figuresByDataset, figureWords } from './figures';

/** Where the card stands in the repository. */
export const CARD_FILE = 'docs/model-card.md';

function tableOf(dataset: string, figures: readonly CardFigure[]): string {
  const rows = figures.map(
    (figure) => `| ${figure.name} | ${figureWords(figure)} | ${figure.n} | ${figure.date} |`,
  );
  return [`| ${dataset} | 95 % interval in brackets | n | measured |`, '|-|-|--:|-|', ...rows].join(
    '\n',
  );
}

function fieldText({ id, title, text, figures }: CardField): string {
  const tables = [...figuresByDataset(CARD_RECORD.figures)].map(([dataset, group]) =>
    tableOf(dataset, group),
  );
  return [`**${id}. ${title}**`, ...text, ...(figures ? tables : [])].join('\n\n');
}

function formText({ title, source, groups }: CardForm): string {
  const parts = groups.map(({ title: heading, fields }) =>
    [`### ${heading}`, ...fields.map(fieldText)].join('\n\n'),
  );
  return [`## ${title}`, source, ...parts].join('\n\n');
}

/** The model card of the embedded model as a Markdown document. */
export function cardMarkdown(): string {
  return `${[
    '# Model card of the embedded model',
    'Written by `npm run model:card` from `lib/engine/catalogue/model-card/`; the application shows the same at `/models/embedded`.',
    ...CARD_FORMS.map(formText),
  ].join('\n\n')}\n`;
}
