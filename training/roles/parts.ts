/** The traces of some sentences, dealt into so many parts; each trace alone where there are no more traces than parts. */
export function partsOf(
  sentences: readonly { readonly trace: string }[],
  parts: number,
): readonly ReadonlySet<string>[] {
  const traces = [...new Set(sentences.map(({ trace }) => trace))];
  const count = Math.min(parts, traces.length);
  return Array.from(
    { length: count },
    (_, part) => new Set(traces.filter((_trace, index) => index % count === part)),
  );
}
