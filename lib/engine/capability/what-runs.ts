import type { BrowserModel, CatalogueEntry, EmbeddedModel, ModelForm } from '../catalogue';
import type { AdapterReport } from '../local/device';
import type { Machine } from './machine';
import {
  BYTES_PER_PARAMETER,
  COUNTED_CONTEXT,
  isSlowOnWasm,
  LARGEST_FILE,
  LARGEST_ON_PHONE,
  LARGEST_ON_WASM,
  LAYOUT_REASONS,
  MEMORY_FACTOR,
  MOST_MEMORY_TOLD,
  overflowsIn16Bits,
  WELL_UP_TO,
} from './rules';

/** Whether a model runs on a machine, in which form, and why, in one sentence for a person. */
export type Verdict =
  | {
      readonly verdict: 'well' | 'slowly';
      readonly device: 'webgpu' | 'wasm' | 'remote';
      /** Absent for embedded and endpoint models, which have but one. */
      readonly form?: ModelForm;
      readonly because: string;
    }
  | { readonly verdict: 'not'; readonly because: string };

/** Judges by the rules of `rules.ts` whether a model runs here. A guess beforehand: the self-test after loading decides. */
export function whatRuns(machine: Machine, entry: CatalogueEntry): Verdict {
  if (entry.runs === 'endpoint') {
    const because = 'It runs on a GPU server: connect an endpoint that serves it.';
    return { verdict: 'well', device: 'remote', because };
  }
  if (!machine.webAssembly)
    return not('this browser has no WebAssembly, without which no model runs in it');
  if (entry.runs === 'embedded') return embedded(machine, entry);
  return generalReason(machine, entry) ?? onGpu(machine, entry) ?? onWasm(machine, entry);
}

function embedded({ adapter }: Machine, entry: EmbeddedModel): Verdict {
  const isGpu = typeof adapter !== 'string' && !adapter.software;
  const device = isGpu ? 'webgpu' : 'wasm';
  return { verdict: 'well', device, because: `${entry.name} is small enough for every machine.` };
}

/** What keeps a model from running on any device of this machine. */
function generalReason(machine: Machine, model: BrowserModel): Verdict | undefined {
  if (model.layout !== 'decoder') return not(LAYOUT_REASONS[model.layout]);
  if (!machine.keepsFiles) {
    return not(
      'this page may not keep files: open it over https or from localhost, and not in a private window',
    );
  }
  const { value, source } = LARGEST_ON_PHONE;
  if (machine.mobile && parametersOf(model) > value) {
    return not(
      `on phones and tablets models beyond ${value} billion parameters end the page (${source})`,
    );
  }
  return undefined;
}

/** Undefined where there is no graphics adapter that this model can use. */
function onGpu(machine: Machine, model: BrowserModel): Verdict | undefined {
  const { adapter } = machine;
  if (typeof adapter === 'string' || adapter.software) return undefined;
  const fitting = model.forms.filter(
    (form) => refusalOnGpu(machine, adapter, model, form) === undefined,
  );
  const [form] = fitting;
  if (form === undefined) return undefined;
  const isWell = (weightsOf(model, form) ?? Number.POSITIVE_INFINITY) <= WELL_UP_TO.value;
  const why = `${form.dtype} on ${adapter.name}: ${reasonOfForm(model, form, adapter)}`;
  return isWell
    ? { verdict: 'well', device: 'webgpu', form, because: `${why}.` }
    : {
        verdict: 'slowly',
        device: 'webgpu',
        form,
        because: `${why}; ${sizeOf(model, form)} are read for each token.`,
      };
}

/** Why this form cannot run on this adapter; undefined where it can. */
function refusalOnGpu(
  machine: Machine,
  adapter: AdapterReport,
  model: BrowserModel,
  form: ModelForm,
): string | undefined {
  const missing = form.needs.find((feature) => !adapter.features.includes(feature));
  if (missing !== undefined) {
    return `${adapter.name} lacks ${missing}, without which ${form.dtype} gives errors`;
  }
  if (overflowsIn16Bits(model, form)) return `${form.dtype} overflows in the Gemma family`;
  const largest = form.files.reduce((most, { bytes }) => Math.max(most, bytes ?? 0), 0);
  if (largest > LARGEST_FILE.value) return `one of its files is larger than 2 GB`;
  return tooLarge(machine, model, form);
}

