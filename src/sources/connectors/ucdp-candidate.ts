import { z } from 'zod';
import { day } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { emptyTally } from '../tally.ts';
import { type Connector, megabyte } from './connector.ts';

// The monthly files of candidate events on UCDP's download page: 26.0.7 is July 2026.
const files = 'https://ucdp.uu.se/downloads/candidateged/';

/** The last month that was imported, and the next one to fetch, as months since year 0. */
const cursor = z.object({
  done: z.int(),
  next: z.int(),
  /** How many months before `next` were not there; -1: not counted. */ missing: z.int().default(0),
});

const monthOf = (instant: number) => {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const yearAgo = 12;
// The last month or two are not published yet; more than that, and the files are somewhere else.
const mostMissing = 6;
const moved = (n: number, address: string) =>
  `UCDP’s candidate files are not where they were: none of the last ${n} months is at ${address}. Find their address on ucdp.uu.se/downloads and set UCDP_FILES_URL.`;
const fileOf = (month: number) => `GEDEvent_v${Math.floor(month / 12) % 100}_0_${(month % 12) + 1}.csv`;

/** UCDP's candidate events, month by month; a month that is not published yet is fetched again the next time. */
export const ucdpCandidate: Connector = {
  name: 'ucdp-candidate',
  every: day,
  missing: () => undefined,
  async step({ since }, at, { get, load, now, services }) {
    const latest = monthOf(now);
    const first = since === undefined ? latest - yearAgo : monthOf(Date.parse(since));
    const { done, next, missing } = cursor.safeParse(at).data ?? { done: first - 1, next: first, missing: 0 };
    const after = (imported: number) =>
      next < latest
        ? {
            cursor: {
              done: imported,
              next: next + 1,
              missing: imported === next ? 0 : missing < 0 ? missing : missing + 1,
            },
            more: true,
          }
        : { cursor: { done: imported, next: imported + 1, missing: 0 }, more: false };
    if (next > latest) return { ...after(done), rows: emptyTally };
    try {
      const result = await get({ url: (services.ucdpUrl ?? files) + fileOf(next), maxBytes: 512 * megabyte });
      if (result.kind === 'unchanged') return { ...after(next), rows: emptyTally };
      try {
        const rows = await load(result.path);
        // The files are back: those that were missed come first, and are not counted again.
        if (missing >= mostMissing - 1) return { rows, cursor: { done, next: done + 1, missing: -1 }, more: true };
        return { rows, ...after(next) };
      } finally {
        await result.discard();
      }
    } catch (error) {
      // Not published yet, or left out.
      if (!(error instanceof FetchError) || error.status !== 404) throw error;
      if (next === latest && missing + 1 >= mostMissing)
        throw new FetchError(moved(missing + 1, services.ucdpUrl ?? files));
      return { ...after(done), rows: emptyTally };
    }
  },
};
