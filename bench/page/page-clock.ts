/** Runs inside the page before its own scripts: presses Reason, and takes the times of what a person sees. */

/** Milliseconds since the page was opened. */
export interface PressTimes {
  readonly pressed: number;
  readonly firstToken: number;
}

export interface PageClock {
  /** Presses Reason as soon as that does something, and resolves once the first token is on the screen. */
  press(): Promise<PressTimes>;
  /** The figures that the page shows of the run: tokens, tokens a second, seconds. */
  figures(): Readonly<Record<string, number>>;
}

declare global {
  var pageClock: PageClock;
}

function buttonNamed(name: RegExp): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((button) =>
    name.test(button.textContent ?? ''),
  );
}

function figures(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const term of document.querySelectorAll('#reasoning dl dt')) {
    const value = Number.parseFloat(term.parentElement?.querySelector('dd')?.textContent ?? '');
    if (!Number.isNaN(value)) found[term.textContent ?? ''] = value;
  }
  return found;
}

/** Resolves when `condition` holds, looking whenever the page changes. */
function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look);
    function look() {
      if (!condition()) return;
      observer.disconnect();
      resolve();
    }
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    look();
  });
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves after the next frame was drawn: a task that follows a frame's callbacks comes after its painting. */
async function painted(): Promise<void> {
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
}

globalThis.pageClock = {
  async press() {
    let pressed = Number.NaN;
    // Before the page's scripts have taken over, the button is there and pressing it does nothing.
    while (buttonNamed(/^Stop/u) === undefined) {
      pressed = performance.now();
      buttonNamed(/^Reason/u)?.click();
      await nextFrame();
    }
    await until(() => (figures().tokens ?? 0) > 0);
    await painted();
    return { pressed, firstToken: performance.now() };
  },
  figures,
};
