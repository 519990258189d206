import type { Dialect, Matched } from './dialect.ts';
import { clause } from './sql-fragment.ts';

const pastWords = 'CREATE TEMP TABLE IF NOT EXISTS past_words (rid bigint PRIMARY KEY, vector tsvector NOT NULL);';
const both = (table: string) =>
  `${table} AS NOT MATERIALIZED (SELECT * FROM ${table} UNION ALL SELECT * FROM pg_temp.past_${table})`;

/** Every term quoted, because queries are a language of their own. */
const termsIn = ({ terms, joiner }: Matched) =>
  terms.map((t) => `'${plain(t)}'`).join(joiner === 'AND' ? ' & ' : ' | ');
const matchOf = (words: Matched) =>
  words.beside.length ? `(${termsIn(words)}) & (${words.beside.join(' | ')})` : termsIn(words);
const marks = /[\u0300-\u036f]/g;
/** Letters without their marks and digits alone, so that its parser sees words and no addresses or signed numbers. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');

// The words for where and when (C) do not count.
const weights = "ARRAY[0.25, 0, 0.25, 1]::real[], w.vector, to_tsquery('sitrep', ?)";
/** Divides by one and the logarithm of the length. */
const byLength = 1;

export const postgres: Dialect = {
  prepare: async () => undefined,
  past: 'pg_temp.past_',
  pastAlways: false,
  pastTables: pastWords,
  pastUnions: ['words', 'body'].map(both),
  pastEmptied: 'DELETE FROM pg_temp.past_words;',
  today: '',
  join: 'JOIN',
  by: () => '',
  weekOf: (day) => `to_char(${day}::date, 'IYYY-"W"IW')`,
  jsonOf: (rid) => `(SELECT json FROM body WHERE rid = ${rid})`,
  accountsOf: (json) => `json_array_elements(coalesce(${json}::json -> 'accounts', '[]')) a (value)`,
  endOf: (json, n) => `${json}::json #>> '{where,between,${n},name}'`,
  idOfAccount: "a.value ->> 'id'",
  matching: (rid, words) =>
    clause(`${rid} IN (SELECT rid FROM words WHERE vector @@ to_tsquery('sitrep', ?))`, matchOf(words)),
  ranked(words, inside) {
    return clause(
      `SELECT b.json FROM words w JOIN incident i ON i.rid = w.rid JOIN body b ON b.rid = i.rid WHERE w.vector @@ to_tsquery('sitrep', ?) AND ${inside.sql}
       ORDER BY ts_rank_cd(${weights}, ${byLength}) DESC, i.last DESC NULLS LAST, i.rid`,
      matchOf(words),
      ...inside.values,
      termsIn(words),
    );
  },
  words: (prefix) => ({
    table: `${prefix}words`,
    columns: ['rid', 'vector'],
    places:
      "?, setweight(to_tsvector('sitrep', ?), 'A') || to_tsvector('sitrep', ?) || setweight(to_tsvector('simple', ?), 'C')",
  }),
  searchable: plain,
  rowOfWords: 'rid',
};
