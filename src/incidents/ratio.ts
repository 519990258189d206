/** A quotient to so many decimals; null where a figure is missing or the divisor is 0. */
function divided(a: number | null, b: number | null, decimals: number): number | null {
  if (a === null || !b) return null;
  const tens = 10 ** decimals;
  return Math.round((a / b) * tens) / tens;
}

/** `part` in percent of `whole`, to one decimal; null where a figure is missing or the whole is 0. */
export const percentOf = (part: number | null, whole: number | null): number | null =>
  divided(part === null ? null : part * 100, whole, 1);

/** How much of a sum there is in each of `n`, to four decimals; null where the sum is missing or n is 0. */
export const averageOf = (sum: number | null, n: number): number | null => divided(sum, n, 4);
