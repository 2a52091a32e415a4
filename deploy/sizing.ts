/**
 * What Gazal-R1 32B needs and how many cases an hour it could do, computed from its shape and the GPUs' data sheets; nothing
 * here was measured. `npx tsx deploy/sizing.ts` prints the table of docs/deploy.md.
 */
import { pathToFileURL } from 'node:url';

const GIB = 2 ** 30;
const MIB = 2 ** 20;

/** Qwen3-32B, on which Gazal-R1 is built: config.json of Qwen/Qwen3-32B. */
const SHAPE = {
  parameters: 32.76e9,
  /** Embedding and output matrix, which FP8 quantisation leaves as they are: 151,936 × 5,120 each. */
  unquantised: 2 * 151_936 * 5_120,
  layers: 64,
  keyValueHeads: 8,
  headSize: 128,
};

/** Keys and values of one token in 16 bits: 2 × 64 layers × 8 heads × 128 × 2 bytes = 256 KiB. */
export const CACHE_BYTES_PER_TOKEN = 2 * SHAPE.layers * SHAPE.keyValueHeads * SHAPE.headSize * 2;

/** Bytes of the weights in each form. Q4_K_M is the size of the published file. */
const WEIGHT_BYTES = {
  BF16: SHAPE.parameters * 2,
  FP8: SHAPE.parameters - SHAPE.unquantised + SHAPE.unquantised * 2,
  Q4_K_M: 19.8e9,
} as const;

/** One case as it is assumed: the prompt, and an answer as long as the model card's quick start allows. */
export const CASE = { promptTokens: 1_000, answerTokens: 2_048 };
const TOKENS_OF_CASE = CASE.promptTokens + CASE.answerTokens;

/** What is reached of the bandwidth and of the arithmetic: native engines were seen at 48 to 65 % of the bandwidth. */
const BANDWIDTH_SHARE = 0.5;
const ARITHMETIC_SHARE = 0.4;

/** Memory that neither weights nor cache get, on each GPU: activations, graphs, the driver. */
const RESERVED_BYTES = 3 * GIB;

interface Gpu {
  readonly name: string;
  /** As nvidia-smi shows it. */
  readonly memory: number;
  /** Bytes a second. */
  readonly bandwidth: number;
  /** Dense 16-bit operations a second. */
  readonly arithmetic: number;
}

/** NVIDIA's data sheets of each product. */
const GPUS = {
  h200: { name: 'H200', memory: 143_771 * MIB, bandwidth: 4.8e12, arithmetic: 989e12 },
  h100: { name: 'H100 SXM', memory: 81_559 * MIB, bandwidth: 3.35e12, arithmetic: 989e12 },
  a100: { name: 'A100 80 GB', memory: 81_920 * MIB, bandwidth: 2.04e12, arithmetic: 312e12 },
  l40s: { name: 'L40S', memory: 46_068 * MIB, bandwidth: 0.864e12, arithmetic: 362e12 },
  rtx4090: { name: 'RTX 4090', memory: 24_564 * MIB, bandwidth: 1.008e12, arithmetic: 165e12 },
} as const satisfies Record<string, Gpu>;

interface Setup {
  readonly gpu: Gpu;
  readonly count: number;
  readonly form: keyof typeof WEIGHT_BYTES;
  /** Share of the memory that the server takes. */
  readonly utilisation: number;
  /** Most cases at a time by the server's flags. */
  readonly most: number;
  /** What splitting each layer over several GPUs costs: assumed. */
  readonly together: number;
}

const SETUPS: readonly Setup[] = [
  setup(GPUS.h200, 1, 'BF16'),
  setup(GPUS.h100, 2, 'BF16'),
  setup(GPUS.a100, 2, 'BF16'),
  setup(GPUS.h100, 1, 'FP8'),
  setup(GPUS.l40s, 1, 'FP8', { utilisation: 0.94, most: 9 }),
  setup(GPUS.rtx4090, 1, 'Q4_K_M', { utilisation: 1, most: 1 }),
];

function setup(
  gpu: Gpu,
  count: number,
  form: Setup['form'],
  { utilisation = 0.92, most = 64 } = {},
): Setup {
  return { gpu, count, form, utilisation, most, together: count === 1 ? 1 : 0.85 };
}

export interface Sizing {
  readonly setup: Setup;
  /** Tokens that the cache holds beside the weights. */
  readonly cacheTokens: number;
  /** Cases of the assumed length at a time. */
  readonly cases: number;
  /** Tokens a second of one case alone, and of all together. */
  readonly alone: number;
  readonly together: number;
  readonly casesPerHour: number;
}

/** Tokens a second of so many cases at a time: each step reads the weights once and each case's cache. */
function decodeRate({ gpu, count, form, together }: Setup, cases: number): number {
  const meanTokens = CASE.promptTokens + CASE.answerTokens / 2;
  const read = WEIGHT_BYTES[form] + cases * meanTokens * CACHE_BYTES_PER_TOKEN;
  return (cases * gpu.bandwidth * count * together * BANDWIDTH_SHARE) / read;
}

/** Sizes one setup. Two operations for each parameter and token; a prompt is read with the whole of the arithmetic. */
export function sizeOf(given: Setup): Sizing {
  const { gpu, count, form, utilisation, most, together } = given;
  const free = count * (gpu.memory * utilisation - RESERVED_BYTES) - WEIGHT_BYTES[form];
  const cacheTokens = Math.max(0, Math.floor(free / CACHE_BYTES_PER_TOKEN));
  const cases = Math.min(most, Math.floor(cacheTokens / TOKENS_OF_CASE));
  const rate = decodeRate(given, cases);
  const operations = 2 * SHAPE.parameters * CASE.promptTokens;
  const reading = operations / (gpu.arithmetic * count * together * ARITHMETIC_SHARE);
  const casesPerHour = 3600 / (reading + CASE.answerTokens / rate);
  return {
    setup: given,
    cacheTokens,
    cases,
    alone: decodeRate(given, 1),
    together: rate,
    casesPerHour,
  };
}

/** The table of docs/deploy.md. */
export function sizingTable(): string {
  const rows = SETUPS.map(sizeOf).map(
    ({ setup: { gpu, count, form }, cacheTokens, cases, alone, together, casesPerHour }) =>
      [
        `${count} × ${gpu.name}`,
        form,
        `${(WEIGHT_BYTES[form] / 1e9).toFixed(1)} GB`,
        cacheTokens.toLocaleString('en'),
        String(cases),
        alone.toFixed(0),
        together.toFixed(0),
        String(Math.floor(casesPerHour / 10) * 10),
      ].join(' | '),
  );
  return [
    '| GPUs | form | weights | tokens of cache | cases at a time | tokens/s of one | tokens/s of all | cases an hour |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${sizingTable()}\n`);
}
