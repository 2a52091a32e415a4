import { decodeNode } from '@/bench/decoding/decode-node';
import { decodeWasm } from '@/bench/decoding/decode-wasm';
import { downloadMemory } from '@/bench/download/download-memory';
import { firstToken } from '@/bench/page/first-token';
import { javascript } from '@/bench/page/javascript';
import { memory } from '@/bench/page/memory';
import { audit } from '@/bench/reading/audit';
import { flatness } from '@/bench/reading/flatness';
import type { Section } from '@/bench/section';

/** Everything that the command measures, in the order in which it does. */
export const SECTIONS: readonly Section[] = [
  decodeNode,
  decodeWasm,
  flatness,
  audit,
  firstToken,
  javascript,
  memory,
  downloadMemory,
];
