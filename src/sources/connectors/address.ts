import { z } from 'zod';
import { hour } from '../../kernel/duration.ts';
import { emptyTally } from '../tally.ts';
import { type Connector, megabyte } from './connector.ts';

const cursor = z
  .object({ etag: z.string().optional(), modified: z.string().optional(), hash: z.string().optional() })
  .catch({});

/** Any data file or feed: fetched when it has changed. A server that marks the same content anew changes nothing. */
export const address: Connector = {
  name: 'address',
  every: hour,
  missing: ({ address: url }) => (url === undefined ? 'Say which address.' : undefined),
  async step({ address: url = '' }, at, { get, load }) {
    const last = cursor.parse(at);
    const { etag, modified } = last;
    const got = await get({ url, cached: { etag, modified }, maxBytes: 4096 * megabyte });
    if (got.kind === 'unchanged') return { cursor: last, more: false, rows: emptyTally };
    const next = { etag: got.etag, modified: got.modified, hash: got.hash };
    try {
      const rows = got.hash === last.hash ? emptyTally : await load(got.path);
      return { cursor: next, more: false, rows };
    } finally {
      await got.discard();
    }
  },
};
