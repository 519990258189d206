import type { Readable } from 'node:stream';
import { Parser } from 'htmlparser2';
import { ImportError } from '../import-error.ts';
import { columnsOf } from './columns.ts';
import type { SourceRow, SourceTable } from './row.ts';

const columns = ['feed', 'guid', 'title', 'link', 'published', 'text', 'source'];

// The elements of RSS 2.0, RSS 1.0 and Atom (RFC 4287).
const keyOfElement: Record<string, string> = {
  title: 'title',
  link: 'link',
  guid: 'guid',
  id: 'guid',
  pubdate: 'published',
  'dc:date': 'published',
  published: 'published',
  updated: 'published',
  description: 'text',
  summary: 'text',
  content: 'text',
  'content:encoded': 'text',
  source: 'source',
  'dc:publisher': 'source',
};

const longestText = 20_000;
const deepest = 100;

/** Reads an RSS or Atom feed, item by item, as leniently as a browser. Throws ImportError if it has no items. */
export async function readFeed(stream: Readable, name: string): Promise<SourceTable> {
  const rows = itemsOf(stream);
  const first = await rows.next();
  if (first.done) throw new ImportError(`${name} is a feed without items.`);
  return { columns: columnsOf(columns), rows: prepend(first.value, rows) };
}

async function* prepend(first: SourceRow, rows: AsyncGenerator<SourceRow>): AsyncGenerator<SourceRow> {
  yield first;
  yield* rows;
}

async function* itemsOf(stream: Readable): AsyncGenerator<SourceRow> {
  const found: SourceRow[] = [];
  const decoder = new TextDecoder();
  const parser = new Parser(handler(found), { xmlMode: true, lowerCaseTags: true });
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    yield* found.splice(0);
  }
  parser.end();
  yield* found.splice(0);
}

type Attributes = Record<string, string>;

/** Collects the direct children of each item; deeper elements are part of their text. */
function handler(found: SourceRow[]) {
  let feed = '';
  let number = 0;
  let item: Record<string, string> | undefined;
  let element: { name: string; key: string; depth: number; text: string } | undefined;
  let depth = 0;
  const isItem = (name: string) => name === 'item' || name === 'entry';
  const close = () => {
    if (!element) return;
    const { key, text } = element;
    if (!item && key === 'title' && feed === '') feed = text.trim();
    if (item && text.trim() !== '' && (key === 'text' ? text.length > (item.text ?? '').length : !item[key]))
      item[key] = text.trim();
    element = undefined;
  };
  return {
    onopentag(name: string, attributes: Attributes) {
      depth++;
      if (depth > deepest) throw new ImportError(`The feed is nested more than ${deepest} levels deep.`);
      if (isItem(name)) {
        close();
        item = {};
      } else if (element === undefined && keyOfElement[name]) {
        element = { name, key: keyOfElement[name], depth, text: '' };
        if (name === 'link' && attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
          element.text = attributes.href;
      }
    },
    ontext(text: string) {
      if (element && element.text.length < longestText) element.text += text;
    },
    onclosetag(name: string) {
      if (element && element.depth === depth) close();
      depth--;
      if (!isItem(name) || !item) return;
      found.push({ line: ++number, cells: Object.fromEntries(columns.map((c) => [c, item?.[c] ?? ''])) });
      const cells = found.at(-1)?.cells;
      if (cells) cells.feed = feed;
      item = undefined;
    },
  };
}
