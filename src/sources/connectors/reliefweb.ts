import { z } from 'zod';
import { day, hour } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { type Connector, megabyte } from './connector.ts';
import { fetchPage } from './fetch-page.ts';

// As ReliefWeb documents its API: https://apidoc.reliefweb.int
const api = 'https://api.reliefweb.int/v2/';
const pageSize = 200;
const week = 7 * day;

const cursor = z.object({ since: z.string(), offset: z.int() });
const answer = z.object({
  data: z.array(z.looseObject({ fields: z.looseObject({ date: z.looseObject({ created: z.string() }) }) })),
});

const fields = ['title', 'date', 'source.name', 'country.name', 'body', 'url', 'url_alias'];

const meanings: Record<number, string> = {
  403: 'ReliefWeb refuses RELIEFWEB_APPNAME: since November 2025 it takes only names that it has approved. Ask for one at apidoc.reliefweb.int.',
  410: 'ReliefWeb has shut down this version of its API. Remove RELIEFWEB_API_URL, or set it to version 2.',
};
function explain(error: unknown): never {
  const meaning = error instanceof FetchError ? meanings[error.status ?? 0] : undefined;
  if (!(error instanceof FetchError) || meaning === undefined) throw error;
  throw new FetchError(meaning, { status: error.status ?? 0 });
}

/** ReliefWeb's reports in the order they were published there; a page begins at the moment where the last one ended. */
export const reliefweb: Connector = {
  name: 'reliefweb',
  every: hour,
  missing: (_, services) =>
    services.reliefwebApp === undefined
      ? 'ReliefWeb needs RELIEFWEB_APPNAME in .env: a name that it has approved for you, see apidoc.reliefweb.int.'
      : undefined,
  async step({ query, since }, at, context) {
    const first = since === undefined ? context.now - week : Date.parse(since);
    const from = cursor.safeParse(at).data ?? { since: new Date(first).toISOString(), offset: 0 };
    const search = new URLSearchParams([
      ['appname', context.services.reliefwebApp ?? ''],
      ['limit', String(pageSize)],
      ['offset', String(from.offset)],
      ['sort[]', 'date.created:asc'],
      ['filter[field]', 'date.created'],
      ['filter[value][from]', from.since],
      ...(query === undefined ? [] : [['query[value]', query]]),
      ...fields.map((name) => ['fields[include][]', name]),
    ]);
    const request = { url: `${context.services.reliefwebUrl ?? api}reports?${search}`, maxBytes: 64 * megabyte };
    const { page, rows } = await fetchPage(request, context, answer, 'ReliefWeb', ({ data }) => data.length).catch(
      explain,
    );
    const newest = page.data.at(-1)?.fields.date.created ?? from.since;
    const moved = Date.parse(newest) > Date.parse(from.since);
    const more = page.data.length >= pageSize;
    // Reports of the same moment are paged by offset.
    const next = moved ? { since: newest, offset: 0 } : { ...from, offset: more ? from.offset + page.data.length : 0 };
    return { cursor: next, more, rows };
  },
};
