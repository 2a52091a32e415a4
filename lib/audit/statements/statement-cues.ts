import { gated } from '@/lib/text/gated-pattern';

/** Supposes, expects or advises, rather than says that something is so. */
export const HYPOTHETICAL = gated(
  /\b(?:if|unless|whether|would|wouldn't|could|couldn't|might|may|should|shouldn't|maybe|perhaps|possibly|probably|suppose|assum(?:e|ing)|imagine|expect(?:ed|ing)?|rul(?:e|ing) out|in case|i'd|we'd|you'd|wondering|suspect\w*|possib\w+|potential(?:ly)?|can|can't)\b/i,
);
/** Speaks of how the reasoning goes. */
export const OF_REASONING = gated(
  /^(?:okay|alright|hmm|wait|so|now|well|oh|yes|yeah|right|anyway|but|first|next|then|and)?[,.]?\s?(?:let's|let me|i |i'm|i'd|we need to think|what|why|that's|this is|it's|now|wait|hold on|hang on|putting|thinking|moving|looking)/i,
);
