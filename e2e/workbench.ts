import type { Page } from '@playwright/test';
import type { LedgerRecord } from '@/lib/ledger/record';
import { expect } from './same-origin';
import { untilItListens, visit } from './visit';

/** A case as a person would type it, in words that no test of the recogniser was written for. */
export const TYPED_CASE =
  'A 45-year-old man has had a fever and a productive cough for four days. He is short of breath. He denies chest pain. He smokes.';

/** Opens the page and waits for the model. */
export async function openReady(page: Page, address = '/'): Promise<void> {
  await visit(page, address);
  await expect(page.getByText('Ready', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
}

/** Puts a new case in place of the one that is there, key by key. */
export async function typeCase(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'New case' }).click();
  const field = page.getByRole('textbox', { name: 'What is known of the patient' });
  await expect(field).toBeFocused();
  await field.pressSequentially(text);
}

export function steps(page: Page) {
  return page.locator('#reasoning article');
}

/** Starts a run and waits until its explanation is there. */
export async function reasonToTheEnd(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#explanation h3').first()).toBeVisible({ timeout: 90_000 });
}

/** Every record of the ledger, straight from the browser's database. */
export async function ledgerRecords(page: Page): Promise<readonly LedgerRecord[]> {
  return page.evaluate(
    () =>
      new Promise<LedgerRecord[]>((resolve, reject) => {
        const opening = indexedDB.open('rationale-ledger');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('records').objectStore('records').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
}

/** The ids of the tokens of the last finished run. */
export async function lastTokens(page: Page): Promise<readonly (number | undefined)[]> {
  const last = (await ledgerRecords(page)).findLast(({ body }) => body.kind === 'run-finished');
  return last?.body.kind === 'run-finished' ? last.body.trace.tokens.map(({ id }) => id) : [];
}

/** Opens the list of runs, also on a page that was only just loaded. */
export async function openRuns(page: Page) {
  await untilItListens(page);
  await page.getByRole('button', { name: 'Runs' }).click();
  const dialog = page.getByRole('dialog', { name: 'Earlier runs' });
  await expect(dialog).toBeVisible();
  return dialog;
}
