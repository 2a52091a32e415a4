import { visibleText } from '@/lib/text/visible';

const SPECIAL = /[\\`*_{}[\]<>#|~&!$]/g;
/** What GitHub's Markdown makes a link of without any mark: an address with a scheme, or one that begins with www. */
const BARE_LINK = /(:)(?=\/\/)|(?<=\bwww)(\.)/gi;
const OPENS_BLOCK = /^(\s*)([-+=]|\d{1,9}[.)])/;

/**
 * Text as it reads, on one line, with nothing in it that Markdown or HTML would take as a mark or a link, and with unseen
 * characters written out.
 */
export function escapeMarkdown(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ').trim())
    .replace(SPECIAL, '\\$&')
    .replace(BARE_LINK, '\\$&')
    .replace(OPENS_BLOCK, (_, space: string, mark: string) => {
      const last = mark.charAt(mark.length - 1);
      return `${space}${mark.slice(0, -1)}\\${last}`;
    });
}

/** Text as a quotation, line by line. */
export function quoteMarkdown(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n');
}

/** Text with its line ends, in a fence longer than any run of backticks in it; unseen characters are written out. */
export function fenceMarkdown(given: string): string {
  const text = visibleText(given);
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}
