import { HUB } from '@/lib/engine/download/source/hub';

/**
 * Where the public hub sends a browser for the content of a file: it answers with a redirect to one of these. Hugging Face
 * documentation, "Downloading models", the list for firewalls, and the older hosts that it named before (huggingface/hub-docs
 * pull requests 2628 and 2647, July 2026).
 */
const HUB_CONTENT: readonly string[] = [
  'https://us.aws.cdn.hf.co',
  'https://us.gcp.cdn.hf.co',
  'https://cas-bridge.xethub.hf.co',
  'https://cdn-lfs-us-1.hf.co',
  'https://cdn-lfs-eu-1.hf.co',
  'https://cdn-lfs.hf.co',
];

/** The places that a download from this hub or mirror connects to. */
export function placesOfHub(base: string): readonly string[] {
  return base === HUB ? [HUB, ...HUB_CONTENT] : [base];
}

const KEY = 'rationale.mirror';

/** The hub or mirror that models are downloaded from. */
export function keptMirror(): string {
  try {
    return localStorage.getItem(KEY) ?? HUB;
  } catch {
    return HUB;
  }
}

/** Keeps the address of a mirror for the next visit; an empty one is the public hub. */
export function keepMirror(base: string): void {
  try {
    if (base === '' || base === HUB) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, base);
  } catch {
    // Storage is refused: the address lasts as long as the page.
  }
}
