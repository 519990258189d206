import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { type Column, columnsOf } from './columns.ts';
import { columnsUnder, headerAt } from './header.ts';
import { type Encoding, type Line, type LineEnd, linesOf } from './lines.ts';
import { type RawRecord, recordJoiner } from './records.ts';
import { brokenRow, type SourceRow, type SourceTable } from './row.ts';

interface Layout {
  delimiter: string;
  encoding: Encoding;
  lineEnd: LineEnd;
  /** Columns of a file that has no header; its quotes are plain characters. */
  headerless?: readonly string[];
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

const delimiters = [',', ';', '\t', '|'];

/**
 * The delimiter that the header has most of: comma, semicolon, tab or vertical bar. The header is the first line, or,
 * after titles, the first one of several cells.
 */
export function delimiterOf(lines: readonly string[]): string {
  const counts = (line: string) =>
    delimiters.map((d) => [line.split(d).filter((c) => c.trim() !== '').length, d] as const);
  const best = (line: string) => counts(line).sort((a, b) => b[0] - a[0])[0];
  const header = lines.find((line) => (best(line)?.[0] ?? 0) > 2) ?? lines[0] ?? '';
  return best(header)?.[1] ?? ',';
}

const blockSize = 256 * 1024;

/**
 * Reads separated values (RFC 4180, leniently). Rows are numbered by the line they start on; broken ones are marked.
 */
export async function readCsv(stream: Readable, layout: Layout): Promise<SourceTable> {
  const blocks = blocksOf(stream, layout);
  const first: RawRecord[] = layout.headerless ? [] : ((await blocks.next()).value ?? []);
  if (layout.headerless)
    return { columns: columnsOf(layout.headerless), rows: rowsOf([], blocks, columnsOf(layout.headerless), layout) };
  if (separatorOf(first[0]?.text)) first.shift();
  const head = first.slice(0, 30).map(({ text }) => cellsOf(text, layout) ?? [text]);
  const at = headerAt(head);
  const { columns, tagged } = columnsUnder(head[at] ?? [], head[at + 1]);
  const rest = first.slice(tagged ? at + 2 : at + 1);
  return { columns, separated: true, decimals: layout.delimiter === ';', rows: rowsOf(rest, blocks, columns, layout) };
}

/** The separator that a first line names for Excel: "sep=;". */
export const separatorOf = (line: string | undefined): string | undefined => line?.match(/^"?sep=(.)"?\s*$/i)?.[1];

async function* blocksOf(stream: Readable, { encoding, lineEnd, headerless }: Layout): AsyncGenerator<RawRecord[]> {
  const joiner = recordJoiner(headerless === undefined);
  let block: RawRecord[] = [];
  let size = 0;
  for await (const lines of linesOf(stream, encoding, lineEnd)) {
    for (const record of joiner.push(lines)) {
      block.push(record);
      size += record.text.length;
    }
    if (size < blockSize && block.length < 1000) continue;
    yield block;
    block = [];
    size = 0;
  }
  block.push(...joiner.end());
  yield block;
}

async function* rowsOf(
  rest: RawRecord[],
  blocks: AsyncGenerator<RawRecord[]>,
  columns: Column[],
  layout: Layout,
): AsyncGenerator<SourceRow> {
  yield* parsed(rest, columns, layout);
  for await (const block of blocks) yield* parsed(block, columns, layout);
}

const options = ({ delimiter, headerless }: Layout) => ({
  delimiter,
  quote: headerless ? null : '"',
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: '\n',
});

const fits = (cells: string[], columns: Column[]): boolean =>
  cells.length >= columns.length
    ? cells.slice(columns.length).every((c) => c.trim() === '')
    : columns.slice(cells.length).every((c) => c.key === '');

const rowOf = (line: number, cells: string[], columns: Column[]): SourceRow => ({
  line,
  cells: Object.fromEntries(columns.map(({ key }, i) => [key, cells[i] ?? ''])),
});

/** Parses a block at once; if that gives other rows than counting quotes did, record by record. */
function* parsed(block: RawRecord[], columns: Column[], layout: Layout): Generator<SourceRow> {
  const rows = block.some((r) => r.open) ? undefined : parseTogether(block, layout);
  for (const [i, record] of block.entries()) {
    const cells = rows?.[i]?.record;
    if (cells && fits(cells, columns)) yield rowOf(record.line, cells, columns);
    else yield* parseAlone(record, columns, layout);
  }
}

function parseTogether(block: RawRecord[], layout: Layout): Parsed[] | undefined {
  const text = block.map((r) => `${r.text}\n`).join('');
  try {
    const rows = parse(text, { ...options(layout), info: true }) as unknown as Parsed[];
    let lines = 0;
    const ends = block.map((r) => {
      lines += r.lines.length;
      return lines;
    });
    const same = rows.length === block.length && ends.every((end, i) => end === rows[i]?.info.lines);
    return same ? rows : undefined;
  } catch {
    return undefined;
  }
}

/** The cells of one record; undefined if the text is not exactly one. */
function cellsOf(text: string, layout: Layout): string[] | undefined {
  try {
    const rows = parse(text, options(layout)) as string[][];
    return rows.length === 1 ? rows[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Parses one record. If it is not a row but some of its lines are, only the others are lost. */
function* parseAlone(record: RawRecord, columns: Column[], layout: Layout): Generator<SourceRow> {
  const rowFrom = ({ text, number, cut }: Line) => {
    const cells = cut ? undefined : cellsOf(text, layout);
    return cells && fits(cells, columns) ? rowOf(number, cells, columns) : undefined;
  };
  const whole = cellsOf(record.text, layout);
  if (whole && fits(whole, columns)) yield rowOf(record.line, whole, columns);
  else if (record.lines.length > 1 && record.lines.some(rowFrom))
    for (const line of record.lines)
      yield rowFrom(line) ?? brokenRow(line.number, line.text, reasonOf(line, columns, layout));
  else yield brokenRow(record.line, record.text, reasonOf(record.lines[0] as Line, columns, layout, whole));
}

function reasonOf({ text, cut }: Line, columns: Column[], layout: Layout, whole = cellsOf(text, layout)): string {
  if (cut) return 'is longer than 4 MB';
  if (!whole) return 'opens a quote that is not closed';
  return `has ${whole.length} cells where the header has ${columns.length}`;
}
