import { gated } from '@/lib/text/gated-pattern';

/**
 * Which question a time answers: how long ago or for how long (the two are one in "six weeks of pain" and "pain that began six
 * weeks ago"), how long after something else, where in a course ("the fourth month"), or how far a pregnancy is.
 */
export type TimeKind = 'elapsed' | 'interval' | 'position' | 'gestation';

/** Points in time named without a number, in days before now or after the event before. */
export const NAMED_TIMES: readonly (readonly [RegExp, TimeKind, number, number])[] = [
  // Chronic conditions are those that last three months or longer (U.S. National Center for Health Statistics); here with room.
  [/\blong[- ]?standing\b/gi, 'elapsed', 60, 40_000],
  [
    /\b(?:lifelong|life-long|(?:all|most of) (?:his|her|their) life|since (?:early )?(?:childhood|adolescence)|since (?:he|she) was (?:a child|a kid|little))\b/gi,
    'elapsed',
    500,
    40_000,
  ],
  [/\b(?<!stay(?:ed)? |kept |observed |admitted )overnight\b/gi, 'elapsed', 0.2, 1.5],
  [/\byesterday\b/gi, 'elapsed', 0.5, 2],
  [/\blast night\b/gi, 'elapsed', 0.2, 1.6],
  [/\b(?:this morning|earlier today)\b/gi, 'elapsed', 0, 1],
  [/\blast week\b/gi, 'elapsed', 3, 14],
  [/\b(?<!in the |over the |for the )last month\b/gi, 'elapsed', 14, 62],
  [/\b(?<!in the |over the |for the )last year\b/gi, 'elapsed', 120, 740],
  [/\b(?:over|in|for|during) the (?:last|past) (?:24 hours|day)\b/gi, 'elapsed', 0, 1.5],
  [/\b(?:over|for) the (?:last|past) week\b/gi, 'elapsed', 3, 10],
  [/\b(?:over|for) the (?:last|past) month\b/gi, 'elapsed', 14, 45],
  [/\b(?:over|for) the (?:last|past) year\b/gi, 'elapsed', 150, 450],
  [/\b(?:in|during) the (?:last|past) week\b/gi, 'elapsed', 0, 9],
  [/\b(?:in|during) the (?:last|past) month\b/gi, 'elapsed', 0, 45],
  [/\b(?:in|during) the (?:last|past) year\b/gi, 'elapsed', 0, 500],
  [
    /\b(?:later (?:that|the same|on the same) (?:day|evening|afternoon|night)|(?:that|the) same day)\b/gi,
    'interval',
    0,
    1,
  ],
  [
    /\b(?:the (?:next|following) (?:day|morning)|a day later|the day after)\b/gi,
    'interval',
    0.5,
    2,
  ],
];

/** One of these stands in every text that names such a time; tried first, since most have none. */
export const ANY_NAMED = gated(
  /yesterday|standing|life|since|overnight|last|past|this morning|today|same day|later|the (?:next|following)|the day after/i,
);
