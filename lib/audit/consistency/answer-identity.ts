import type { CaseReading, Option } from '@/lib/case/case';
import type { Condition } from '@/lib/knowledge/concept';
import { conditionMeant } from '@/lib/knowledge/conditions-in-text';

/** What an answer comes to: the option it chooses, and the condition it names, where either can be told. */
export interface AnswerIdentity {
  readonly option?: Option;
  readonly condition?: Condition;
  /** As it is shown. */
  readonly shown: string;
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The option whose text a name is, beginning or whole. */
function optionNamed(name: string, options: readonly Option[]): Option | undefined {
  const key = comparable(name);
  const found = options.filter(({ text }) => {
    const option = comparable(text);
    return option === key || option.startsWith(`${key} `);
  });
  return key !== '' && found.length === 1 ? found[0] : undefined;
}

/** What a stated answer comes to among the options of a case. */
export function identify(
  stated: { readonly option?: string | undefined; readonly diagnosis?: string | undefined },
  { case: { options } }: CaseReading,
): AnswerIdentity {
  const { diagnosis } = stated;
  const option =
    options.find(({ letter }) => letter === stated.option) ??
    (diagnosis === undefined ? undefined : optionNamed(diagnosis, options));
  const name = diagnosis ?? option?.text;
  const condition = name === undefined ? undefined : conditionMeant(name);
  return {
    ...(option === undefined ? {} : { option }),
    ...(condition === undefined ? {} : { condition }),
    shown: diagnosis ?? (option === undefined ? '' : `${option.letter}) ${option.text}`),
  };
}

/** Whether two answers are surely not the same: other options, or other conditions. */
export function differ(a: AnswerIdentity, b: AnswerIdentity): boolean {
  if (a.option !== undefined && b.option !== undefined) {
    return a.option.letter !== b.option.letter;
  }
  return (
    a.condition !== undefined && b.condition !== undefined && a.condition.id !== b.condition.id
  );
}

/** The names under which an answer may be spoken of. */
export function namesOf({ option, condition, shown }: AnswerIdentity): readonly string[] {
  const names = [
    shown.replace(/^[A-Z]\) /, ''),
    ...(option === undefined ? [] : [option.text.replace(/\s?\([^()]*\)/g, '')]),
    ...(condition === undefined ? [] : [condition.name, ...condition.aliases]),
  ].map((name) => name.trim().replace(/[.,;:]+$/, ''));
  // A long option is a sentence; what is said of parts of it is not said of it.
  return [...new Set(names)].filter((name) => name.length > 2 && name.split(/\s+/).length <= 5);
}
