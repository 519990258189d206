import type { Migration } from './migration.ts';

/** `met` no longer holds two who were allies; `across`: 1 if the two are known to be on different sides. Older records name no sides. */
export const sides: Migration = {
  number: 12,
  name: 'sides',
  sql: 'ALTER TABLE met ADD COLUMN across INTEGER NOT NULL DEFAULT 0;',
};
