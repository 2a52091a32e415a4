/** Where the chosen theme is kept; without an entry the theme follows the system. */
export const THEME_KEY = 'rationale.theme';

/** Runs before the first paint, so that the page never flashes in the other theme. */
export const THEME_SCRIPT = `(() => {
  let chosen = null;
  try { chosen = localStorage.getItem('${THEME_KEY}'); } catch {}
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();`;
