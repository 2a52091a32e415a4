import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv';

const quote = (field: string) => `"${field.replaceAll('"', '""')}"`;

describe('readCsv', () => {
  it('reads back any fields that were quoted, whatever they hold', () => {
    const field = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\uFEFF', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
        const text = ['a,b', ...rows.map(([a, b]) => `${quote(a)},${quote(b)}`)].join('\r\n');
        const table = readCsv(text, ['a', 'b']);
        expect(table.ok && table.value.map(({ values }) => [values.a, values.b])).toEqual(rows);
      }),
    );
  });

  it('names the columns that the header lacks', () => {
    const table = readCsv('AGE,SEX\n1,F', ['AGE', 'PATHOLOGY']);
    expect(table.ok ? '' : table.fault.message).toBe(
      'line 1: the header lacks the column PATHOLOGY',
    );
  });

  it('names the line and the column of a short row', () => {
    const table = readCsv('a,b\n"1\n2",3\n4', ['a', 'b']);
    expect(table.ok ? '' : table.fault.message).toBe('line 4: column b is missing');
  });

  it('names the line on which an unclosed quotation began', () => {
    const table = readCsv('a,b\n1,2\n"3,4', ['a', 'b']);
    expect(table.ok ? '' : table.fault.message).toBe('line 3: a quoted field is never closed');
  });
});
