import { z } from 'zod';
import { day } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { emptyTally } from '../tally.ts';
import { type Connector, megabyte } from './connector.ts';

// The monthly files of candidate events on UCDP's download page: 26.0.7 is July 2026.
const files = 'https://ucdp.uu.se/downloads/candidateged/';

/** The last month that was imported, and the next one to fetch, as months since year 0. */
const cursor = z.object({ done: z.int(), next: z.int() });

const monthOf = (instant: number) => {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const yearAgo = 12;
const fileOf = (month: number) => `GEDEvent_v${Math.floor(month / 12) % 100}_0_${(month % 12) + 1}.csv`;

/** UCDP's candidate events, month by month; a month that is not published yet is fetched again the next time. */
export const ucdpCandidate: Connector = {
  name: 'ucdp-candidate',
  every: day,
  missing: () => undefined,
  async step({ since }, at, { get, load, now, services }) {
    const latest = monthOf(now);
    const first = since === undefined ? latest - yearAgo : monthOf(Date.parse(since));
    const { done, next } = cursor.safeParse(at).data ?? { done: first - 1, next: first };
    const after = (imported: number) =>
      next < latest
        ? { cursor: { done: imported, next: next + 1 }, more: true }
        : { cursor: { done: imported, next: imported + 1 }, more: false };
    if (next > latest) return { ...after(done), rows: emptyTally };
    try {
      const result = await get({ url: (services.ucdpUrl ?? files) + fileOf(next), maxBytes: 512 * megabyte });
      if (result.kind === 'unchanged') return { ...after(next), rows: emptyTally };
      try {
        return { rows: await load(result.path), ...after(next) };
      } finally {
        await result.discard();
      }
    } catch (error) {
      // Not published yet, or left out.
      if (error instanceof FetchError && error.status === 404) return { ...after(done), rows: emptyTally };
      throw error;
    }
  },
};
