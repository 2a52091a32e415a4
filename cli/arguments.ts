import { type ParseArgsConfig, parseArgs } from 'node:util';
import { badInput } from '@/cli/command';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** What was given on the command line, by name. */
type Given<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true; args: string[] }>
>;

/** Reads a command line; throws `FaultError` naming the first argument that cannot be read. */
export function readArguments<Options extends OptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
): Given<Options> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw badInput(firstSentence(said), `Usage: ${firstLine(usage)}`);
  }
}

/** Node explains at length how to escape a dash; what is wrong stands in the first sentence. */
function firstSentence(text: string): string {
  return text.replace(/^(.*?[.'])\s[A-Z].*$/su, '$1');
}

/** The line of a usage text that shows the form of the command. */
function firstLine(usage: string): string {
  return usage.trim().split('\n')[0] ?? '';
}

/** Throws `FaultError` for an argument that belongs to no option. */
export function refusePositionals(positionals: readonly string[], usage: string): void {
  const [stray] = positionals;
  if (stray !== undefined) {
    throw badInput(`"${stray}" belongs to no option.`, `Usage: ${firstLine(usage)}`);
  }
}

/** The value of an option that must be given; throws `FaultError` naming it where it is missing. */
export function required(value: string | undefined, name: string, usage: string): string {
  if (value === undefined || value === '') {
    throw badInput(`--${name} is missing.`, `Usage: ${firstLine(usage)}`);
  }
  return value;
}

/** A number within bounds; throws `FaultError` naming the option where it is none. */
export function numberOption(
  value: string | undefined,
  name: string,
  bounds: { readonly min: number; readonly max: number; readonly whole: boolean },
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  const fits = number >= bounds.min && number <= bounds.max;
  if (value.trim() === '' || !fits || (bounds.whole && !Number.isInteger(number))) {
    const kind = bounds.whole ? 'a whole number' : 'a number';
    throw badInput(
      `--${name} "${value}" is not ${kind} from ${bounds.min} to ${bounds.max}.`,
      'Correct it or leave it out.',
    );
  }
  return number;
}
