const SPECIAL = /[\\`*_{}[\]<>#|~&!$]/g;
const OPENS_BLOCK = /^(\s*)([-+=]|\d{1,9}[.)])/;

/** Text as it reads, on one line, with nothing in it that Markdown or HTML would take as a mark. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECIAL, '\\$&')
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

/** Text as it is, in a fence longer than any run of backticks in it. */
export function fenceMarkdown(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}
