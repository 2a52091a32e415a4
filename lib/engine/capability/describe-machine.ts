import { lookAround } from '../local/surroundings';
import type { Machine } from './machine';

/** Words of the user agent by which browsers without `navigator.userAgentData` name phones and tablets. */
const MOBILE = /android|iphone|ipad|ipod|mobile/i;

/** Looks at the browser this runs in. It opens no device, stores nothing and asks for no permission. */
export async function describeMachine(): Promise<Machine> {
  const memory = numberIn(navigator, 'deviceMemory');
  const storage = await describeStorage();
  return {
    ...(await lookAround()),
    webAssembly: typeof WebAssembly !== 'undefined',
    ...(memory === undefined ? {} : { memory }),
    mobile: isMobile(),
    ...(storage === undefined ? {} : { storage }),
    keepsFiles: await canKeepFiles(),
  };
}

/** Asks the browser not to delete what this page keeps when the disk fills up. Only after a person agreed to a download. */
export async function askToPersist(): Promise<boolean> {
  if (typeof navigator.storage?.persist !== 'function') return false;
  return navigator.storage.persist();
}

async function describeStorage(): Promise<Machine['storage']> {
  if (typeof navigator.storage?.estimate !== 'function') return undefined;
  const [{ quota, usage }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return quota === undefined ? undefined : { quota, used: usage ?? 0, persisted };
}

/** A private window may have the interface and refuse to use it. */
async function canKeepFiles(): Promise<boolean> {
  if (typeof navigator.storage?.getDirectory !== 'function') return false;
  return navigator.storage.getDirectory().then(
    () => true,
    () => false,
  );
}

function isMobile(): boolean {
  const data: unknown = 'userAgentData' in navigator ? navigator.userAgentData : undefined;
  if (typeof data === 'object' && data !== null && 'mobile' in data) return data.mobile === true;
  // iPadOS calls itself a Mac, which no Mac with a touch screen does.
  const isTablet = navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1;
  return isTablet || MOBILE.test(navigator.userAgent);
}

function numberIn(value: object, name: string): number | undefined {
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'number' ? found : undefined;
}
