import {
  type Dtype,
  type FileFigures,
  type Known,
  known,
  type ModelForm,
  notKnown,
} from '../entry';

/** What Transformers.js adds to a graph's name for each way of keeping weights (`src/utils/dtypes.js`, 4.3.1). */
const SUFFIXES: Readonly<Record<Dtype, string>> = {
  fp32: '',
  fp16: '_fp16',
  q8: '_quantized',
  int8: '_int8',
  uint8: '_uint8',
  q4: '_q4',
  q4f16: '_q4f16',
  bnb4: '_bnb4',
};

const TOLD_BY_CONFIG =
  'The repository’s config.json tells it; it is recorded at the first download.';

/** What is known of a form beyond its dtype. */
export interface FormFigures {
  /** Name of the graph without suffix; `model` unless told. */
  readonly graph?: string;
  /** How many files beside the graph hold its weights. */
  readonly dataFiles?: Known<number>;
  readonly bytes?: Known<number>;
  readonly files?: readonly FileFigures[];
}

/**
 * A form in the layout of Transformers.js: `onnx/model_q4f16.onnx`, weights beside it in `…_data`, `…_data_1` and so on
 * (`src/utils/model-loader.js`, 4.3.1). Numbers in 16 bits ask for `shader-f16`.
 */
export function transformersForm(dtype: Dtype, figures: FormFigures = {}): ModelForm {
  const graph = `onnx/${figures.graph ?? 'model'}${SUFFIXES[dtype]}.onnx`;
  const count = figures.dataFiles ?? notKnown<number>(TOLD_BY_CONFIG);
  return {
    dtype,
    graph,
    externalData: count.known
      ? known(externalDataNames(graph, count.value), count.source)
      : notKnown(count.why),
    bytes: figures.bytes ?? notKnown('No size was found; it is recorded at the first download.'),
    needs: dtype === 'q4f16' || dtype === 'fp16' ? ['shader-f16'] : [],
    files: figures.files ?? [],
  };
}

/** The names of the files that hold a graph's weights (Transformers.js 4.3.1, `src/utils/model-loader.js`). */
export function externalDataNames(graph: string, count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `${graph}_data${index === 0 ? '' : `_${index}`}`,
  );
}
