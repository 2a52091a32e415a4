import { expect, test } from 'vitest';
import { rememberingTexts } from '@/lib/text/remembered';

function countingReader() {
  const asked: string[] = [];
  const read = rememberingTexts((text: string) => {
    asked.push(text);
    return { length: text.length };
  });
  return { asked, read };
}

test('a text is read once while it is among the last', () => {
  const { asked, read } = countingReader();
  expect(read('fever')).toBe(read('fever'));
  expect(read('cough')).toEqual({ length: 5 });
  expect(asked).toEqual(['fever', 'cough']);
});

test('a text that is asked for again and again stays, however many others come between', () => {
  const { asked, read } = countingReader();
  for (let index = 0; index < 5_000; index += 1) {
    read('fever');
    read(`sentence ${index}`);
  }
  expect(asked.filter((text) => text === 'fever')).toHaveLength(1);
});

test('a text that was not asked for in a long while is forgotten', () => {
  const { asked, read } = countingReader();
  read('fever');
  for (let index = 0; index < 1_000; index += 1) read(`sentence ${index}`);
  read('fever');
  expect(asked.filter((text) => text === 'fever')).toHaveLength(2);
});

test('of long texts the last is kept', () => {
  const { asked, read } = countingReader();
  const [one, other] = ['a'.repeat(3_000), 'b'.repeat(3_000)];
  for (const text of [one, one, other, one]) expect(read(text)).toEqual({ length: 3_000 });
  expect(asked).toEqual([one, other, one]);
});
