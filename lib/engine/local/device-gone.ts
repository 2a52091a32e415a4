import { env } from 'onnxruntime-web/webgpu';

/** Resolves once the graphics device on which the run-time computes is gone; never where it does not tell. */
export async function deviceGone(): Promise<void> {
  const device: unknown = await env.webgpu.device;
  await (tellsOfLoss(device) ? device.lost : new Promise(() => undefined));
}

/** https://www.w3.org/TR/webgpu/#dom-gpudevice-lost */
function tellsOfLoss(device: unknown): device is { readonly lost: Promise<unknown> } {
  return (
    typeof device === 'object' &&
    device !== null &&
    'lost' in device &&
    device.lost instanceof Promise
  );
}