/** WebAssembly, or why nothing runs. */
function onWasm(machine: Machine, model: BrowserModel): Verdict {
  const noGpu = reasonOfNoGpu(machine, model);
  const { value, source } = LARGEST_ON_WASM;
  if (parametersOf(model) > value) {
    return not(
      `${noGpu}, and WebAssembly holds no more than about ${value} billion parameters (${source})`,
    );
  }
  const fitting = model.forms.filter(
    (form) => !overflowsIn16Bits(model, form) && form.dtype !== 'q4f16' && form.dtype !== 'fp16',
  );
  const form = fitting.find((each) => !isSlowOnWasm(each)) ?? fitting[0];
  if (form === undefined) return not(`${noGpu}, and it has no form for WebAssembly`);
  const large = tooLarge(machine, model, form);
  if (large !== undefined) return not(`${noGpu}, and ${large}`);
  const threads = machine.isolated ? machine.cores : 1;
  const count = threads === 1 ? 'one thread' : `up to ${threads} threads`;
  return {
    verdict: 'slowly',
    device: 'wasm',
    form,
    because: `${form.dtype} in WebAssembly on ${count}: ${noGpu}.`,
  };
}

function reasonOfNoGpu(machine: Machine, model: BrowserModel): string {
  const { adapter } = machine;
  if (adapter === 'no-webgpu') return 'this browser offers no WebGPU';
  if (adapter === 'no-adapter') return 'WebGPU found no graphics adapter it may use';
  if (adapter.software) return `the only graphics adapter, ${adapter.name}, is a software one`;
  const reasons = model.forms.map((form) => refusalOnGpu(machine, adapter, model, form));
  return (
    reasons.find((reason) => reason !== undefined) ??
    'none of its forms was found to run on the GPU'
  );
}

/** Why weights and cache do not fit; undefined where they do or nothing is told. */
function tooLarge(machine: Machine, model: BrowserModel, form: ModelForm): string | undefined {
  const { storage, memory } = machine;
  const weights = weightsOf(model, form) ?? 0;
  if (storage !== undefined && weights > storage.quota) {
    return `its ${gigabytes(weights)} are more than the ${gigabytes(storage.quota)} that this browser lets the page store`;
  }
  const cache = model.cacheBytesPerToken.known
    ? model.cacheBytesPerToken.value * COUNTED_CONTEXT.value
    : 0;
  const needed = weights * MEMORY_FACTOR.value + cache;
  // Beyond the cap a browser tells nothing, and the system has to be left something too.
  const isTold = memory !== undefined && memory < MOST_MEMORY_TOLD;
  return isTold && needed > memory * 1e9 * 0.75
    ? `it needs about ${gigabytes(needed)} of memory, and this machine has ${memory} GB`
    : undefined;
}

function reasonOfForm(model: BrowserModel, form: ModelForm, adapter: AdapterReport): string {
  if (form.needs.includes('shader-f16'))
    return 'the adapter has shader-f16, so it may compute in 16 bits';
  if (model.family === 'gemma')
    return 'the Gemma family overflows in 16 bits, so it computes in 32';
  return adapter.features.includes('shader-f16')
    ? 'its only form that fits'
    : 'the adapter lacks shader-f16, so it computes in 32 bits';
}

/** Billions; a model of which nobody says it counts by its weights, at half a byte each. */
function parametersOf(model: BrowserModel): number {
  if (model.parameters.known) return model.parameters.value;
  const sizes = model.forms.flatMap(({ bytes }) => (bytes.known ? [bytes.value] : []));
  return sizes.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...sizes) / 0.5e9;
}

/** Bytes as they were given, or as the number of parameters makes them; undefined where neither is known. */
function weightsOf({ parameters }: BrowserModel, { bytes, dtype }: ModelForm): number | undefined {
  if (bytes.known) return bytes.value;
  return parameters.known ? parameters.value * 1e9 * BYTES_PER_PARAMETER[dtype] : undefined;
}

function sizeOf(model: BrowserModel, form: ModelForm): string {
  const weights = weightsOf(model, form);
  if (weights === undefined) return 'an unknown number of bytes';
  return `${form.bytes.known ? '' : 'about '}${gigabytes(weights)}`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function not(reason: string): Verdict {
  return { verdict: 'not', because: `It does not run here: ${reason}.` };
}
