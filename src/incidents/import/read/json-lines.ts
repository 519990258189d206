import type { Readable } from 'node:stream';
import { createJsonMeter } from '../../../kernel/json-bounds.ts';
import { ImportError } from '../import-error.ts';
import { deepestJson, type Item, tableOf } from './json.ts';
import { type Encoding, linesOf } from './lines.ts';
import { parsed } from './records-json.ts';
import { brokenRow, type SourceRow, type SourceTable } from './row.ts';

/** Members that hold rows; not "reports", which every record of Sitrep has. */
const lists = ['features', 'data', 'items', 'results', 'records', 'rows', 'events', 'incidents'];

const hasList = (value: object): boolean =>
  lists.some((name) => Array.isArray((value as Record<string, unknown>)[name]));

/** Whether a text that begins with an object has one on each line, by its first line. */
export function isJsonLines(start: string): boolean {
  const [line = '', next] = start.split(/\r?\n/).filter((text) => text.trim() !== '');
  const first = parsed(line);
  return typeof first === 'object' && first !== null && !hasList(first) && next?.startsWith('{') === true;
}

/** Reads an object a line; a line that is none is a broken row. Throws ImportError if the first is. */
export async function readJsonLines(stream: Readable, name: string, encoding: Encoding): Promise<SourceTable> {
  const items = itemsOf(stream, encoding);
  const first = await items.next();
  if (first.done || 'cells' in first.value) throw new ImportError(`${name}: its first line is not a JSON object.`);
  return tableOf(first.value, items);
}

const isDeep = (text: string): boolean =>
  createJsonMeter({ deepest: deepestJson, longest: Number.POSITIVE_INFINITY })(Buffer.from(text)) !== undefined;

async function* itemsOf(stream: Readable, encoding: Encoding): AsyncGenerator<Item | SourceRow> {
  for await (const lines of linesOf(stream, encoding, '\n'))
    for (const { text, number } of lines) {
      if (text.trim() === '') continue;
      if (isDeep(text)) {
        yield brokenRow(number, text, `is nested more than ${deepestJson} levels deep`);
        continue;
      }
      const value = parsed(text);
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      yield isObject ? { key: number - 1, value } : brokenRow(number, text, 'is not a JSON object');
    }
}
