import { withChromium } from '@/bench/chromium';
import { withApplication } from '@/bench/page/application';
import { newWindow, openWorkbench } from '@/bench/page/workbench-page';
import { item } from '@/bench/report';
import type { Section, SectionRun } from '@/bench/section';
import { median } from '@/bench/statistics';

const MOST_SECONDS = 3;
const LEAST_TOKENS_PER_SECOND = 60;

/** Between the model being ready and the press, so that nothing of loading is left. Milliseconds. */
const SETTLING = 500;

export const firstToken: Section = {
  name: 'first-token',
  title: 'From pressing Reason to the first token on the screen',
  rounds: 5,
  measure: (run) =>
    withApplication(async (origin) => {
      const cold = await coldRounds(origin, run);
      const warm = await warmRounds(origin, run);
      const seconds = (sample: readonly number[]) => median(sample) / 1000;
      return {
        conditions: { rounds: run.rounds, case: 'the one that the page shows when first opened' },
        items: [
          item('press to first token, model ready', seconds(warm.waits), 's', {
            atMost: MOST_SECONDS,
          }),
          item('slowest of these', Math.max(...warm.waits) / 1000, 's'),
          item('speed that the page shows of a whole run', warm.speed, 'tokens/s', {
            atLeast: LEAST_TOKENS_PER_SECOND,
          }),
          item('press to first token, pressed at once on a first visit', seconds(cold.waits), 's'),
          item('opening to first token, pressed at once', seconds(cold.fromOpening), 's'),
          item('opening to model ready, first visit', seconds(cold.loading), 's'),
          item('opening to model ready, later visit', seconds(warm.loading), 's'),
        ],
      };
    }),
};

/** A new browser with an empty profile for each round, and two pages: one pressed at once, one left to load. */
async function coldRounds(origin: string, { rounds, progress, signal }: SectionRun) {
  const waits: number[] = [];
  const fromOpening: number[] = [];
  const loading: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    signal.throwIfAborted();
    const times = await withChromium(async (browser) =>
      (await openWorkbench(await newWindow(browser), origin)).press(),
    );
    waits.push(times.firstToken - times.pressed);
    fromOpening.push(times.firstToken);
    const loaded = await withChromium(async (browser) =>
      (await openWorkbench(await newWindow(browser), origin)).ready(),
    );
    loading.push(loaded);
    progress(
      `cold round ${round + 1} of ${rounds}: first token ${times.firstToken.toFixed(0)} ms after opening, model ready after ${loaded.toFixed(0)} ms`,
    );
  }
  return { waits, fromOpening, loading };
}

/** A page that has loaded its model, opened anew for each round: pressing twice on one page would find the case read. */
async function warmRounds(origin: string, { rounds, progress, signal }: SectionRun) {
  return withChromium(async (browser) => {
    const context = await newWindow(browser);
    const first = await openWorkbench(context, origin);
    await first.ready();
    await first.press();
    const speed = (await first.ended())['tok/s'] ?? Number.NaN;
    await first.page.close();

    const waits: number[] = [];
    const loading: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      signal.throwIfAborted();
      const workbench = await openWorkbench(context, origin);
      loading.push(await workbench.ready());
      await workbench.page.waitForTimeout(SETTLING);
      const { pressed, firstToken } = await workbench.press();
      waits.push(firstToken - pressed);
      await workbench.page.close();
      progress(`warm round ${round + 1} of ${rounds}: ${(firstToken - pressed).toFixed(0)} ms`);
    }
    return { waits, loading, speed };
  });
}
