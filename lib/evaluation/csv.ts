import { failure, type Outcome, success } from '@/lib/text/outcome';

/** A field with the line it starts on, counted from 1. */
interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Splits RFC 4180 text into rows; quoted fields may hold commas, doubled quotes and line breaks. */
function splitRows(text: string): Outcome<readonly Row[], 'csv-unreadable'> {
  const rows: Row[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let rowLine = 1;
  let quoted = false;
  let quoteLine = 1;
  const endRow = () => {
    fields.push(field);
    if (fields.length > 1 || field !== '') rows.push({ fields, line: rowLine });
    fields = [];
    field = '';
    rowLine = line;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') {
      quoted = true;
      quoteLine = line;
    } else if (character === ',') {
      fields.push(field);
      field = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') field += character;
  }
  if (quoted) {
    return failure(
      'csv-unreadable',
      `line ${quoteLine}: a quoted field is never closed`,
      'Close the quotation mark or take an undamaged copy of the file.',
    );
  }
  if (field !== '' || fields.length > 0) endRow();
  return success(rows);
}

/** One record of a CSV file, by column name, with the line it starts on (counted from 1). */
export interface CsvRecord<Column extends string> {
  readonly line: number;
  readonly values: Readonly<Record<Column, string>>;
}

/**
 * Reads RFC 4180 text with a header line that must hold all of `columns` (others are ignored). The fault names the
 * line and, for a short row, the column that is missing.
 */
export function readCsv<Column extends string>(
  text: string,
  columns: readonly Column[],
): Outcome<readonly CsvRecord<Column>[], 'csv-unreadable'> {
  const split = splitRows(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (!split.ok) return split;
  const [header, ...body] = split.value;
  const positions = columns.map((column) => header?.fields.indexOf(column) ?? -1);
  const missing = columns.filter((_, index) => (positions[index] ?? -1) < 0);
  if (missing.length > 0) {
    return failure(
      'csv-unreadable',
      `line 1: the header lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`,
      'Use the file with its original header.',
    );
  }
  const records: CsvRecord<Column>[] = [];
  for (const row of body) {
    const values: Partial<Record<Column, string>> = {};
    for (const [index, column] of columns.entries()) {
      const value = row.fields[positions[index] ?? -1];
      if (value === undefined) {
        return failure(
          'csv-unreadable',
          `line ${row.line}: column ${column} is missing`,
          'Complete the row or remove it.',
        );
      }
      values[column] = value;
    }
    if (hasAll(values, columns)) records.push({ line: row.line, values });
  }
  return success(records);
}

function hasAll<Column extends string>(
  values: Partial<Record<Column, string>>,
  columns: readonly Column[],
): values is Record<Column, string> {
  return columns.every((column) => values[column] !== undefined);
}
