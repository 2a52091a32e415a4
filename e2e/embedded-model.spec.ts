import { examine, examineDocument, examineScreens } from './examine';
import { expect, test } from './same-origin';
import { visit } from './visit';
import { openReady, reasonToTheEnd, typeCase } from './workbench';

const NO_CASE = 'The kettle was on. The bus to the office was late.';

test('what the embedded model does not read of a case is counted, and marked with a key', async ({
  page,
}) => {
  await openReady(page);
  const pane = page.locator('#case');
  await expect(pane).toContainText(
    /The embedded model reads \d+ findings? in \d+ of \d+ sentences/,
  );
  const unread = pane.locator('[data-unread]');
  await expect(unread).toHaveCount(0);
  await page.locator('#case-title').focus();
  await page.keyboard.press('m');
  await expect(unread.first()).toBeVisible();
  const mark = pane.getByRole('button', { name: 'Mark the rest' });
  await expect(mark).toHaveAttribute('aria-pressed', 'true');
  await examineScreens(page, 'unread');
  await mark.click();
  await expect(unread).toHaveCount(0);
});

test('that no diagnosis will be given is said before the run, and why after it, on paper too', async ({
  page,
}) => {
  await openReady(page);
  await typeCase(page, NO_CASE);
  await page.getByRole('button', { name: 'Done' }).click();
  const note = page.getByRole('note');
  await expect(note).toContainText('No diagnosis will be given.');
  await expect(note).toContainText('No finding of the case is known to this model.');
  await examine(page, 'undecided');
  await reasonToTheEnd(page);
  const answer = page.locator('#explanation');
  await expect(answer).toContainText('No diagnosis given');
  await expect(answer).toContainText('No finding of the case is known to this model.');
  await expect(answer.getByRole('link', { name: 'Choose a model' })).toHaveAttribute(
    'href',
    '/models',
  );
  await examine(page, 'abstained');
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-print-document]');
  await expect(paper).toContainText('No diagnosis given');
  await expect(paper).toContainText('The embedded model reads 0 findings in 0 of 2 sentences');
  await expect(paper.locator('[data-unread]').first()).toBeVisible();
});

test('the model card is reached from the list of models and fits every screen', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await visit(page, '/models');
  await page.getByRole('link', { name: 'Model card' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Model card of the embedded model',
  );
  await expect(page.locator('#hti-1 dt')).toHaveCount(31);
  await expect(page.locator('#chai dt').first()).toContainText('Name');
  await examineDocument(page, 'model-card');
});
