import type { Bytes } from '@/lib/engine/local/model-files';
import { fieldsOf, messageField, textField, type WireField } from '@/lib/engine/local/protobuf';

/** Field numbers of the ONNX messages (onnx/onnx.proto3 of the ONNX project). */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, operator: 4 } as const;
const TENSOR = { name: 8 } as const;
const VALUE = { name: 1 } as const;

/** A part of a graph: what it is called or makes, what it takes, and its bytes, tag and length with them. */
interface Part {
  readonly field: number;
  readonly makes: readonly string[];
  readonly takes: readonly string[];
  readonly bytes: Uint8Array;
}

/** What training/export.py calls that with which a layer ends. */
const endOf = (layer: number) => `blocks.${layer}.after_feed.normed`;

/**
 * The graph of the embedded model with its first layers alone: its embedding, its vocabulary and every kind of work as they
 * were. What it says means nothing any more. Throws an `Error` where the bytes are no ONNX file.
 */
export function firstLayersOf(graph: Bytes, kept: number, all: number): Bytes {
  const { around, parts } = partsOf(graph);
  const bridge = messageField(
    GRAPH.node,
    textField(NODE.input, endOf(kept - 1)),
    textField(NODE.output, endOf(all - 1)),
    textField(NODE.operator, 'Identity'),
  );
  const rest = parts.filter(
    ({ field, makes }) => field !== GRAPH.node || !makes.includes(endOf(all - 1)),
  );
  const isDropped = (name: string) => {
    const layer = /^(?:present|past_key_values)\.(\d+)\./u.exec(name)?.[1];
    return layer !== undefined && Number(layer) >= kept;
  };
  const outputs = rest.filter(
    ({ field, makes }) => field === GRAPH.output && !makes.some(isDropped),
  );
  const needed = neededBy([...outputs.flatMap(({ makes }) => makes), endOf(kept - 1)], rest);
  const left = rest.filter((part) =>
    part.field === GRAPH.output
      ? outputs.includes(part)
      : part.makes.length === 0 || part.makes.some((name) => needed.has(name)),
  );
  // A message that comes twice is merged in the protobuf format, lists joined.
  const pieces = [...left.map(({ bytes }) => [...bytes]), bridge].map((piece) =>
    Uint8Array.from(messageField(MODEL.graph, piece)),
  );
  return new Uint8Array(Buffer.concat([...around, ...pieces]));
}

/** The names on which some names rest. */
function neededBy(names: readonly string[], parts: readonly Part[]): ReadonlySet<string> {
  const makers = new Map(
    parts
      .filter(({ field }) => field !== GRAPH.output)
      .flatMap((part) => part.makes.map((name) => [name, part])),
  );
  const needed = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    open.push(...(makers.get(name)?.takes ?? []));
  }
  return needed;
}

/** The parts of the graph, and the fields of the file around it. */
function partsOf(file: Bytes): { around: readonly Uint8Array[]; parts: readonly Part[] } {
  const around: Uint8Array[] = [];
  const parts: Part[] = [];
  let modelAt = 0;
  for (const one of fieldsOf(file, 0, file.length)) {
    if (one.field !== MODEL.graph) around.push(file.subarray(modelAt, one.end));
    else {
      let at = one.start;
      for (const inner of fieldsOf(file, one.start, one.end)) {
        parts.push(partOf(file, inner, at));
        at = inner.end;
      }
    }
    modelAt = one.end;
  }
  return { around, parts };
}

function partOf(file: Bytes, { field, start, end }: WireField, tagAt: number): Part {
  const named = (number: number) =>
    [...fieldsOf(file, start, end)]
      .filter((one) => one.field === number)
      .map((one) => new TextDecoder().decode(file.subarray(one.start, one.end)));
  const bytes = file.subarray(tagAt, end);
  switch (field) {
    case GRAPH.node:
      return {
        field,
        makes: named(NODE.output).filter((name) => name !== ''),
        takes: named(NODE.input),
        bytes,
      };
    case GRAPH.initializer:
      return { field, makes: named(TENSOR.name), takes: [], bytes };
    case GRAPH.input:
    case GRAPH.output:
      return { field, makes: named(VALUE.name), takes: [], bytes };
    default:
      return { field, makes: [], takes: [], bytes };
  }
}
