import { z } from 'zod';
import { badInput, type CommandIo } from '@/cli/command';
import { readText } from '@/cli/read-text';
import type { Case, Option } from '@/lib/case/case';
import { parseCase } from '@/lib/case/parse-case';
import { FaultError } from '@/lib/text/outcome';

/** What the command line says of a case. */
export interface CaseArguments {
  readonly path: string;
  readonly question: string | undefined;
  /** Each written `A=text`. */
  readonly options: readonly string[];
}

/** A case as a JSON file gives it; options may be a list or, as public question sets write them, an object by letter. */
const caseFileSchema = z.object({
  text: z.string(),
  question: z.string().exactOptional(),
  options: z
    .union([
      z.array(z.object({ letter: z.string(), text: z.string() })),
      z.record(z.string(), z.string()),
    ])
    .exactOptional(),
});

/**
 * The case in a file (plain text, or JSON with `text` and perhaps `question` and `options`), with the question and the
 * options of the command line in place of the file's. Throws `FaultError` naming what is wrong and where.
 */
export async function readCaseFile(given: CaseArguments, io: CommandIo): Promise<Case> {
  const content = await readText(given.path, io);
  const fromFile = asJsonCase(content, given.path) ?? { text: content };
  const options = given.options.length > 0 ? given.options.map(optionOf) : fromFile.options;
  const question = given.question ?? fromFile.question;
  const parsed = parseCase({
    text: fromFile.text,
    ...(question === undefined ? {} : { question }),
    ...(options === undefined ? {} : { options }),
  });
  if (parsed.ok) return parsed.value;
  const name = given.path === '-' ? 'standard input' : given.path;
  throw new FaultError({ ...parsed.fault, message: `${name}: ${parsed.fault.message}` });
}

interface CaseFile {
  readonly text: string;
  readonly question?: string;
  readonly options?: readonly Option[];
}

/** The case in a JSON text; `undefined` where the text is prose. */
function asJsonCase(content: string, path: string): CaseFile | undefined {
  const named = /\.json$/iu.test(path);
  const json = content.replace(/^\uFEFF/u, '').trimStart();
  if (!named && !json.startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    // Prose may begin with a brace; a file that calls itself JSON has to be JSON.
    if (!named) return undefined;
    const said = error instanceof Error ? error.message : String(error);
    throw badInput(`${path} is not JSON: ${said}.`, 'Correct it, or give the case as plain text.');
  }
  const parsed = caseFileSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') || 'the document';
    throw badInput(
      `${path}: ${where}: ${issue?.message ?? 'not a case'}.`,
      'A case in JSON has "text" and may have "question" and "options".',
    );
  }
  const { options, ...rest } = parsed.data;
  if (options === undefined) return rest;
  return { ...rest, options: Array.isArray(options) ? options : optionsByLetter(options) };
}

function optionsByLetter(options: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(options).map(([letter, text]) => ({ letter, text }));
}

function optionOf(argument: string): Option {
  const match = /^\s*([A-Za-z])\s*=(.*)$/su.exec(argument);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw badInput(`--option "${argument}" is not understood.`, 'Write it as --option "A=text".');
  }
  return { letter: match[1].toUpperCase(), text: match[2].trim() };
}
