import type { Locator, Page } from '@playwright/test';
import { expect } from './same-origin';

/** What a person can do something with; of the parts that are folded away, only what unfolds them. */
const ACTIONS =
  'a[href], button:not([disabled]), input:not([type="hidden"]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary';

/** More presses than any page here has places. */
const MOST_PLACES = 400;

/** What one press of Tab came to. */
interface Reached {
  readonly name: string;
  /** Whether a line or a shade around it tells where the focus is. */
  readonly shows: boolean;
  /** Whether it lies within the window. */
  readonly inView: boolean;
}

/** Marks what has the focus and tells of it; what was marked before is `again`, and `none` where the page has no focus. */
function whatHasFocus(page: Page): Promise<Reached | 'again' | 'none'> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return 'none';
    if (element.dataset.reachedByKeyboard !== undefined) return 'again';
    element.dataset.reachedByKeyboard = '';
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { top, bottom, height } = element.getBoundingClientRect();
    return {
      name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.outerHTML,
      shows: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      inView: height > 0 && bottom > 0 && top < window.innerHeight,
    };
  });
}

/** Goes round the page with Tab, and expects every action to be reached and every focus to be seen. */
export async function expectAllReached(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-reached-by-keyboard]')) {
      element.removeAttribute('data-reached-by-keyboard');
    }
  });
  const reached: Reached[] = [];
  for (let press = 0; press < MOST_PLACES; press += 1) {
    await page.keyboard.press('Tab');
    const place = await whatHasFocus(page);
    if (place === 'again') break;
    // After the last place the browser has the focus, and then the first one again.
    if (place !== 'none') reached.push(place);
  }
  expect(reached.filter(({ shows }) => !shows)).toEqual([]);
  expect(reached.filter(({ inView }) => !inView)).toEqual([]);
  const missed = await page.evaluate(
    (actions) =>
      [...document.querySelectorAll<HTMLElement>(actions)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => element.dataset.reachedByKeyboard === undefined)
        // Of a group of choices one is a stop, and arrows lead to the others.
        .filter((element) => element.getAttribute('tabindex') !== '-1')
        .map((element) => element.outerHTML.slice(0, 200)),
    ACTIONS,
  );
  expect(missed).toEqual([]);
  expect(reached.length).toBeGreaterThan(5);
}

/** Presses Tab until a place has the focus, at most so many times. */
export async function tabTo(page: Page, place: Locator, presses = MOST_PLACES): Promise<void> {
  await expect(place).toBeVisible();
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${presses} presses of Tab do not lead to ${place}`);
}

/** Tab to a place, and Enter. */
export async function enterAt(page: Page, place: Locator, presses?: number): Promise<void> {
  await tabTo(page, place, presses);
  await page.keyboard.press('Enter');
}
