import type { Dialect, TextMatch } from './dialect.ts';
import { clause } from './sql-fragment.ts';

const snapshotWords = 'CREATE TEMP TABLE IF NOT EXISTS past_words (rid bigint PRIMARY KEY, vector tsvector NOT NULL);';
const unionWithSnapshot = (table: string) =>
  `${table} AS NOT MATERIALIZED (SELECT * FROM ${table} UNION ALL SELECT * FROM pg_temp.past_${table})`;

/** Terms are quoted because tsquery has operators of its own. */
const termsQuery = ({ terms, joiner }: TextMatch) =>
  terms.map((t) => `'${plain(t)}'`).join(joiner === 'AND' ? ' & ' : ' | ');
const matchQuery = (words: TextMatch) =>
  words.whereWords.length ? `(${termsQuery(words)}) & (${words.whereWords.join(' | ')})` : termsQuery(words);
const marks = /[\u0300-\u036f]/g;
/**
 * Letters without marks, and digits; all else is a space, so that the parser finds words and no URLs or signed numbers.
 */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');

// Weights of D, C, B and A: the year and country words (C) do not count.
const weights = "ARRAY[0.25, 0, 0.25, 1]::real[], w.vector, to_tsquery('sitrep', ?)";
/** ts_rank_cd: divide by 1 + the logarithm of the length. */
const normalisation = 1;

/** PostgreSQL. */
export const postgres: Dialect = {
  prepare: async () => undefined,
  snapshotPrefix: 'pg_temp.past_',
  snapshotAlways: false,
  snapshotTables: snapshotWords,
  snapshotUnions: ['words', 'body'].map(unionWithSnapshot),
  emptySnapshot: 'DELETE FROM pg_temp.past_words;',
  currentPrefix: '',
  orderedJoin: 'JOIN',
  indexHint: () => '',
  weekOf: (day) => `to_char(${day}::date, 'IYYY-"W"IW')`,
  weekdayOf: (day) => `to_char(${day}::date, 'ID')`,
  timeOf: (json) => `${json}::json #>> '{when,time}'`,
  conflictOf: (json) => `${json}::json ->> 'conflict'`,
  daysBetween: (first, last) => `(${last}::date - ${first}::date)`,
  jsonOf: (rid) => `(SELECT json FROM body WHERE rid = ${rid})`,
  accountsOf: (json) => `json_array_elements(coalesce(${json}::json -> 'accounts', '[]')) a (value)`,
  lineEndName: (json, n) => `${json}::json #>> '{where,between,${n},name}'`,
  accountId: "a.value ->> 'id'",
  matchClause: (rid, words) =>
    clause(`${rid} IN (SELECT rid FROM words WHERE vector @@ to_tsquery('sitrep', ?))`, matchQuery(words)),
  rankedQuery(words, inside) {
    return clause(
      `SELECT b.json FROM words w JOIN incident i ON i.rid = w.rid JOIN body b ON b.rid = i.rid WHERE w.vector @@ to_tsquery('sitrep', ?) AND ${inside.sql}
       ORDER BY ts_rank_cd(${weights}, ${normalisation}) DESC, i.last DESC NULLS LAST, i.rid`,
      matchQuery(words),
      ...inside.values,
      termsQuery(words),
    );
  },
  words: (prefix) => ({
    table: `${prefix}words`,
    columns: ['rid', 'vector'],
    places:
      "?, setweight(to_tsvector('sitrep', ?), 'A') || to_tsvector('sitrep', ?) || setweight(to_tsvector('simple', ?), 'C')",
  }),
  toSearchable: plain,
  fullTextRowId: 'rid',
};
