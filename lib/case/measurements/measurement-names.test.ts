import { describe, expect, it } from 'vitest';
import { readQuantityNames } from '@/lib/case/measurements/measurement-names';

describe('names of measurements', () => {
  it.each([
    ['plt 221', 'platelet-count'],
    ['plts 221', 'platelet-count'],
    ['neut 1.2', 'segmented-neutrophils'],
    ['neuts 13.9', 'segmented-neutrophils'],
    ['lymphs 0.6', 'lymphocytes'],
    ['eos 0.1', 'eosinophils'],
    ['retics 9%', 'reticulocytes'],
    ['Bili 74', 'bilirubin'],
    ['bili 74', 'bilirubin'],
    ['SBR 298', 'bilirubin'],
    ['Alb 24', 'albumin'],
    ['bicarb 16', 'bicarbonate'],
    ['fT4 15', 'free-thyroxine'],
  ])('reads %s', (text, id) => {
    expect(readQuantityNames(text).map((name) => name.id)).toEqual([id]);
  });
});
