import type { Readable } from 'node:stream';

/** A line of a file without its end. `cut`: it was longer than 4 MB and only has its beginning. */
export interface Line {
  text: string;
  number: number;
  cut?: boolean;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
/** What ends a line: LF, also after CR, or CR alone, as in Excel for Mac. */
export type LineEnd = '\n' | '\r';

const longestLine = 4 * 1024 ** 2;

/**
 * The encoding of a text by its first bytes: its byte order mark, else UTF-8 if valid, else Windows-1252 (older
 * spreadsheets).
 */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** What ends the first line of a text, outside quotes. */
export function lineEndOf(start: string): LineEnd {
  let quoted = false;
  for (let at = 0; at < start.length; at++) {
    const c = start[at];
    if (c === '"') quoted = !quoted;
    else if (!quoted && c === '\n') return '\n';
    else if (!quoted && c === '\r') return start[at + 1] === '\n' ? '\n' : '\r';
  }
  return '\n';
}

/** The text of whole lines. In UTF-8 a line that is not valid is Windows-1252: files are put together of both. */
function lineDecoder(encoding: Encoding, end: LineEnd): (lines: Buffer) => string {
  const plain = new TextDecoder(encoding);
  if (encoding !== 'utf-8') return (lines) => plain.decode(lines, { stream: true });
  const [strict, older] = [new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }), new TextDecoder('windows-1252')];
  const decoded = (bytes: Buffer): string | undefined => {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  };
  const byLine = (lines: Buffer) =>
    lines
      .toString('latin1')
      .split(end)
      .map((line) => Buffer.from(line, 'latin1'))
      .map((line) => decoded(line) ?? older.decode(line))
      .join(end);
  return (lines) => decoded(lines) ?? byLine(lines);
}

/** Chunks that end with a line, as far as lines are of sensible length. */
async function* wholeLines(stream: Readable, encoding: Encoding, end: LineEnd): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    const chunk = part as Buffer;
    const at = encoding === 'utf-8' ? chunk.lastIndexOf(end) + 1 : chunk.length;
    if (at === 0 && length < longestLine) rest.push(chunk);
    else {
      yield Buffer.concat([...rest, chunk.subarray(0, at || chunk.length)]);
      rest = at === 0 ? [] : [chunk.subarray(at)];
    }
    length = rest.reduce((n, { length: bytes }) => n + bytes, 0);
  }
  yield Buffer.concat(rest);
}

/** The lines of a text, in batches as they arrive. */
export async function* linesOf(stream: Readable, encoding: Encoding, end: LineEnd): AsyncGenerator<Line[]> {
  const decode = lineDecoder(encoding, end);
  let number = 0;
  let rest = '';
  let cutting = false;
  const split = (text: string): Line[] => {
    const parts = (rest + text).split(end);
    rest = parts.pop() as string;
    const lines = parts.map((part): Line => {
      const cut = cutting;
      cutting = false;
      return { text: part.endsWith('\r') ? part.slice(0, -1) : part, number: ++number, ...(cut ? { cut } : {}) };
    });
    if (rest.length > longestLine) {
      cutting = true;
      rest = rest.slice(0, 80);
    }
    return lines;
  };
  let first = true;
  for await (const chunk of wholeLines(stream, encoding, end)) {
    const text = decode(chunk);
    const lines = split(first ? text.replace(/^\ufeff/, '') : text);
    first = false;
    if (lines.length) yield lines;
  }
  const last = split(end);
  yield last.at(-1)?.text === '' ? last.slice(0, -1) : last;
}
