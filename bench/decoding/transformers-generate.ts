import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  type PreTrainedTokenizer,
  TextStreamer,
} from '@huggingface/transformers';
import { type Contestant, createStopwatch } from '@/bench/decoding/contest';

export interface TransformersOptions {
  /** Folder or address that holds the model's own folder. */
  readonly models: string;
  /** Name of the model's folder. */
  readonly model: string;
  readonly device: 'cpu' | 'wasm';
  /** Threads of one run of the graph; in WebAssembly they are set for the whole run-time instead. */
  readonly threads?: number;
}

/** `generate()` of Transformers.js on the same files, with nothing but a clock for a streamer. */
export async function openTransformers(options: TransformersOptions): Promise<Contestant> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = options.models;
  env.useBrowserCache = false;
  // Without this it would fetch the run-time once more and put it in place of the one that is loaded.
  env.useWasmCache = false;
  const { threads } = options;
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(options.model),
    AutoModelForCausalLM.from_pretrained(options.model, {
      dtype: 'q8',
      device: options.device,
      session_options:
        threads === undefined ? {} : { intraOpNumThreads: threads, interOpNumThreads: 1 },
    }),
  ]);
  return {
    async generate(prompt, count) {
      const stopwatch = createStopwatch();
      const inputs = tokenizer(prompt.text, { add_special_tokens: false });
      await model.generate({
        ...inputs,
        do_sample: false,
        max_new_tokens: count,
        min_new_tokens: count,
        streamer: new TokenStreamer(tokenizer, stopwatch.token),
      });
      return stopwatch.read();
    },
  };
}

/** Tells of each generated token and, unlike what it extends, decodes nothing. The first thing it is given is the prompt. */
class TokenStreamer extends TextStreamer {
  readonly #token: (id: number) => void;
  #promptSeen = false;

  constructor(tokenizer: PreTrainedTokenizer, token: (id: number) => void) {
    super(tokenizer);
    this.#token = token;
  }

  override put(value: bigint[][]): void {
    const [id] = value[0] ?? [];
    if (this.#promptSeen && id !== undefined) this.#token(Number(id));
    this.#promptSeen = true;
  }

  override end(): void {}
}
