/**
 * Sums figures by key, because one statement may change a row only once. Returns rows of the key's columns and the
 * sums.
 */
export function sumByKey(rows: Iterable<readonly [key: readonly string[], figures: readonly number[]]>) {
  const sums = new Map<string, number[]>();
  for (const [key, figures] of rows) {
    const name = JSON.stringify(key);
    const sum = sums.get(name) ?? [];
    sums.set(
      name,
      figures.map((n, at) => (sum[at] ?? 0) + n),
    );
  }
  return [...sums].map(([key, sum]): (string | number)[] => [...(JSON.parse(key) as string[]), ...sum]);
}
