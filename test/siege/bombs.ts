import { gzipSync } from 'node:zlib';

const times = (part: string, n: number) => Buffer.alloc(part.length * n, part);
const zipped = (...parts: (string | Buffer)[]) => gzipSync(Buffer.concat(parts.map((part) => Buffer.from(part))));
const million = 1_000_000;

/** Small files that ask for much when they are read: the name, the bytes, and what is said of it. */
export const bombs: [name: string, bytes: Buffer, said: RegExp][] = [
  ['brackets.json.gz', zipped('[{"a":', times('[', 50 * million)), /nested more than 100 levels/],
  ['objects.json.gz', zipped('{"records":[', times('{"a":', 5 * million)), /nested more than 100 levels/],
  ['letters.json.gz', zipped('[{"a":"', times('x', 100 * million), '"}]'), /row of more than 32 MB/],
  ['members.json.gz', zipped('[{', times('"a":1,', 20 * million), '"b":2}]'), /row of more than 32 MB/],
  ['commas.csv.gz', zipped(times(',', 20 * million), '\n1,2\n'), /columns; up to 2,000 are read|has no/],
  ['names.csv.gz', zipped(times('ab,', 500_000), '\n1,2\n'), /columns; up to 2,000 are read/],
  ['zeros.csv.gz', zipped(times('\0', 100 * million)), /is not text/],
  ['line.csv.gz', zipped('a,b,c\n', times('x', 100 * million)), /mapping|rejected|rows|format/i],
  ['quotes.csv.gz', zipped('a,b,c\n', times('"\n', 20 * million)), /mapping|rejected|rows|format/i],
  ['tags.xml.gz', zipped('<rss>', times('<a>', 10 * million)), /nested more than 100 levels/],
  ['lines.jsonl.gz', zipped('{"a":1}\n', '{"a":', times('[', 3 * million), '\n'), /mapping|rejected|rows|format/i],
];
