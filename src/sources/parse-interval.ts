const units = { m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000, w: 7 * 24 * 60 * 60_000 } as const;
type Unit = keyof typeof units;

/** "30m", "6 h", "1d", "2w" in milliseconds, up to a year; undefined for anything else. */
export function parseInterval(words: string): number | undefined {
  const [, n, unit] = /^(\d{1,5}) ?([mhdw])$/i.exec(words.trim()) ?? [];
  if (n === undefined || unit === undefined) return undefined;
  const period = Number(n) * units[unit.toLowerCase() as Unit];
  return period > 0 && period <= 53 * units.w ? period : undefined;
}
