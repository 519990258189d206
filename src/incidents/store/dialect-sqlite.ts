import { kmBetweenLines } from '../../geo/distance.ts';
import type { Dialect, TextMatch } from './dialect.ts';
import { clause } from './sql-fragment.ts';

const columns = ['title', 'body', 'beside'];

/** Terms are quoted because MATCH has operators of its own. */
const termsQuery = (terms: readonly string[], joiner: string) => `(${terms.map((t) => `"${t}"`).join(` ${joiner} `)})`;
const matchQuery = ({ terms, joiner, whereWords }: TextMatch) =>
  `{title body} : ${termsQuery(terms, joiner)}${whereWords.length ? ` AND beside : ${termsQuery(whereWords, 'OR')}` : ''}`;

const point = (lat: number | undefined, lon: number | undefined) => ({ lat: lat as number, lon: lon as number });
const lineKm = (...n: (number | null)[]): number | null => {
  const [a, b, c, d, e, f, g, h] = n as number[];
  if (n.some((value) => value === null)) return null;
  return kmBetweenLines(point(a, b), point(c, d), point(e, f), point(g, h));
};

// The same options as the table `words`.
const snapshotWords = `CREATE VIRTUAL TABLE IF NOT EXISTS temp.past_words USING fts5 (${columns.join(', ')}, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');`;

/** SQLite. */
export const sqlite: Dialect = {
  prepare: async (db) => db.define?.('line_km', lineKm),
  snapshotPrefix: 'temp.past_',
  snapshotAlways: true,
  snapshotTables: snapshotWords,
  snapshotUnions: [],
  emptySnapshot: `DROP TABLE temp.past_words; ${snapshotWords}`,
  currentPrefix: 'main.',
  orderedJoin: 'CROSS JOIN',
  indexHint: (index) => `INDEXED BY ${index}`,
  weekOf: (day) => `strftime('%G-W%V', ${day})`,
  weekdayOf: (day) => `strftime('%u', ${day})`,
  timeOf: (json) => `json_extract(${json}, '$.when.time')`,
  conflictOf: (json) => `json_extract(${json}, '$.conflict')`,
  daysBetween: (first, last) => `(julianday(${last}) - julianday(${first}))`,
  jsonOf: (rid) =>
    `coalesce((SELECT json FROM main.body WHERE rid = ${rid}), (SELECT json FROM temp.past_body WHERE rid = ${rid}))`,
  accountsOf: (json) => `json_each(${json}, '$.accounts') a`,
  lineEndName: (json, n) => `json_extract(${json}, '$.where.between[${n}].name')`,
  accountId: "a.value ->> 'id'",
  matchClause(rid, words) {
    const match = matchQuery(words);
    // Current records, and those of the earlier state that is loaded.
    return clause(
      `${rid} IN (SELECT rowid FROM main.words WHERE words MATCH ? UNION ALL SELECT rowid FROM temp.past_words WHERE past_words MATCH ?)`,
      match,
      match,
    );
  },
  rankedQuery: (words, inside) =>
    clause(
      `SELECT b.json FROM words JOIN incident i ON i.rid = words.rowid JOIN body b ON b.rid = i.rid WHERE words MATCH ? AND ${inside.sql} ORDER BY bm25(words, 4.0, 1.0, 0.0), i.last DESC`,
      matchQuery(words),
      ...inside.values,
    ),
  words: (prefix) => ({ table: `${prefix}words`, columns: ['rowid', ...columns] }),
  toSearchable: (text) => text,
  fullTextRowId: 'rowid',
};
