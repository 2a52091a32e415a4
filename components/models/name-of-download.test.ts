import { describe, expect, it } from 'vitest';
import { nameOfDownload } from '@/components/models/name-of-download';
import { ownModelEntry } from '@/lib/engine/catalogue';

const MINE = { name: 'Ward 4', repository: 'ward/mine', dtype: 'q4' } as const;
const RECORD = { model: ownModelEntry(MINE).id, name: 'Ward 3' };

describe('the name of a downloaded model', () => {
  it('is the one that its owner gave it last', () => {
    expect(nameOfDownload(RECORD, [{ ...MINE, dtype: 'q8', name: 'Another' }, MINE])).toBe(
      'Ward 4',
    );
  });

  it('is the one of its download where its owner has removed it, and for models of the catalogue', () => {
    expect(nameOfDownload(RECORD, [])).toBe('Ward 3');
    expect(nameOfDownload({ model: 'qwen3-0.6b', name: 'Qwen3 0.6B' }, [MINE])).toBe('Qwen3 0.6B');
  });
});
