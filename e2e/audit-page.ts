import type { Page } from '@playwright/test';
import { expect } from './same-origin';
import { visit } from './visit';

export const CASE_TEXT =
  'A 58-year-old man presents with fever and a cough for three days. He denies chest pain. Sodium is 135 mmol/L, chloride 100 mmol/L and bicarbonate 25 mmol/L.';

/** It has a wrong age and a wrong polarity, and takes nothing back. */
export const TRACE_TEXT = `<think>
Okay, let me think. He is a 68-year-old man with fever and a cough.

He has chest pain, which points to pneumonia. Therefore I think pneumonia is most likely.
</think>

**Diagnosis:** Pneumonia`;

export function caseField(page: Page) {
  return page.getByRole('textbox', { name: 'What is known of the patient' });
}

export function traceField(page: Page) {
  return page.getByRole('textbox', { name: 'What the model wrote' });
}

/** Opens the page with both fields filled. */
export async function openWith(page: Page, caseText: string, traceText: string): Promise<void> {
  await visit(page, '/audit');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  if (caseText !== '') await caseField(page).fill(caseText);
  if (traceText !== '') await traceField(page).fill(traceText);
}

/** Checks, and waits until the explanation is there. */
export async function checkToTheEnd(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible({ timeout: 60_000 });
}

export async function dropFile(
  page: Page,
  pane: 'case' | 'reasoning',
  name: string,
  bytes: readonly number[],
): Promise<void> {
  await page.locator(`#${pane}`).evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(file.bytes)], file.name));
      element.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      );
    },
    { name, bytes: [...bytes] },
  );
  await expect(page.getByText(`“${name}” took the place of the ${pane}.`)).toBeVisible();
}
