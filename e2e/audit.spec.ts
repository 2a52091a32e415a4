import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readExplanation } from '@/lib/explanation/read-explanation';
import { verifyChain } from '@/lib/ledger/chain';
import { readBundle, verifyBundle } from '@/lib/ledger/verify-bundle';
import {
  CASE_TEXT,
  caseField,
  checkToTheEnd,
  dropFile,
  openWith,
  TRACE_TEXT,
  traceField,
} from './audit-page';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { ledgerRecords, openRuns, steps } from './workbench';

function fault(page: Page, code: string) {
  return page.locator(`[role="alert"][data-fault="${code}"]`);
}

test('a pasted reasoning is checked, kept, exported, printed, and opened again', async ({
  page,
}) => {
  await openWith(page, CASE_TEXT, TRACE_TEXT);
  await checkToTheEnd(page);

  await test.step('steps, verdicts and an answer are there', async () => {
    expect(await steps(page).count()).toBeGreaterThanOrEqual(2);
    const statements = page.getByRole('region', { name: 'Statements checked' });
    await expect(statements.getByText('Contradicted').first()).toBeVisible();
    await expect(statements).toContainText('68');
    await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Pneumonia');
    await expect(page.getByRole('region', { name: 'Limits' })).toContainText('pasted');
  });

  await test.step('a verdict leads to its words in the step and in the case', async () => {
    const statements = page.getByRole('region', { name: 'Statements checked' });
    await statements
      .getByRole('button', { name: /^step \d/u })
      .first()
      .click();
    await expect(page.locator('#reasoning article[data-lit="true"]').first()).toBeVisible();
    await expect(page.locator('#reasoning mark').first()).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('exports', async () => {
    const json = readExplanation(await exported(page, /^JSON/u));
    if (!json.ok) throw new Error(json.fault.message);
    expect(json.value.trace.text).toBe(TRACE_TEXT);
    expect(await exported(page, /^Markdown/u)).toContain('**Contradicted**');
    const bundle = readBundle(await exported(page, /^Bundle/u));
    if (!bundle.ok) throw new Error(bundle.fault.message);
    expect(await verifyBundle(bundle.value)).toMatchObject({ intact: true });
  });

  await test.step('on paper', async () => {
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('[data-print-document]');
    await expect(printed).toContainText('Contradicted');
    await expect(printed).toContainText('Left unsaid');
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('after a reload, and from the list of runs on either page', async () => {
    const shown = await page.locator('#explanation').textContent();
    await page.reload();
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    expect(await page.locator('#explanation').textContent()).toBe(shown);
    await page.getByRole('link', { name: 'Reason', exact: true }).click();
    await expect(page).toHaveURL(/\/$/u);
    const runs = await openRuns(page);
    await runs.getByRole('listitem').first().getByRole('button').click();
    await expect(page).toHaveURL(/\/audit#run-/u);
    await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Pneumonia');
    const records = await ledgerRecords(page);
    expect(records.map(({ body }) => body.kind)).toEqual(['trace-audited']);
    expect(await verifyChain(records)).toMatchObject({ intact: true });
  });
});

test('the example teaches: its slips are found', async ({ page }) => {
  await visit(page, '/audit');
  await page.getByRole('button', { name: 'Load the example' }).click();
  await checkToTheEnd(page);
  const statements = page.getByRole('region', { name: 'Statements checked' });
  await expect(statements).toContainText('68');
  await expect(statements).toContainText('2.6 mg/dL');
  await expect(statements).toContainText('left flank');
});

test('the whole job without a mouse', async ({ page }) => {
  await visit(page, '/audit');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await expect(caseField(page)).toBeFocused();
  await page.keyboard.insertText(CASE_TEXT);
  await traceField(page).focus();
  await page.keyboard.insertText(TRACE_TEXT);
  await checkToTheEnd(page);
  await expect(page.getByRole('heading', { name: 'Reasoning', exact: true })).toBeFocused();
  await page.keyboard.press('j');
  await expect(steps(page).first()).toBeFocused();
  await page.keyboard.press('u');
  await expect(page.locator('#reasoning [data-fault-line]:focus')).toHaveCount(1);
  await page.keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Raw text' })).toContainText('Okay, let me think.');
  await page.keyboard.press('r');
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: /^Markdown/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(traceField(page)).toHaveValue(TRACE_TEXT);
});

test('each input that cannot be checked gets one message, and nothing is lost', async ({
  page,
}) => {
  await openWith(page, '', '');
  const check = page.getByRole('button', { name: 'Check', exact: true });

  await test.step('nothing', async () => {
    await check.click();
    await expect(fault(page, 'case-and-trace-empty')).toBeVisible();
  });
  await test.step('a case without a trace, a trace without a case', async () => {
    await caseField(page).fill(CASE_TEXT);
    await check.click();
    await expect(fault(page, 'case-without-trace')).toBeVisible();
    await caseField(page).fill('');
    await traceField(page).fill(TRACE_TEXT);
    await check.click();
    await expect(fault(page, 'trace-without-case')).toBeVisible();
    await expect(page.getByRole('alert').and(page.locator('[data-fault]'))).toHaveCount(1);
  });
  await test.step('binary', async () => {
    await dropFile(page, 'case', 'case.txt', [...new TextEncoder().encode(CASE_TEXT)]);
    await dropFile(page, 'reasoning', 'trace.bin', [0, 1, 2, 3, 255, 0]);
    await check.click();
    await expect(fault(page, 'trace-binary')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(traceField(page)).toHaveValue(TRACE_TEXT);
  });
  await test.step('swapped, and one press puts it right', async () => {
    await caseField(page).fill(TRACE_TEXT);
    await traceField(page).fill(CASE_TEXT);
    await check.click();
    await expect(fault(page, 'case-and-trace-swapped')).toBeVisible();
    await page.getByRole('button', { name: 'Swap and check' }).click();
    await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Pneumonia');
    await expect(page.locator('#case')).toContainText('58-year-old man presents');
  });
});

test('on a narrow screen what is wrong is seen where the reasoning was pasted', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, '/audit');
  await page.getByRole('button', { name: 'Next: the reasoning' }).click();
  await traceField(page).fill(TRACE_TEXT);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(fault(page, 'trace-without-case')).toBeVisible();
  await caseField(page).fill(CASE_TEXT);
  await page.keyboard.press('Control+Enter');
  await expect(steps(page).first()).toBeVisible();
});

test('what must be known of the texts is said', async ({ page }) => {
  const limits = page.getByRole('region', { name: 'Limits' });

  await test.step('bytes that are no UTF-8', async () => {
    await openWith(page, CASE_TEXT, '');
    const bytes = [...new TextEncoder().encode('He has a fever. He has f'), 0xe8, 0x76, 0x72, 0x65];
    await dropFile(page, 'reasoning', 'latin.txt', bytes);
    await checkToTheEnd(page);
    await expect(limits).toContainText('could not be read');
  });
  await test.step('a section that was never closed, in another language', async () => {
    await page.keyboard.press('n');
    await caseField(page).fill(CASE_TEXT);
    await traceField(page).fill(
      '<think>Le patient est un homme de 58 ans qui a de la fièvre et une toux depuis trois jours, sans douleur. 2 + 2 = 5.',
    );
    await checkToTheEnd(page);
    await expect(limits).toContainText('written in French');
    await expect(limits).toContainText('never closed');
  });
  await test.step('a case that was changed after it', async () => {
    await page.keyboard.press('n');
    await caseField(page).fill(CASE_TEXT);
    await traceField(page).fill(TRACE_TEXT);
    await checkToTheEnd(page);
    await expect(limits).not.toContainText('was changed after');
    await page.keyboard.press('e');
    await caseField(page).fill(CASE_TEXT.replace('58', '68'));
    await checkToTheEnd(page);
    await expect(limits).toContainText('The case was changed after this reasoning was made');
  });
});

test('a reasoning of 5 MB: progress, a way out, and a page that stays alive', async ({ page }) => {
  test.setTimeout(240_000);
  await openWith(page, CASE_TEXT, '');
  const paragraph = `${TRACE_TEXT.replaceAll(/<\/?think>/gu, '')}\n\n`;
  const long = paragraph.repeat(Math.ceil(5_000_000 / paragraph.length));
  await traceField(page).evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, long);
  await expect(page.getByRole('region', { name: 'What the model wrote' })).toContainText('5,00');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('progressbar')).toBeVisible();

  await test.step('the page answers while it checks', async () => {
    const before = await page.locator('html').getAttribute('data-theme');
    await page.keyboard.press('t');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', before ?? '');
    await expect(page.getByRole('progressbar')).toBeVisible();
  });
  await test.step('Escape cancels, and both texts are there', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'What the model wrote' })).toContainText('5,00');
    await expect(caseField(page)).toHaveValue(CASE_TEXT);
  });
});

async function exported(page: Page, action: RegExp): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: action }).click();
  return readFile(await (await coming).path(), 'utf8');
}
