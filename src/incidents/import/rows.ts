import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { ImportError } from './import-error.ts';

/** One row by column name, with where it stands: the line in the file, or the number of the feature. */
export interface SourceRow {
  line: number;
  cells: Record<string, string>;
}

export interface Table {
  columns: string[];
  rows: AsyncIterable<SourceRow>;
}

const headLimit = 64 * 1024;

/** Reads CSV (comma, semicolon or tab) or GeoJSON, told apart by content. */
export async function readTable(stream: Readable, name: string): Promise<Table> {
  const head = await peek(stream);
  const start = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '') throw new ImportError(`${name} is empty.`);
  if (start.startsWith('{')) return geojson(stream, name);
  if (start.startsWith('<')) throw new ImportError(`${name} is a web page or XML, not a data file.`);
  const line = start.split(/\r?\n/, 1)[0] as string;
  if (line.includes('\0'))
    throw new ImportError(`${name} is not text. Known formats: CSV and GeoJSON, also in .gz or .zip.`);
  return csv(stream, delimiterOf(line));
}

async function peek(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < headLimit) {
    const chunk = (stream.read() as Buffer | null) ?? (await nextChunk(stream));
    if (chunk === null) break;
    chunks.push(chunk);
    length += chunk.length;
    if (chunk.includes(0x0a)) break;
  }
  const head = Buffer.concat(chunks);
  if (head.length) stream.unshift(head);
  return head;
}

const nextChunk = (stream: Readable): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const settle = () => {
      stream.off('readable', ready).off('end', ended).off('error', failed);
    };
    const ready = () => {
      settle();
      resolve(stream.read() as Buffer | null);
    };
    const ended = () => {
      settle();
      resolve(null);
    };
    const failed = (error: Error) => {
      settle();
      reject(error);
    };
    stream.once('readable', ready).once('end', ended).once('error', failed);
  });

const delimiterOf = (header: string): string =>
  [',', ';', '\t'].map((d) => [header.split(d).length, d] as const).sort((a, b) => b[0] - a[0])[0]?.[1] ?? ',';

async function csv(stream: Readable, delimiter: string): Promise<Table> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 4 * 1024 ** 2,
  });
  stream.on('error', (error) => parser.destroy(error));
  const records = stream.pipe(parser)[Symbol.asyncIterator]() as AsyncIterator<{
    record: string[];
    info: { lines: number };
  }>;
  const first = await records.next();
  const columns = first.done ? [] : first.value.record.map((c) => c.trim());
  return { columns, rows: csvRows(records, columns, first.done ? 1 : first.value.info.lines) };
}

/** A row is counted by the line it starts on; the row of HXL tags, if any, stands right under the header. */
async function* csvRows(
  records: AsyncIterator<{ record: string[]; info: { lines: number } }>,
  columns: string[],
  headerEnds: number,
): AsyncGenerator<SourceRow> {
  let before = headerEnds;
  for (let n = 0; ; n++) {
    const next = await records.next();
    if (next.done) return;
    const { record, info } = next.value;
    const line = before + 1;
    before = info.lines;
    if (n === 0 && isTagRow(record)) continue;
    yield { line, cells: Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ''])) };
  }
}

const isTagRow = (cells: string[]) =>
  cells.some((c) => /^#[a-z]+(\s*\+\w+)*/i.test(c.trim())) &&
  cells.every((c) => c.trim() === '' || c.startsWith('#') || /^\d+$/.test(c));

async function geojson(stream: Readable, name: string): Promise<Table> {
  const picker = pick.withParserAsStream({ filter: 'features' });
  const features = streamArray.asStream();
  stream.on('error', (error) => picker.destroy(error));
  picker.on('error', (error: Error) =>
    features.destroy(new ImportError(`${name}: the JSON is broken (${error.message}).`)),
  );
  const items = stream.pipe(picker).pipe(features)[Symbol.asyncIterator]() as AsyncIterator<{
    key: number;
    value: unknown;
  }>;
  const first = await items.next();
  if (first.done)
    throw new ImportError(
      `${name} is JSON without features. Known formats: CSV and GeoJSON FeatureCollections, also in .gz or .zip.`,
    );
  const row = featureRow(first.value);
  return { columns: Object.keys(row.cells), rows: featureRows(row, items) };
}

async function* featureRows(
  first: SourceRow,
  items: AsyncIterator<{ key: number; value: unknown }>,
): AsyncGenerator<SourceRow> {
  yield first;
  for (let next = await items.next(); !next.done; next = await items.next()) yield featureRow(next.value);
}

interface Feature {
  properties?: Record<string, unknown>;
  geometry?: { type?: string; coordinates?: unknown };
}

function featureRow({ key, value }: { key: number; value: unknown }): SourceRow {
  const { properties = {}, geometry } = (value ?? {}) as Feature;
  const cells = Object.fromEntries(
    Object.entries(properties ?? {}).map(([k, v]) => [k, v === null || v === undefined ? '' : String(v)]),
  );
  const [lon, lat] = geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  return {
    line: key + 1,
    cells: { ...cells, latitude: cells.latitude ?? String(lat ?? ''), longitude: cells.longitude ?? String(lon ?? '') },
  };
}
