import { Readable } from 'node:stream';
import { ImportError } from '../import-error.ts';
import { delimiterOf, readCsv } from './csv.ts';
import { readFeed } from './feed.ts';
import { headerlessColumns } from './headerless.ts';
import { readJson } from './json.ts';
import { encodingOf } from './lines.ts';
import { type SourceTable, untilDamaged } from './row.ts';
import type { SourceStream } from './source-stream.ts';
import { readXlsx } from './xlsx.ts';

const headLimit = 64 * 1024;

/** Reads separated values, JSON, GeoJSON, RSS, Atom or XLSX, told apart by content. */
export async function readTable(file: SourceStream): Promise<SourceTable> {
  const table =
    file.workbook === undefined ? await readText(file.stream, file.name) : await readXlsx(file.workbook, file.name);
  return { ...table, rows: untilDamaged(table.rows) };
}

async function readText(stream: Readable, name: string): Promise<SourceTable> {
  const { head, whole } = await peek(stream);
  const encoding = encodingOf(head);
  const start = new TextDecoder(encoding).decode(head).trimStart();
  if (start === '') throw new ImportError(`${name} is empty.`);
  if (start.startsWith('{')) return readJson(whole, name, false);
  if (/^\[\s*[{\]]/.test(start)) return readJson(whole, name, true);
  if (start.startsWith('<')) return readMarkup(whole, name, start);
  const line = start.split(/\r?\n/, 1)[0] as string;
  if (line.includes('\0'))
    throw new ImportError(
      `${name} is not text. Known formats: CSV, JSON, GeoJSON, XLSX, RSS and Atom, also in .gz or .zip.`,
    );
  return readCsv(whole, { delimiter: delimiterOf(line), encoding, headerless: headerlessColumns(line) });
}

function readMarkup(stream: Readable, name: string, start: string): Promise<SourceTable> {
  if (/<(rss|feed|rdf:RDF)[\s>]/.test(start)) return readFeed(stream, name);
  throw new ImportError(
    `${name} is a web page or XML, not a data file or a feed. Give the address of the file or the feed itself.`,
  );
}

/** The first bytes, and a stream that still has them. */
async function peek(stream: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const left = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < headLimit) {
    const next = await left.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  async function* whole() {
    yield* chunks;
    yield* { [Symbol.asyncIterator]: () => left };
  }
  return { head: Buffer.concat(chunks), whole: Readable.from(whole(), { objectMode: false }) };
}
