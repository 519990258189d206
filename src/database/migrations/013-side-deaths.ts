import type { Migration } from './migration.ts';

/** `side`: 1 or 2. `lost`: the dead of that side, where the record tells them apart. Older records tell neither until they are imported again. */
export const sideDeaths: Migration = {
  number: 13,
  name: 'deaths by side',
  sql: 'ALTER TABLE part ADD COLUMN side INTEGER; ALTER TABLE part ADD COLUMN lost INTEGER;',
};
