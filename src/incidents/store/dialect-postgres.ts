import type { Dialect, Matched } from './dialect.ts';
import { migrationsWith } from './schema.ts';
import { clause } from './sql-fragment.ts';

// English stems without stop words, which the embedded engine knows none of either.
// In small letters: TEXT alone is the type of a column.
const words = `
CREATE TABLE words (rid bigint PRIMARY KEY, vector tsvector NOT NULL);
CREATE INDEX words_by_vector ON words USING gin (vector);
CREATE text search DICTIONARY sitrep_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE text search CONFIGURATION sitrep (COPY = simple);
ALTER text search CONFIGURATION sitrep ALTER MAPPING FOR asciiword, word, numword WITH sitrep_stem;
`;

// Kilometres to a line on a plane fitted to its middle, and between two lines: as geometry.ts has them.
const distances = `
CREATE FUNCTION point_line_km(plat float8, plon float8, alat float8, alon float8, blat float8, blon float8)
RETURNS float8 LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  scale float8 := cos(radians((alat + blat) / 2)) * 111.195;
  ex float8 := (blon - alon) * scale; ey float8 := (blat - alat) * 111.195;
  px float8 := (plon - alon) * scale; py float8 := (plat - alat) * 111.195;
  length float8 := ex * ex + ey * ey;
  t float8 := CASE WHEN length = 0 THEN 0 ELSE greatest(0, least(1, (px * ex + py * ey) / length)) END;
BEGIN
  RETURN sqrt((px - t * ex) * (px - t * ex) + (py - t * ey) * (py - t * ey));
END $$;
CREATE FUNCTION line_side(alat float8, alon float8, blat float8, blon float8, plat float8, plon float8)
RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT sign((blon - alon) * (plat - alat) - (blat - alat) * (plon - alon)) $$;
CREATE FUNCTION line_km(a float8, b float8, c float8, d float8, e float8, f float8, g float8, h float8)
RETURNS float8 LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF line_side(a, b, c, d, e, f) * line_side(a, b, c, d, g, h) < 0
    AND line_side(e, f, g, h, a, b) * line_side(e, f, g, h, c, d) < 0 THEN RETURN 0; END IF;
  RETURN least(point_line_km(a, b, e, f, g, h), point_line_km(c, d, e, f, g, h),
    point_line_km(e, f, a, b, c, d), point_line_km(g, h, a, b, c, d));
END $$;
`;

// An order is walked along an index only where it has the same nulls first.
const newest = `
CREATE INDEX incident_newest ON incident (counted, last DESC NULLS LAST, first DESC NULLS LAST, seq DESC, id DESC);
`;

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
  migrations: migrationsWith({
    words,
    wordsAgain: 'DELETE FROM words;',
    more: distances + newest,
    days: 'last::date - first::date',
    analyze: 'ANALYZE incident;',
  }),
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
