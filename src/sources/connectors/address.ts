import { z } from 'zod';
import { hour } from '../../kernel/duration.ts';
import { emptyTally } from '../tally.ts';
import { type Connector, megabyte } from './connector.ts';

const cursor = z
  .object({ etag: z.string().optional(), modified: z.string().optional(), hash: z.string().optional() })
  .catch({});

/** Any data file or feed, fetched when it has changed: by its validators, and by its hash where these change alone. */
export const address: Connector = {
  name: 'address',
  every: hour,
  missing: ({ address: url }) => (url === undefined ? 'An address is missing.' : undefined),
  async step({ address: url = '' }, at, { get, load }) {
    const last = cursor.parse(at);
    const { etag, modified } = last;
    const result = await get({ url, cached: { etag, modified }, maxBytes: 4096 * megabyte });
    if (result.kind === 'unchanged') return { cursor: last, more: false, rows: emptyTally };
    const next = { etag: result.etag, modified: result.modified, hash: result.hash };
    try {
      const rows = result.hash === last.hash ? emptyTally : await load(result.path);
      return { cursor: next, more: false, rows };
    } finally {
      await result.discard();
    }
  },
};
