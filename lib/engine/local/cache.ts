import type { CacheInput, Session, SessionTensor, Tensors } from './session';

/** The keys and values of the tokens that were read. It owns its tensors and nothing else does. */
export interface Cache {
  /** One tensor for each cache input of the session, in its order, to be fed to the next run. */
  tensors(): readonly SessionTensor[];
  /** Takes over the cache outputs of a run that read `count` tokens; on failure the outputs stay the caller's. */
  adopt(outputs: Tensors, count: number): Promise<void>;
  /** Forgets all but the first `length` positions. */
  rewind(length: number): Promise<void>;
  /** Forgets everything and frees the tensors; the cache can be used again. */
  dispose(): void;
}

export function openCache(session: Session): Cache {
  return session.appends ? new AppendedCache(session) : new WholeCache(session);
}

/** Keeps what each run gives: the whole cache, wherever the run-time has put it. */
class WholeCache implements Cache {
  readonly #session: Session;
  #tensors: readonly SessionTensor[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  tensors(): readonly SessionTensor[] {
    if (this.#tensors.length === 0) {
      this.#tensors = this.#session.cacheInputs.map(({ heads, size }) =>
        this.#session.floats(new Float32Array(0), [1, heads, 0, size]),
      );
    }
    return this.#tensors;
  }

  async adopt(outputs: Tensors): Promise<void> {
    this.#replace(cacheOutputs(this.#session, outputs));
  }

  async rewind(length: number): Promise<void> {
    if (length === 0) {
      this.dispose();
      return;
    }
    const shortened: SessionTensor[] = [];
    try {
      for (const [index, { past, heads, size }] of this.#session.cacheInputs.entries()) {
        const tensor = this.#tensors[index];
        if (tensor === undefined) throw new Error(`the cache ${past} is missing`);
        const kept = withRoom(await tensor.floats(), { heads, size }, length, length);
        shortened.push(this.#session.floats(kept, [1, heads, length, size]));
      }
    } catch (error) {
      for (const tensor of shortened) tensor.dispose();
      throw error;
    }
    this.#replace(shortened);
  }

  dispose(): void {
    this.#replace([]);
  }

  #replace(next: readonly SessionTensor[]): void {
    for (const tensor of this.#tensors) tensor.dispose();
    this.#tensors = next;
  }
}

/** By how many positions the room of an appended cache grows: seldom enough, and little is handed over for nothing. */
const ROOM_STEP = 64;

/** Keeps the positions in main memory, with room after them, and writes those that a run gives behind the others. */
class AppendedCache implements Cache {
  readonly #session: Session;
  #values: readonly Float32Array[];
  #tensors: readonly SessionTensor[] = [];
  #room = 0;
  #length = 0;

  constructor(session: Session) {
    this.#session = session;
    this.#values = nothingFor(session);
  }

  tensors(): readonly SessionTensor[] {
    if (this.#tensors.length === 0) this.#provide(this.#room);
    return this.#tensors;
  }

  async adopt(outputs: Tensors, count: number): Promise<void> {
    const given = cacheOutputs(this.#session, outputs);
    const added: Float32Array[] = [];
    for (const tensor of given) added.push(await tensor.floats());
    const length = this.#length + count;
    if (length > this.#room) this.#provide(roomFor(length));
    for (const [index, { heads, size }] of this.#session.cacheInputs.entries()) {
      for (let head = 0; head < heads; head += 1) {
        const rows = added[index]?.subarray(head * count * size, (head + 1) * count * size);
        if (rows !== undefined) {
          this.#values[index]?.set(rows, (head * this.#room + this.#length) * size);
        }
      }
    }
    this.#length = length;
    for (const tensor of given) tensor.dispose();
  }

  async rewind(length: number): Promise<void> {
    this.#length = length;
    if (roomFor(length) < this.#room) this.#provide(roomFor(length));
  }

  dispose(): void {
    for (const tensor of this.#tensors) tensor.dispose();
    this.#tensors = [];
    this.#values = nothingFor(this.#session);
    this.#room = 0;
    this.#length = 0;
  }

  /** Makes the tensors anew, with room for so many positions. */
  #provide(room: number): void {
    const { cacheInputs } = this.#session;
    this.#values = this.#values.map((values, index) => {
      const shape = cacheInputs[index] ?? { heads: 0, size: 0 };
      return withRoom(values, shape, this.#length, room);
    });
    for (const tensor of this.#tensors) tensor.dispose();
    this.#tensors = cacheInputs.map(({ heads, size }, index) =>
      this.#session.floats(this.#values[index] ?? new Float32Array(0), [1, heads, room, size]),
    );
    this.#room = room;
  }
}

function nothingFor(session: Session): readonly Float32Array[] {
  return session.cacheInputs.map(() => new Float32Array(0));
}

function roomFor(length: number): number {
  return Math.ceil(length / ROOM_STEP) * ROOM_STEP;
}

function cacheOutputs(session: Session, outputs: Tensors): readonly SessionTensor[] {
  return session.cacheInputs.map(({ past, present }) => {
    const tensor = outputs[present];
    if (tensor === undefined) throw new Error(`the graph gave no new state for ${past}`);
    return tensor;
  });
}

/** The first `kept` positions of values `[1, heads, any, size]` as `[1, heads, room, size]`. */
function withRoom(
  values: Float32Array,
  { heads, size }: Pick<CacheInput, 'heads' | 'size'>,
  kept: number,
  room: number,
): Float32Array {
  const copy = new Float32Array(heads * room * size);
  const before = values.length / heads;
  for (let head = 0; head < heads; head += 1) {
    const start = head * before;
    copy.set(values.subarray(start, start + kept * size), head * room * size);
  }
  return copy;
}
