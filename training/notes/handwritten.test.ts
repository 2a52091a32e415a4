import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { handwrittenNotes } from '@/lib/evaluation/datasets/handwritten-notes';
import { CONDITIONS, conditionNamed } from '@/lib/knowledge/conditions';
import { conditionsInText } from '@/lib/knowledge/conditions-in-text';

const FILE = 'training/notes/handwritten.jsonl';
const TEXT = readFileSync(FILE, 'utf8');
const noteSchema = z.object({
  id: z.string(),
  style: z.string(),
  text: z.string(),
  condition: z.nullable(z.string()),
  why: z.string(),
});
const NOTES = TEXT.trimEnd()
  .split('\n')
  .map((line) => noteSchema.parse(JSON.parse(line)));
const IN_SCOPE = NOTES.filter(({ condition }) => condition !== null);

function countBy(keys: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

describe('the notes written by hand', () => {
  it('can be evaluated on as they are, each once', async () => {
    const read = await handwrittenNotes.read(TEXT);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.value).toHaveLength(NOTES.length);
    expect(new Set(NOTES.map(({ id }) => id)).size).toBe(NOTES.length);
    expect(new Set(NOTES.map(({ text }) => text)).size).toBe(NOTES.length);
  });

  it('has at least 100 in scope, two for each condition, in eight styles', () => {
    expect(IN_SCOPE.length).toBeGreaterThanOrEqual(100);
    const byCondition = countBy(IN_SCOPE.map(({ condition }) => condition));
    for (const { name } of CONDITIONS)
      expect(byCondition.get(name), name).toBeGreaterThanOrEqual(2);
    expect(byCondition.size).toBe(CONDITIONS.length);
    const byStyle = countBy(IN_SCOPE.map(({ style }) => style));
    expect(byStyle.size).toBeGreaterThanOrEqual(8);
    for (const [style, count] of byStyle) expect(count, String(style)).toBeGreaterThanOrEqual(5);
  });

  it('has notes to which the right answer is none, of three kinds', () => {
    const byReason = countBy(NOTES.map(({ why }) => why));
    expect(byReason.get('out-of-scope')).toBeGreaterThanOrEqual(15);
    expect(byReason.get('too-thin')).toBeGreaterThanOrEqual(10);
    expect(byReason.get('no-case')).toBeGreaterThanOrEqual(10);
  });

  it.each(IN_SCOPE)('does not name the diagnosis in $id', ({ text, condition }) => {
    const named = conditionsInText(text).filter(({ exact }) => exact);
    const truth = conditionNamed(condition ?? '');
    expect(named.filter((mention) => mention.condition === truth)).toEqual([]);
  });

  it('is read by nothing that makes the model', () => {
    const makers = ['training', 'training/cases'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.(?:ts|py|sh)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(makers).toContain('training/cases/generate.ts');
    for (const path of makers) {
      expect(readFileSync(path, 'utf8'), path).not.toMatch(/handwritten|notes\//);
    }
  });
});
