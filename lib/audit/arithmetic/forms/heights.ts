import { formPattern, type SentenceForm } from '@/lib/audit/arithmetic/forms/sentence-form';
import { convert } from '@/lib/knowledge/units';
import { gated } from '@/lib/text/gated-pattern';

/** "5 feet 6 inches is 168 cm", "5'6", so 1.68 m". */
export const HEIGHT_IN_FEET: SentenceForm = {
  title: 'Conversion of units',
  unit: /^c?m$/u,
  cue: gated(/['"]|[\ue000-\ue3ff]/u),
  patterns: [
    formPattern(
      "{f} ?'? ?(?:and )?{i} ?(?:\"|''|in\\b)?(?: tall)?,? ?(?:\\(|,|is|=|so|or|that's|which is|equals|i\\.e\\.|—) ?(?:so |or |that's |which is )?~{r}",
    ),
  ],
  compute: ({ f, i, r }) => {
    if (f === undefined || i === undefined || r?.unit === undefined) return undefined;
    const isFeet = f.unit === '[ft_i]' || (f.unit === undefined && f.value >= 3 && f.value <= 7);
    const isInches =
      i.unit === '[in_i]' || (i.unit === undefined && f.unit === undefined && i.value < 12);
    if (!isFeet || !isInches || !/^c?m$/u.test(r.unit)) return undefined;
    const result = convert(12 * f.value + i.value, '[in_i]', r.unit);
    return result === undefined
      ? undefined
      : {
          results: [result],
          expression: `${f.words} ${i.words}`,
          unit: r.unit,
          spare: r.halfDigit * 1.5,
        };
  },
};
