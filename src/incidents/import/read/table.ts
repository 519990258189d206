import { Readable } from 'node:stream';
import { ImportError } from '../import-error.ts';
import { delimiterOf, readCsv, separatorOf } from './csv.ts';
import { readFeed } from './feed.ts';
import { listIn, readJson, tableOf } from './json.ts';
import { isJsonLines, readJsonLines } from './json-lines.ts';
import { type Encoding, encodingOf, lineEndOf } from './lines.ts';
import { headOf, isRecord, parsed } from './records-json.ts';
import { type SourceTable, untilDamaged } from './row.ts';
import type { SourceStream } from './source-stream.ts';
import { readXlsx } from './xlsx.ts';

const headLimit = 64 * 1024;

/**
 * Reads separated values, JSON, GeoJSON, RSS, Atom or XLSX, detected by content. Throws ImportError for anything else.
 */
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
  if (start.startsWith('{')) return readObjects(whole, name, start, encoding);
  if (/^\[\s*[{\]]/.test(start)) return readJson(whole, name);
  if (start.startsWith('<')) return readMarkup(whole, name, start);
  const [line = '', ...others] = start.split(/\r\n|\n|\r/, 30);
  if (line.includes('\0'))
    throw new ImportError(
      `${name} is not text. Known formats: CSV, JSON, GeoJSON, XLSX, RSS and Atom, also in .gz or .zip.`,
    );
  const delimiter = separatorOf(line) ?? delimiterOf([line, ...others]);
  return readCsv(whole, { delimiter, encoding, lineEnd: lineEndOf(start), headerless: headerlessColumns(line) });
}

async function* noItems(): AsyncGenerator<never> {}

/** An object with a list in it, one that is a record itself, or an object a line. */
async function readObjects(whole: Readable, name: string, start: string, encoding: Encoding): Promise<SourceTable> {
  const one = parsed(start);
  if (isRecord(one)) return tableOf({ key: 0, value: one }, noItems());
  if (isJsonLines(start)) return readJsonLines(whole, name, encoding);
  const head = headOf(start);
  return { ...(await readJson(whole, name, listIn(start))), ...head };
}

function readMarkup(stream: Readable, name: string, start: string): Promise<SourceTable> {
  if (/<(rss|feed|rdf:RDF)[\s>]/.test(start)) return readFeed(stream, name);
  throw new ImportError(
    `${name} is a web page or XML, not a data file or a feed. Give the address of the file or the feed itself.`,
  );
}

/** At least the first 64 KB, if there are as many, and a stream that still has them. */
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

// GDELT 2.0 event codebook. The daily files of GDELT 1.0 lack the ADM2 columns.
const gdelt2 =
  'GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL'.split(
    ' ',
  );
const gdelt1 = gdelt2.filter((c) => !c.endsWith('ADM2Code'));

/** The columns of a file without a header, by its first line: GDELT events begin with a number and a date. */
function headerlessColumns(line: string): readonly string[] | undefined {
  const cells = line.split('\t');
  if (!/^\d+$/.test(cells[0] ?? '') || !/^\d{8}$/.test(cells[1] ?? '')) return undefined;
  return [gdelt2, gdelt1].find((columns) => columns.length === cells.length);
}
