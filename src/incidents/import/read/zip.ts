import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { ImportError } from '../import-error.ts';
import { sheetNames } from './sheet-names.ts';
import type { SourceStream } from './source-stream.ts';

/** A file in an archive, or a sheet of a workbook. */
type Entry = Omit<SourceStream, 'given'>;

const mostEntries = 1000;
const mostBytes = 8 * 1024 ** 3;
const readable = /\.(csv|tsv|tab|txt|geojson|json|xml|rss|atom)$/i;
const mostWorkbookBytes = 2 * 1024 ** 3;

const openFile = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);

/** The tables of a zip archive, each as a stream. Refuses archives that unpack to more than 8 GB. */
export async function openZip(path: string, name: string, size: number): Promise<Entry[]> {
  const zip = await openFile(path, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw new ImportError(`${name}: the zip archive is damaged or cut short (${error.message}). Download it again.`);
  });
  const all = await entriesOf(zip, name);
  const contents = all.find((e) => e.fileName === 'xl/workbook.xml');
  if (contents) return workbook({ path, name, size }, all, await sheetNames(streamOf(zip, contents).stream));
  const files = all.filter((e) => !/^__MACOSX|\/$|(^|\/)\./.test(e.fileName));
  const entries = files.filter((e) => readable.test(e.fileName));
  if (entries.length === 0) throw new ImportError(`${name} holds no CSV, JSON, GeoJSON or feed.`);
  if (entries.reduce((n, e) => n + e.uncompressedSize, 0) > mostBytes)
    throw new ImportError(`${name} unpacks to more than 8 GB. Unpack it yourself and import the parts you need.`);
  return files.map((entry) => ({
    name: `${name}/${entry.fileName}`,
    within: name,
    size,
    ...(entries.includes(entry) ? streamOf(zip, entry) : { ...nothing(), unread: 'is not a data file' }),
  }));
}

const nothing = () => ({ stream: Readable.from([]), read: () => 0 });

/** An Excel workbook is a zip archive too; its sheets are read from its path. */
function workbook(
  { path, name, size }: { path: string; name: string; size: number },
  entries: yauzl.Entry[],
  sheets: string[],
): Entry[] {
  if (entries.reduce((n, e) => n + e.uncompressedSize, 0) > mostWorkbookBytes)
    throw new ImportError(`${name} unpacks to more than 2 GB. Save it as .csv and import that.`);
  return sheets.map((title, sheet) => ({
    name: sheets.length === 1 ? name : `${name}/${title}`,
    within: name,
    size,
    ...nothing(),
    workbook: { path, sheet },
  }));
}

function entriesOf(zip: yauzl.ZipFile, name: string): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      if (entries.length > mostEntries) reject(new ImportError(`${name} holds more than ${mostEntries} files.`));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) =>
      reject(new ImportError(`${name}: the zip archive is damaged (${error.message}).`)),
    );
    zip.readEntry();
  });
}

/** Opened when it is read: damage in an entry that nobody has come to yet must not end the program. */
function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): { stream: Readable; read(): number } {
  let read = 0;
  async function* chunks() {
    try {
      const source = await promisify<yauzl.Entry, Readable>(zip.openReadStream.bind(zip))(entry);
      for await (const chunk of source as AsyncIterable<Buffer>) {
        read += (chunk.length * entry.compressedSize) / Math.max(1, entry.uncompressedSize);
        yield chunk;
      }
    } catch (error) {
      throw new ImportError(`${entry.fileName}: the archive is damaged (${(error as Error).message}).`);
    }
  }
  return { stream: Readable.from(chunks(), { objectMode: false }), read: () => read };
}
