import { BROWSER_MODELS } from './catalogue';

interface Sized {
  readonly model: string;
  readonly name: string;
  readonly bytes: number;
}

/** Every form whose size is known, the largest first. */
const SIZED: readonly Sized[] = BROWSER_MODELS.flatMap(({ id, name, forms }) =>
  forms.flatMap(({ dtype, bytes }) =>
    bytes.known ? [{ model: id, name: `${name} (${dtype})`, bytes: bytes.value }] : [],
  ),
).sort((a, b) => b.bytes - a.bytes);

/** Less than this part of a form's size: what is hardly smaller would fail in the same way. */
const MUCH_SMALLER = 0.75;

/**
 * What to offer where a model of so many bytes has too little memory: a smaller form of the same model, else the largest
 * form of another model that is clearly smaller; undefined where the catalogue has none.
 */
export function smallerThan(model: string, bytes: number): string | undefined {
  const smaller = SIZED.filter((form) => form.bytes < MUCH_SMALLER * bytes);
  return (smaller.find((form) => form.model === model) ?? smaller[0])?.name;
}
