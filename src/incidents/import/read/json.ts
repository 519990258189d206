import { type Readable, Transform } from 'node:stream';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { createJsonMeter } from '../../../kernel/json-bounds.ts';
import { ImportError } from '../import-error.ts';
import { columnKey, columnsOf } from './columns.ts';
import { isRecord, recordColumns, recordRow } from './records-json.ts';
import type { SourceRow, SourceTable } from './row.ts';

// Members that hold rows in GeoJSON, pages of APIs (ACLED, ReliefWeb, UCDP) and JSON feeds.
const lists = /^(features|data|items|results?|records|rows|events|incidents|reports)$/i;

/** The member of the outermost object that holds the rows: one of the names above, else the first list of objects. */
export function listIn(start: string): RegExp {
  const found: string[] = [];
  let depth = 0;
  for (const [token, key] of start.matchAll(/"((?:[^"\\]|\\.)*)"|[[\]{}]/gs)) {
    if (key === undefined) depth += token === '{' || token === '[' ? 1 : -1;
    else if (depth === 1) found.push(key);
  }
  const begins = (key: string) => new RegExp(`"${escaped(key)}"\\s*:\\s*\\[\\s*\\{`).test(start);
  const candidates = found.filter(begins);
  const list = candidates.find((key) => lists.test(key)) ?? candidates[0];
  return list === undefined ? lists : new RegExp(`^${escaped(list)}$`);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An object of a list, and its place in it from 0. */
export type Item = { key: number; value: unknown };

/**
 * Reads a list of objects: the JSON itself, or its member `list`. Nested members are columns
 * with their path, "fields.title". Throws ImportError if there is no such list.
 */
export async function readJson(stream: Readable, name: string, list?: RegExp): Promise<SourceTable> {
  const items = itemsOf(stream, name, list);
  const first = await items.next();
  if (first.done)
    throw new ImportError(
      `${name} is JSON without rows. Sitrep reads a list of objects, GeoJSON, and objects with one such list.`,
    );
  return tableOf(first.value, items);
}

/** The table of a list of objects, whose columns are those of the first; records of Sitrep are kept whole. */
export function tableOf(first: Item, items: AsyncIterable<Item | SourceRow>): SourceTable {
  const whole = isRecord(first.value);
  const read = ({ key, value }: Item) => (whole ? recordRow(value, key + 1) : rowOf({ key, value }));
  async function* rows() {
    yield read(first);
    for await (const item of items) yield 'cells' in item ? item : read(item);
  }
  return { columns: whole ? recordColumns : columnsOf(namesOf(first)), rows: rows() };
}

async function* itemsOf(stream: Readable, name: string, list: RegExp | undefined): AsyncGenerator<Item> {
  const objects = list ? streamArray.asStream() : streamArray.withParserAsStream();
  const parser = list ? pick.withParserAsStream({ filter: list, once: true }) : objects;
  const bounded = stream.on('error', (error) => bounded.destroy(error)).pipe(withinBounds(name));
  bounded.on('error', (error) => parser.destroy(error));
  if (list) parser.on('error', (error: Error) => objects.destroy(error)).pipe(objects);
  bounded.pipe(parser);
  try {
    yield* objects as AsyncIterable<Item>;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${name}: the JSON is broken (${(error as Error).message}).`);
  }
}

const longestRow = 4 * 1024 ** 2;
export const deepestJson = 100;

const whyNot = {
  deepest: `is nested more than ${deepestJson} levels deep. Send rows as flat objects.`,
  longest: 'has a row of more than 4 MB. Split it.',
};

/** The same bytes, as long as no row grows without end: 50 KB of gzip can hold one of many gigabytes. */
const withinBounds = (name: string): Transform => {
  const overstepped = createJsonMeter({ deepest: deepestJson, longest: longestRow });
  return new Transform({
    transform(chunk: Buffer, _, next) {
      const bound = overstepped(chunk);
      next(bound ? new ImportError(`${name} ${whyNot[bound]}`) : null, chunk);
    },
  });
};

interface Feature {
  type?: unknown;
  record?: unknown;
  properties?: unknown;
  geometry?: { type?: string; coordinates?: unknown };
}

/** What an item says, by path; a point is its latitude and longitude. */
function pairsOf(value: unknown): [string, string][] {
  const { type, record, properties, geometry } = (value ?? {}) as Feature;
  if (type !== 'Feature' && !(properties !== undefined && geometry !== undefined)) return flat(value, '', 0);
  const whole: [string, string][] = isRecord(record) ? [['record', JSON.stringify(record)]] : [];
  const pairs = [...flat(properties ?? {}, '', 0), ...whole];
  if (geometry?.type !== 'Point' || !Array.isArray(geometry.coordinates)) return pairs;
  const [lon, lat] = geometry.coordinates;
  const point: [string, string][] = [
    ['latitude', String(lat ?? '')],
    ['longitude', String(lon ?? '')],
  ];
  return [...point, ...pairs];
}

const namesOf = ({ value }: Item): string[] => [...new Map(pairsOf(value).map(([k]) => [columnKey(k), k])).values()];

const rowOf = ({ key, value }: Item): SourceRow => ({
  line: key + 1,
  cells: Object.fromEntries(pairsOf(value).map(([k, v]) => [columnKey(k), v])),
});

const deepest = 4;

/** Members by their path; the values of a list are joined by semicolons. */
function flat(value: unknown, path: string, depth: number): [string, string][] {
  if (value === null || value === undefined) return path ? [[path, '']] : [];
  if (typeof value !== 'object') return [[path || 'value', String(value)]];
  if (depth > deepest) return [[path, JSON.stringify(value)]];
  const under = (key: string) => (path ? `${path}.${key}` : key);
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([k, v]) => flat(v, under(k), depth + 1));
  const joined = Map.groupBy(
    value.flatMap((v) => flat(v, path, depth + 1)),
    ([key]) => key,
  );
  return [...joined].map(([key, pairs]) => [key, pairs.map(([, v]) => v).join('; ')]);
}
