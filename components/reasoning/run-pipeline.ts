/**
 * What a run needs beyond what the page needs to be drawn: the prompt, the stages from token to explanation, and the ways
 * to show what they give. Loaded while the model loads, so that the first visit waits for none of it.
 */
export { readKeptCase } from '@/components/case/case-reader';
export { fittedTo } from '@/components/reasoning/fitted-to';
export { promptFor } from '@/components/reasoning/prompt-for';
export { furtherRun } from '@/components/reasoning/run-further';
export { continuedRequest, runRequest } from '@/components/reasoning/run-request';
export { saidInText, saidSoFar } from '@/components/reasoning/said';
export { saidInAll } from '@/components/reasoning/said-in-all';
export { manifestOf, reasonAbout } from '@/lib/explanation/reasoning-run';
