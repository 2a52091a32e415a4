import type { Bytes } from './model-files';
import { fieldsOf, messageField, numberField, textField, type WireField } from './protobuf';
import { APPENDED, PRESENT } from './session';

/** Field numbers of the ONNX messages (onnx/onnx.proto3 of the ONNX project). */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5, output: 12 } as const;
const NODE = { input: 1, output: 2, name: 3, operator: 4 } as const;
const TENSOR = { dims: 1, type: 2, integers: 7, name: 8 } as const;
const VALUE = { name: 1, type: 2 } as const;
const TYPE = { tensor: 1 } as const;
const TENSOR_TYPE = { element: 1 } as const;
const FLOAT = 1;
const INT64 = 7;

/** The operator that takes the length of its cache from the mask and does not look at what stands after it. */
const ATTENTION = 'GroupQueryAttention';

/** Before the names of what is added to a graph, so that they cannot meet a name of its own. */
const OWN = 'rationale/appended/';

/**
 * A graph with one more output for each part of its cache: the keys and values of the tokens that a run read, without those
 * of the tokens before. Where a run-time hands outputs over by copying, asking for these instead of the whole cache spares
 * most of what a token costs beside the arithmetic. Nothing that the graph computes changes.
 *
 * The outputs are added by appending to the file: a message that comes twice is merged in the protobuf format, lists joined.
 * A graph of which any part of the cache is not made by `GroupQueryAttention`, or not in 32-bit floats, is given back as it
 * is. Throws an `Error` when
 * the bytes are no ONNX file.
 */
export function withAppendedPositions(graph: Bytes): Bytes {
  const parts = cacheParts(graph);
  if (parts.length === 0) return graph;
  const addition = Uint8Array.from(messageField(MODEL.graph, ...slices(parts)));
  const extended = new Uint8Array(graph.length + addition.length);
  extended.set(graph);
  extended.set(addition, graph.length);
  return extended;
}

/** What follows `present` in the names of the cache outputs; empty unless that operator makes all of them. */
function cacheParts(bytes: Bytes): readonly string[] {
  const decoder = new TextDecoder();
  const text = (start: number, end: number) => decoder.decode(bytes.subarray(start, end));
  const made = new Set<string>();
  const others = new Set<string>();
  const outputs: string[] = [];
  for (const model of fieldsOf(bytes, 0, bytes.length)) {
    if (model.field !== MODEL.graph) continue;
    for (const { field, start, end } of fieldsOf(bytes, model.start, model.end)) {
      if (field !== GRAPH.node && field !== GRAPH.output) continue;
      const element = field === GRAPH.output ? elementType(bytes, start, end) : undefined;
      const texts = [...fieldsOf(bytes, start, end)].map((one) => ({
        field: one.field,
        text: one.field <= NODE.operator ? text(one.start, one.end) : '',
      }));
      if (field === GRAPH.output) {
        const name = texts.find((one) => one.field === VALUE.name)?.text ?? '';
        outputs.push(name);
        if (element !== undefined && element !== FLOAT) others.add(name);
      } else if (texts.some((one) => one.field === NODE.operator && one.text === ATTENTION)) {
        for (const one of texts) if (one.field === NODE.output) made.add(one.text);
      }
    }
  }
  const cache = outputs.filter((name) => name.startsWith(`${PRESENT}.`));
  return cache.every((name) => made.has(name) && !others.has(name))
    ? cache.map((name) => name.slice(PRESENT.length))
    : [];
}

/** The type of the numbers of the tensor that is declared between two offsets, where it is said. */
function elementType(bytes: Bytes, start: number, end: number): number | undefined {
  for (const type of only(VALUE.type, fieldsOf(bytes, start, end))) {
    for (const tensor of only(TYPE.tensor, fieldsOf(bytes, type.start, type.end))) {
      for (const element of only(TENSOR_TYPE.element, fieldsOf(bytes, tensor.start, tensor.end))) {
        return bytes[element.start];
      }
    }
  }
  return undefined;
}

function* only(field: number, fields: Iterable<WireField>): Generator<WireField> {
  for (const one of fields) if (one.field === field) yield one;
}

/** What a run read stands at the end of what the mask covers, whatever room the cache has after that. */
function slices(parts: readonly string[]): readonly (readonly number[])[] {
  const [one, two] = [`${OWN}one`, `${OWN}two`];
  const [covered, read] = [`${OWN}covered`, `${OWN}read`];
  const first = `${OWN}first`;
  return [
    constant(one, 1),
    constant(two, 2),
    ...lengthOf('attention_mask', covered, one),
    ...lengthOf('input_ids', read, one),
    node('Sub', [covered, read], first),
    ...parts.flatMap((part) => [
      node('Slice', [PRESENT + part, first, covered, two], APPENDED + part),
      messageField(GRAPH.output, textField(VALUE.name, APPENDED + part), floatTensor()),
    ]),
  ];
}

/** The second dimension of an input, as a list of one number. */
function lengthOf(input: string, name: string, one: string): readonly (readonly number[])[] {
  const shape = `${name}/shape`;
  return [node('Shape', [input], shape), node('Gather', [shape, one], name)];
}

function node(operator: string, inputs: readonly string[], output: string): readonly number[] {
  return messageField(
    GRAPH.node,
    ...inputs.map((input) => textField(NODE.input, input)),
    textField(NODE.output, output),
    textField(NODE.name, `${OWN}${operator}/${output}`),
    textField(NODE.operator, operator),
  );
}

/** A list of one number that is not negative. */
function constant(name: string, value: number): readonly number[] {
  return messageField(
    GRAPH.initializer,
    numberField(TENSOR.dims, 1),
    numberField(TENSOR.type, INT64),
    numberField(TENSOR.integers, value),
    textField(TENSOR.name, name),
  );
}

function floatTensor(): readonly number[] {
  return messageField(
    VALUE.type,
    messageField(TYPE.tensor, numberField(TENSOR_TYPE.element, FLOAT)),
  );
}
