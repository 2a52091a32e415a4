import type { CaseDraft } from '@/components/case/case-draft';
import type { Option } from '@/lib/case/case';

/** A draft from JSON of the form `{ text, question?, options? }`; `undefined` for any other text. */
export function draftFromJson(content: string): CaseDraft | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (!isObject(value) || typeof value.text !== 'string') return undefined;
  const question = value.question ?? '';
  const options = optionsFrom(value.options ?? []);
  if (typeof question !== 'string' || options === undefined) return undefined;
  return { text: value.text, question, options };
}

function optionsFrom(value: unknown): readonly Option[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const options: Option[] = [];
  for (const item of value) {
    if (!isObject(item)) return undefined;
    if (typeof item.letter !== 'string' || typeof item.text !== 'string') return undefined;
    options.push({ letter: item.letter, text: item.text });
  }
  return options;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
