import type { Migration } from './migration.ts';

/** Which run holds the lease of a source: without it, a run whose lease had ended could renew or release another's. */
export const sourceLeaseHolder: Migration = {
  number: 11,
  name: 'the holder of a source’s lease',
  sql: 'ALTER TABLE source ADD COLUMN holder TEXT;',
};
