import { z } from 'zod';
import { day, hour, minute } from '../kernel/duration.ts';

/** Services with a connector of their own; everything else is an address. */
export const services = ['ucdp', 'ucdp-candidate', 'acled', 'reliefweb', 'gdelt'] as const;

/** What to fetch, and how. Stored as JSON. */
export const sourceConfig = z.object({
  kind: z.enum(['address', ...services]),
  /** Of the kind `address`: its URL. */
  address: z.string().optional(),
  /** A query in the syntax of the service. */
  query: z.string().optional(),
  /** The first day to fetch, where the service can filter by it. */
  since: z.iso.date().optional(),
  /** The name of a file format, where it cannot be detected. */
  format: z.string().optional(),
  /** A mapping file on this computer, for the columns of an unknown format. */
  mapping: z.string().optional(),
  /** The interval, in milliseconds. */
  every: z.int().positive(),
  /** Who added it, and when (ISO 8601). */
  by: z.string(),
  at: z.string(),
  /** Whether it was added from a channel: then only https is fetched. */
  fromChannel: z.boolean(),
});
export type SourceConfig = z.infer<typeof sourceConfig>;

const units = { m: minute, h: hour, d: day, w: 7 * day } as const;
type Unit = keyof typeof units;

/** "30m", "6 h", "1d", "2w" in milliseconds, up to a year; undefined for anything else. */
export function parseInterval(text: string): number | undefined {
  const [, n, unit] = /^(\d{1,5}) ?([mhdw])$/i.exec(text.trim()) ?? [];
  if (n === undefined || unit === undefined) return undefined;
  const interval = Number(n) * units[unit.toLowerCase() as Unit];
  return interval > 0 && interval <= 53 * units.w ? interval : undefined;
}
