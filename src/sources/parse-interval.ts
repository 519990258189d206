import { day, hour, minute } from '../kernel/duration.ts';

const units = { m: minute, h: hour, d: day, w: 7 * day } as const;
type Unit = keyof typeof units;

/** "30m", "6 h", "1d", "2w" in milliseconds, up to a year; undefined for anything else. */
export function parseInterval(words: string): number | undefined {
  const [, n, unit] = /^(\d{1,5}) ?([mhdw])$/i.exec(words.trim()) ?? [];
  if (n === undefined || unit === undefined) return undefined;
  const period = Number(n) * units[unit.toLowerCase() as Unit];
  return period > 0 && period <= 53 * units.w ? period : undefined;
}
