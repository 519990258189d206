import { kmBetweenLines } from '../../geo/distance.ts';
import type { Dialect, Matched } from './dialect.ts';
import { clause } from './sql-fragment.ts';

const columns = ['title', 'body', 'beside'];

/** Every term quoted, because MATCH is a language of its own. */
const oneOf = (terms: readonly string[], joiner: string) => `(${terms.map((t) => `"${t}"`).join(` ${joiner} `)})`;
const matchOf = ({ terms, joiner, beside }: Matched) =>
  `{title body} : ${oneOf(terms, joiner)}${beside.length ? ` AND beside : ${oneOf(beside, 'OR')}` : ''}`;

const point = (lat: number | undefined, lon: number | undefined) => ({ lat: lat as number, lon: lon as number });
const lineKm = (...n: (number | null)[]): number | null => {
  const [a, b, c, d, e, f, g, h] = n as number[];
  if (n.some((value) => value === null)) return null;
  return kmBetweenLines(point(a, b), point(c, d), point(e, f), point(g, h));
};

// As the full text of today.
const pastWords = `CREATE VIRTUAL TABLE IF NOT EXISTS temp.past_words USING fts5 (${columns.join(', ')}, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');`;

export const sqlite: Dialect = {
  prepare: async (db) => db.define?.('line_km', lineKm),
  past: 'temp.past_',
  pastAlways: true,
  pastTables: pastWords,
  pastUnions: [],
  pastEmptied: `DROP TABLE temp.past_words; ${pastWords}`,
  today: 'main.',
  join: 'CROSS JOIN',
  by: (index) => `INDEXED BY ${index}`,
  weekOf: (day) => `strftime('%G-W%V', ${day})`,
  jsonOf: (rid) =>
    `coalesce((SELECT json FROM main.body WHERE rid = ${rid}), (SELECT json FROM temp.past_body WHERE rid = ${rid}))`,
  accountsOf: (json) => `json_each(${json}, '$.accounts') a`,
  endOf: (json, n) => `json_extract(${json}, '$.where.between[${n}].name')`,
  idOfAccount: "a.value ->> 'id'",
  matching(rid, words) {
    const match = matchOf(words);
    // Of today, and of the earlier state that is being asked about.
    return clause(
      `${rid} IN (SELECT rowid FROM main.words WHERE words MATCH ? UNION ALL SELECT rowid FROM temp.past_words WHERE past_words MATCH ?)`,
      match,
      match,
    );
  },
  ranked: (words, inside) =>
    clause(
      `SELECT b.json FROM words JOIN incident i ON i.rid = words.rowid JOIN body b ON b.rid = i.rid WHERE words MATCH ? AND ${inside.sql} ORDER BY bm25(words, 4.0, 1.0, 0.0), i.last DESC`,
      matchOf(words),
      ...inside.values,
    ),
  words: (prefix) => ({ table: `${prefix}words`, columns: ['rowid', ...columns] }),
  searchable: (text) => text,
  rowOfWords: 'rowid',
};
