import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visiblePieces, visibleText } from '@/lib/text/visible';

describe('visibleText', () => {
  it.each([
    ['no fever \u202Edetresed\u202C', 'no fever ⟨U+202E⟩detresed⟨U+202C⟩'],
    ['pa\u200Bss\u00ADword', 'pa⟨U+200B⟩ss⟨U+00AD⟩word'],
    ['\uFEFFtext', '⟨U+FEFF⟩text'],
    ['bell \u0007 escape \u001B[31m', 'bell ⟨U+0007⟩ escape ⟨U+001B⟩[31m'],
    ['lone \uD83D half', 'lone ⟨U+D83D⟩ half'],
    ['tag \u{E0041}', 'tag ⟨U+E0041⟩'],
    ['a\u2066b\u2069', 'a⟨U+2066⟩b⟨U+2069⟩'],
  ])('writes out what cannot be seen in %j', (given, shown) => {
    expect(visibleText(given)).toBe(shown);
  });

  it.each([
    'Fièvre à 38,5 °C depuis 3 jours.\r\n\tToux.',
    'family 👨‍👩‍👧 and 👩🏽‍⚕️',
    'می‌خواهم',
    'תינוק עם חום',
    '患者は発熱している',
  ])('leaves %j as it is', (given) => {
    expect(visibleText(given)).toBe(given);
  });

  it('cuts without losing anything', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '\u202E', '\u200D', '👨', '\n', '\uD83D', '\u0000'),
        }),
        (text) => {
          expect(
            visiblePieces(text)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
          expect(visibleText(text)).not.toContain('\u202E');
          expect(visibleText(text)).not.toContain('\u0000');
        },
      ),
    );
  });
});
