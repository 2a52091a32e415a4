import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** What the page is served from: the run-time's files and the models. */
export const PUBLIC_FOLDER = fileURLToPath(new URL('../public', import.meta.url));
