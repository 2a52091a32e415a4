import type { Page } from '@playwright/test';
import { verifyChain } from '@/lib/ledger/chain';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openReady, openRuns, reasonToTheEnd, steps } from './workbench';

test('a tab that is killed in the middle of a run loses no finished run and marks the other', async ({
  context,
}) => {
  const doomed = await context.newPage();
  await openReady(doomed);
  await reasonToTheEnd(doomed);
  await doomed.getByRole('button', { name: 'Reason again' }).click();
  await expect(steps(doomed).nth(1)).toBeVisible();
  // The text of a run under way is kept once in a second.
  await expect
    .poll(() => keptProgress(doomed), { message: 'progress of the unfinished run' })
    .toContain('Step 1');
  const crashed = doomed.waitForEvent('crash');
  const session = await context.newCDPSession(doomed);
  session.send('Page.crash').catch(() => undefined);
  await crashed;

  const page = await context.newPage();
  await visit(page, '/');
  const runs = await openRuns(page);
  await expect(runs.getByRole('listitem')).toHaveCount(2);
  await expect(runs.getByRole('listitem').nth(1)).toContainText('finished');
  await expect(runs.getByRole('listitem').first()).toContainText('interrupted');
  await runs.getByRole('listitem').first().getByRole('button').click();
  await expect(page.locator('#reasoning')).toContainText(
    'This run was interrupted before it finished',
  );
  await expect(steps(page).first()).toBeVisible();
  expect(await verifyChain(await ledgerRecords(page))).toMatchObject({ intact: true, records: 4 });
});

test('two tabs that write at once lose nothing', async ({ context }) => {
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await openReady(tab);
  await Promise.all(tabs.map((tab) => reasonToTheEnd(tab)));
  const [page] = tabs;
  if (page === undefined) throw new Error('no tab was opened');
  const records = await ledgerRecords(page);
  expect(await verifyChain(records)).toMatchObject({ intact: true, records: 4, first: 0 });
  const finished = records.filter(({ body }) => body.kind === 'run-finished');
  expect(new Set(finished.map(({ body }) => body.run)).size).toBe(2);
  await page.bringToFront();
  await expect((await openRuns(page)).getByRole('listitem')).toHaveCount(2);
});

/** The text that the browser holds of the run that has not finished. */
async function keptProgress(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('rationale-ledger');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('progress').objectStore('progress').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.map(({ text }: { text: string }) => text).join('\n'));
          };
        };
      }),
  );
}
