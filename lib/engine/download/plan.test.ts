import { describe, expect, it } from 'vitest';
import { ownModelEntry } from '../catalogue/own-models';
import { planDownload, withExternalData } from './plan';
import { hubSource } from './source/hub';

const model = ownModelEntry({ name: 'M', repository: 'o/m', dtype: 'q4f16' });
const source = hubSource('https://hub.example', 'o/m', { kind: 'first-download' }, () =>
  Promise.reject(new Error('nothing is asked for')),
);

function planned() {
  const [form] = model.forms;
  if (form === undefined) throw new Error('the model has no form');
  const plan = planDownload(model, form, source, {});
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

describe('which files hold the weights', () => {
  it.each([
    ['one', true, ['onnx/model_q4f16.onnx_data']],
    ['a number', 2, ['onnx/model_q4f16.onnx_data', 'onnx/model_q4f16.onnx_data_1']],
    ['one for this graph', { 'model_q4f16.onnx': 1, model: 3 }, ['onnx/model_q4f16.onnx_data']],
    ['one for every form', { model: true }, ['onnx/model_q4f16.onnx_data']],
    ['none for this graph', { 'model_q4.onnx': 2 }, []],
    ['none', false, []],
    ['nonsense', { model: 'many' }, []],
    ['nothing said', undefined, []],
  ])('is told by config.json: %s', (_, format, expected) => {
    const configuration = { 'transformers.js_config': { use_external_data_format: format } };
    const record = withExternalData(planned(), configuration);
    expect(record.files.map(({ path }) => path).filter((path) => path.includes('_data'))).toEqual(
      expected,
    );
  });

  it('is asked of config.json only where nobody else tells', () => {
    expect(planned().needsConfiguration).toBe(true);
    expect(withExternalData(planned(), 'not an object').files).toEqual(planned().files);
  });
});

it('addresses files as the hub does, whatever is in their names', () => {
  expect(source.address('c0ffee', 'onnx/a b#.onnx')).toBe(
    'https://hub.example/o/m/resolve/c0ffee/onnx/a%20b%23.onnx',
  );
  expect(source.address(undefined, 'config.json')).toBe(
    'https://hub.example/o/m/resolve/main/config.json',
  );
});
