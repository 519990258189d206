import type { Migration } from './migration.ts';

/** With room for the words for where and when (`beside`), which PostgreSQL's vector has already. */
const sqlite = `
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (
  title, body, beside, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
);
`;

export const fullText: Migration = {
  number: 6,
  name: 'full text with where and when',
  sqlite,
  postgres: 'DELETE FROM words',
  derived: ['full-text'],
};
