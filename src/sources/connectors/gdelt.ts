import { hash as digest } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { minute } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { emptyTally } from '../tally.ts';
import { type Connector, type ConnectorContext, megabyte } from './connector.ts';
import { withBody } from './fetch-page.ts';

// As GDELT 2.0 documents its files: a new one every 15 minutes. Its certificate is not of this name: http.
const files = 'http://data.gdeltproject.org/gdeltv2/';
const quarter = 15 * minute;

/** The moments of the last file that was imported and of the newest one, in milliseconds. */
const cursor = z.object({ done: z.int(), newest: z.int() });

const digits = (moment: number): string => new Date(moment).toISOString().replace(/\D/g, '').slice(0, 14);
function momentOf(written: string): number {
  const [, ...parts] = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(written) ?? [];
  const [year = 0, month = 0, date, hour, minutes, seconds] = parts.map(Number);
  return Date.UTC(year, month - 1, date, hour, minutes, seconds);
}

const exported = /^(\d+) ([0-9a-f]{32}) \S*\/(\d{14})\.export\.CSV\.zip\s*$/im;

/** The newest file of events: the first of three lines "size hash address". */
async function newestOf(base: string, context: ConnectorContext): Promise<{ newest: number; hash: string }> {
  const request = { url: `${base}lastupdate.txt`, maxBytes: megabyte };
  const [, , hash, moment] = await withBody(request, context, async ({ path }) => {
    const found = exported.exec(await readFile(path, 'utf8'));
    return found ?? ([] as string[]);
  });
  if (hash === undefined || moment === undefined)
    throw new FetchError('GDELT’s lastupdate.txt is not as documented: it names no file of events.');
  return { newest: momentOf(moment), hash };
}

const md5Of = async (path: string): Promise<string> => digest('md5', await readFile(path), 'hex');

/** GDELT's events: the newest file, and those of every 15 minutes since the last run. */
export const gdelt: Connector = {
  name: 'gdelt',
  every: quarter,
  missing: ({ query }) => (query === undefined ? undefined : 'GDELT’s files cannot be queried. Leave out --query.'),
  async step({ since }, at, context) {
    const base = context.services.gdeltUrl ?? files;
    const from = cursor.safeParse(at).data;
    // Its hash is that of the newest file alone, so the list is read again before that.
    const isLast = from === undefined || from.done + quarter >= from.newest;
    const { newest, hash } = isLast ? await newestOf(base, context) : { newest: from.newest, hash: undefined };
    const begin = since === undefined ? newest : Math.min(newest, Date.parse(since));
    const done = from?.done ?? begin - quarter;
    if (done >= newest) return { cursor: { done, newest }, more: false, rows: emptyTally };
    const next = Math.min(done + quarter, newest);
    const after = { cursor: { done: next, newest }, more: next < newest };
    const request = { url: `${base}${digits(next)}.export.CSV.zip`, maxBytes: 64 * megabyte };
    try {
      return await withBody(request, context, async ({ path }) => {
        if (next === newest && (await md5Of(path)) !== hash)
          throw new FetchError(
            'GDELT’s newest file is not the one that lastupdate.txt describes; it is fetched again.',
          );
        return { ...after, rows: await context.load(path) };
      });
    } catch (error) {
      // Left out: that happens.
      if (error instanceof FetchError && error.status === 404) return { ...after, rows: emptyTally };
      throw error;
    }
  },
};
