import { examineScreens } from './examine';
import { expect, test } from './same-origin';
import { openReady, reasonToTheEnd, typeCase } from './workbench';

const REACTION =
  'A 24-year-old man has had hives over the whole body, swollen lips and wheezing since he ate peanuts. He is known to be allergic to nuts.';

test('a question for the treatment is answered for the diagnosis, with the option, and said to be looked up', async ({
  page,
}) => {
  await openReady(page);
  await typeCase(page, REACTION);
  await page.getByLabel('Question').fill('What is the most appropriate initial treatment?');
  for (const option of ['Inhaled salbutamol', 'Intramuscular epinephrine', 'Observation at home']) {
    await page.getByRole('button', { name: 'Add an option' }).click();
    await page
      .getByLabel(/^Text of option/)
      .last()
      .fill(option);
  }
  await reasonToTheEnd(page);
  const answer = page.locator('#explanation');
  await expect(answer).toContainText('Intramuscular epinephrine');
  await expect(answer).toContainText('For the diagnosis: Anaphylaxis');
  await expect(answer).toContainText('Anaphylaxis is first treated with: Intramuscular adrenaline');
  await expect(answer).toContainText('not reasoned by the model');
  await expect(answer).not.toContainText('is none of A, B, C');
  await expect(answer.getByRole('link', { name: 'Conditions' })).toHaveAttribute(
    'href',
    '/conditions',
  );
  await examineScreens(page, 'question');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-print-document]')).toContainText(
    'B) Intramuscular epinephrine, for Anaphylaxis',
  );
});

test('a question for nothing that the model knows is said to be not answered, beside the diagnosis', async ({
  page,
}) => {
  await openReady(page);
  await typeCase(page, REACTION);
  await page.getByLabel('Question').fill('Which enzyme is deficient?');
  await reasonToTheEnd(page);
  const answer = page.locator('#explanation');
  await expect(answer).toContainText('Anaphylaxis');
  await expect(answer).toContainText('To the question: not answered.');
});
