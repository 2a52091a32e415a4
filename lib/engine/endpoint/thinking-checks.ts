import { FaultError } from '@/lib/text/outcome';
import type { Probe } from './probe-endpoint';

/** What ends the thinking within the text of servers that do not separate the two. */
export const END_OF_THINKING =
  /<\/(?:think|thinking|thought|reasoning)>|<channel\|>|<\|channel\|>|\[\/THINK\]/;

/** The limit that is tried out, in tokens: less than any reasoning model takes for a sum of two numbers of two digits. */
export const TRIED_BUDGET = 16;

/** UTF-16 code units that so many tokens hardly exceed: an English token has about four. */
const MOST_OF_TRIED = TRIED_BUDGET * 8;

/** What came of a check, and a sentence for a person. */
type Judgement = readonly [outcome: 'works' | 'fails' | 'not-told', detail: string];

/** Whether an answer was thought about, in a field of its own or within the text. */
export function thinks(probe: Probe): boolean {
  return thoughtOf(probe).trim() !== '' || END_OF_THINKING.test(probe.content);
}

function thoughtOf({ thinking, content }: Probe): string {
  if (thinking.trim() !== '') return thinking;
  const parts = content.split(END_OF_THINKING);
  return parts.length > 1 ? (parts[0] ?? '') : '';
}

/** What an answer shows that was asked for without thinking. */
export function judgeSwitch(probe: Probe | FaultError): Judgement {
  if (probe instanceof FaultError) return ['fails', probe.message];
  if (thinks(probe)) return ['fails', 'It thought all the same.'];
  return ['works', 'Asked not to think, it answered at once.'];
}

/**
 * What an answer whose thinking was limited shows beside one that was free. Servers that do not know the limit pass over it in
 * silence, so that only the length of what was thought tells. `limited` is undefined where the server supports no limit.
 */
export function judgeBudget(free: Probe, limited: Probe | FaultError | undefined): Judgement {
  if (limited === undefined) {
    return ['fails', 'A limit to the thinking is not supported by this server, and none is sent.'];
  }
  if (limited instanceof FaultError) return ['fails', limited.message];
  if (thoughtOf(free).length <= 2 * MOST_OF_TRIED) {
    return ['not-told', 'It thinks so little about the question that a limit would not show.'];
  }
  return thoughtOf(limited).length <= MOST_OF_TRIED
    ? ['works', `Limited to ${TRIED_BUDGET} tokens of thinking, it stopped there and answered.`]
    : ['fails', `Limited to ${TRIED_BUDGET} tokens of thinking, it thought on all the same.`];
}
