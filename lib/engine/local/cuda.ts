import { existsSync } from 'node:fs';

/** What an NVIDIA driver leaves in the file system of Linux, natively and under Windows. */
const DEVICE_FILES = ['/dev/nvidiactl', '/dev/dxg'];

/**
 * Whether a GPU for CUDA seems to be here. onnxruntime-node has a CUDA provider for Linux on x64 alone
 * (`script/install-metadata.js` of its package), and lists it whether or not its library was installed: only opening a
 * model shows that.
 */
export function seemsToHaveCuda(): boolean {
  return (
    process.platform === 'linux' &&
    process.arch === 'x64' &&
    DEVICE_FILES.some((file) => existsSync(file))
  );
}

/** On what a model was opened, and why not on a GPU where that was tried. */
export interface OnDevice<Opened> {
  readonly opened: Opened;
  readonly device: 'cuda' | 'cpu';
  /** A sentence for a person; empty where nothing was tried. */
  readonly tried: string;
}

/** What opening came to: a model, or in words what was wrong with its numbers. */
export type Attempt<Opened> =
  | { readonly ok: true; readonly opened: Opened }
  | { readonly ok: false; readonly why: string };

/** Opens with CUDA where it is here and works, else on the CPU and says why. Throws what opening on the CPU throws. */
export async function openWherePresent<Opened>(
  isPresent: boolean,
  openWithCuda: () => Promise<Attempt<Opened>>,
  openOnCpu: () => Promise<Opened>,
): Promise<OnDevice<Opened>> {
  if (!isPresent) return { opened: await openOnCpu(), device: 'cpu', tried: '' };
  const why = await attempt(openWithCuda);
  if (why.ok) return { opened: why.opened, device: 'cuda', tried: '' };
  const tried = `A GPU for CUDA seems to be here, but could not be used (${why.why}).`;
  return { opened: await openOnCpu(), device: 'cpu', tried };
}

async function attempt<Opened>(open: () => Promise<Attempt<Opened>>): Promise<Attempt<Opened>> {
  try {
    return await open();
  } catch (error) {
    // Whatever the driver or the run-time objects to, the CPU remains, and a fault of the files shows there again.
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
