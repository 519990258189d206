import { z } from 'zod';
import { hour } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { emptyTally } from '../tally.ts';
import { type Connector, type ConnectorStep, megabyte } from './connector.ts';
import { nextPage } from './next-page.ts';

const mostPages = 1000;

/** `page`: the one to fetch next, after so many `pages`. Without it, the next run begins at the address. */
const cursor = z
  .object({
    etag: z.string().optional(),
    modified: z.string().optional(),
    hash: z.string().optional(),
    page: z.string().optional(),
    pages: z.int().optional(),
    /** What is new may be on any page: the first one does not tell. */
    paged: z.boolean().optional(),
  })
  .catch({});

/**
 * Any data file or feed, fetched when it has changed: by its validators, and by its hash where these change alone. Where a
 * response names a next page, that is fetched too; then every run fetches all pages.
 */
export const address: Connector = {
  name: 'address',
  every: hour,
  missing: ({ address: url }) => (url === undefined ? 'An address is missing.' : undefined),
  async step({ address: url = '' }, at, { get, load }): Promise<ConnectorStep> {
    const last = cursor.parse(at);
    const { etag, modified, page, pages = 0, paged } = last;
    const target = page ?? url;
    const cached = paged ? {} : { cached: { etag, modified } };
    const result = await get({ url: target, ...cached, maxBytes: 4096 * megabyte });
    if (result.kind === 'unchanged') return { cursor: last, more: false, rows: emptyTally };
    try {
      const next = await nextPage(target, result);
      if (next !== undefined && pages + 1 >= mostPages)
        throw new FetchError(`${new URL(url).host} names page after page: more than ${mostPages} are not fetched.`);
      const isSame = result.hash === last.hash;
      const rows = isSame ? emptyTally : await load(result.path);
      // A page that comes twice is the last.
      if (next !== undefined && !(page !== undefined && isSame))
        return { cursor: { hash: result.hash, page: next, pages: pages + 1, paged: true }, more: true, rows };
      if (page !== undefined) return { cursor: { paged: true }, more: false, rows };
      return { cursor: { etag: result.etag, modified: result.modified, hash: result.hash }, more: false, rows };
    } finally {
      await result.discard();
    }
  },
};
