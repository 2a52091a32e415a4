import { describe, expect, it } from 'vitest';
import { actionOfKey, KEY_BINDINGS } from '@/components/keys/key-bindings';

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, inField: false, singleKeys: true };

describe('key bindings', () => {
  it('gives every key to one action only', () => {
    const keys = KEY_BINDINGS.map(({ key, command }) => `${command ?? false} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reasons on Ctrl+Enter and on ⌘+Enter, also inside a field', () => {
    expect(actionOfKey({ ...PLAIN, key: 'Enter', ctrlKey: true, inField: true })).toBe('reason');
    expect(actionOfKey({ ...PLAIN, key: 'Enter', metaKey: true, inField: true })).toBe('reason');
    expect(actionOfKey({ ...PLAIN, key: 'Enter' })).toBeUndefined();
  });

  it('leaves letters to the field they are typed in', () => {
    expect(actionOfKey({ ...PLAIN, key: 'n', inField: true })).toBeUndefined();
    expect(actionOfKey({ ...PLAIN, key: 'N' })).toBe('new');
  });

  it('leaves the browser its own combinations', () => {
    expect(actionOfKey({ ...PLAIN, key: 'p', ctrlKey: true })).toBeUndefined();
    expect(actionOfKey({ ...PLAIN, key: 'n', altKey: true })).toBeUndefined();
  });

  it('keeps Escape and Ctrl+Enter when single keys are switched off', () => {
    const off = { ...PLAIN, singleKeys: false };
    expect(actionOfKey({ ...off, key: 'r' })).toBeUndefined();
    expect(actionOfKey({ ...off, key: '?' })).toBeUndefined();
    expect(actionOfKey({ ...off, key: 'Escape' })).toBe('stop');
    expect(actionOfKey({ ...off, key: 'Enter', ctrlKey: true })).toBe('reason');
  });
});
