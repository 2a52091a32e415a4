import { type Outcome, success } from '@/lib/text/outcome';
import type { BrowserModel, FileFigures, ModelForm } from '../catalogue';
import { externalDataNames } from '../catalogue/models/forms';
import { MANIFEST_FILE } from '../local/model-files';
import { type DownloadFaultCode, filesMissing } from './faults';
import { property } from './property';
import type { DownloadRecord, KnownFrom, RecordedFile } from './record';
import type { Listing, Source } from './source/source';

/** What the local engine reads of every model, the small ones first. */
const REQUIRED: readonly string[] = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/** What it reads where it is there: the tokens that end an answer, and the chat template where it has a file of its own. */
const OPTIONAL: readonly string[] = ['generation_config.json', 'chat_template.jinja'];

/** Known answers and precision of a model that was converted or exported by Rationale: asked for only where it is listed. */
const LISTED: readonly string[] = [MANIFEST_FILE];

/** More files than any export has (Transformers.js 4.3.1, `MAX_EXTERNAL_DATA_CHUNKS`). */
const MOST_DATA_FILES = 100;

/**
 * What has to be downloaded for a form of a model, or the files that the source lacks. Where neither catalogue nor source
 * tells which files hold the weights, `withExternalData` has to add them once config.json is there.
 */
export function planDownload(
  model: BrowserModel,
  form: ModelForm,
  source: Source,
  listing: Listing,
): Outcome<DownloadRecord, DownloadFaultCode> {
  const data = externalDataOf(form, listing);
  const required = [...REQUIRED, form.graph, ...(data ?? [])];
  const missing = required.filter((path) => listing.files?.has(path) === false);
  if (missing.length > 0) return { ok: false, fault: filesMissing(missing) };
  const optional = [
    ...OPTIONAL.filter((path) => listing.files?.has(path) !== false),
    ...LISTED.filter((path) => listing.files?.has(path)),
  ];
  const file = (path: string, isOptional: boolean) =>
    recordedFile(path, isOptional, form, listing, source.knownFrom);
  return success({
    version: 1,
    model: model.id,
    name: model.name,
    repository: model.repository,
    ...(listing.commit === undefined ? {} : { commit: listing.commit }),
    dtype: form.dtype,
    graph: form.graph,
    origin: source.origin,
    needsConfiguration: data === undefined,
    files: [
      ...REQUIRED.map((path) => file(path, false)),
      ...optional.map((path) => file(path, true)),
      ...[form.graph, ...(data ?? [])].map((path) => file(path, false)),
    ],
  });
}

/** The record with the weights that config.json says stand beside the graph. */
export function withExternalData(record: DownloadRecord, configuration: unknown): DownloadRecord {
  const names = externalDataNames(record.graph, dataFilesIn(configuration, record.graph));
  const added = names
    .filter((path) => record.files.every((file) => file.path !== path))
    .map(
      (path): RecordedFile => ({
        path,
        knownFrom: 'first-download',
        isOptional: false,
        state: 'wanted',
      }),
    );
  return { ...record, files: [...record.files, ...added] };
}

/** Undefined where nobody but config.json can tell. */
function externalDataOf(form: ModelForm, { files }: Listing): readonly string[] | undefined {
  if (files !== undefined) {
    const candidates = externalDataNames(form.graph, MOST_DATA_FILES);
    return candidates.filter((path) => files.has(path));
  }
  return form.externalData.known ? form.externalData.value : undefined;
}

/**
 * How many files hold a graph's weights: `transformers.js_config.use_external_data_format` is a number, true for one, or
 * such a value for each graph (Transformers.js 4.3.1, `src/utils/model-loader.js`).
 */
function dataFilesIn(configuration: unknown, graph: string): number {
  const format = property(
    property(configuration, 'transformers.js_config'),
    'use_external_data_format',
  );
  const file = graph.slice(graph.lastIndexOf('/') + 1);
  const base = file.replace(/(?:_(?:fp16|quantized|int8|uint8|q4|q4f16|bnb4))?\.onnx$/, '');
  const own =
    typeof format === 'object' ? (property(format, file) ?? property(format, base)) : format;
  const count = own === true ? 1 : own;
  return typeof count === 'number' && Number.isInteger(count) && count > 0
    ? Math.min(count, MOST_DATA_FILES)
    : 0;
}

function recordedFile(
  path: string,
  isOptional: boolean,
  form: ModelForm,
  listing: Listing,
  listedBy: KnownFrom,
): RecordedFile {
  const own = form.files.find((file) => file.path === path);
  const listed = listing.files?.get(path);
  const figures: Partial<FileFigures> = { ...listed, ...own };
  const knownFrom = digestFrom(own, listed, listedBy);
  return {
    path,
    ...(figures.bytes === undefined ? {} : { bytes: figures.bytes }),
    ...(figures.sha256 === undefined ? {} : { sha256: figures.sha256 }),
    knownFrom,
    isOptional,
    state: 'wanted',
  };
}

function digestFrom(
  own: FileFigures | undefined,
  listed: FileFigures | undefined,
  listedBy: KnownFrom,
): KnownFrom {
  if (own?.sha256 !== undefined) return 'catalogue';
  return listed?.sha256 === undefined ? 'first-download' : listedBy;
}
