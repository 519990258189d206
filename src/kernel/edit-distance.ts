/** Rows of the table, reused by all calls: names are compared by the ten thousand. */
let [before, row, next]: [number[], number[], number[]] = [[], [], []];

/**
 * The optimal string alignment distance of two texts: the number of letters to replace, insert or delete, or of
 * neighbours to swap. Returns `limit + 1` for any distance above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  let least = 0;
  for (let i = 1; i <= a.length; i++) {
    const leastBefore = least;
    least = next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] as number) + 1);
      next[j] = best;
      least = Math.min(least, best);
    }
    // A swap looks two rows back.
    if (least > limit && leastBefore > limit) return limit + 1;
    [before, row, next] = [row, next, before];
  }
  return Math.min(limit + 1, row[b.length] as number);
}
