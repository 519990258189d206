import { deflateRawSync, gzipSync } from 'node:zlib';

const times = (part: string, n: number) => Buffer.alloc(part.length * n, part);
const zipped = (...parts: (string | Buffer)[]) => gzipSync(Buffer.concat(parts.map((part) => Buffer.from(part))));
const million = 1_000_000;

/** Small files that ask for much when they are read: the name, the bytes, and what is said of it. */
export const bombs: [name: string, bytes: Buffer, said: RegExp][] = [
  ['brackets.json.gz', zipped('[{"a":', times('[', 50 * million)), /nested more than 100 levels/],
  ['objects.json.gz', zipped('{"records":[', times('{"a":', 5 * million)), /nested more than 100 levels/],
  ['letters.json.gz', zipped('[{"a":"', times('x', 100 * million), '"}]'), /row of more than 4 MB/],
  ['members.json.gz', zipped('[{', times('"a":1,', 20 * million), '"b":2}]'), /row of more than 4 MB/],
  ['commas.csv.gz', zipped(times(',', 20 * million), '\n1,2\n'), /no known format/],
  ['names.csv.gz', zipped(times('ab,', 500_000), '\n1,2\n'), /columns; up to 2,000 are read/],
  ['zeros.csv.gz', zipped(times('\0', 100 * million)), /is not text/],
  ['line.csv.gz', zipped('a,b,c\n', times('x', 100 * million)), /mapping|rejected|rows|format/i],
  ['quotes.csv.gz', zipped('a,b,c\n', times('"\n', 20 * million)), /mapping|rejected|rows|format/i],
  ['tags.xml.gz', zipped('<rss>', times('<a>', 10 * million)), /nested more than 100 levels/],
  ['lines.jsonl.gz', zipped('{"a":1}\n', '{"a":', times('[', 3 * million), '\n'), /mapping|rejected|rows|format/i],
];

/** A zip archive. */
function archive(files: Record<string, Buffer>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), head, rest, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const entries = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, entries, Buffer.from('PK\x05\x06'), end]);
}

const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of 100 KB whose table of texts is many times larger than the memory of a process that reads imports. */
export const workbookBomb = (): Buffer =>
  archive({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
    ),
    'xl/sharedStrings.xml': Buffer.concat([
      xml('<sst>'),
      times('<si><t>a</t></si>', 20 * million),
      Buffer.from('</sst>'),
    ]),
  });
