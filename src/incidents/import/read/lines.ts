import type { Readable } from 'node:stream';

/** One physical line without its end. `cut`: it was longer than `longestLine`, and only its beginning is kept. */
export interface Line {
  text: string;
  number: number;
  cut?: boolean;
}

const longestLine = 4 * 1024 ** 2;

/** UTF-8 unless a byte order mark or bytes that UTF-8 does not have say otherwise (older spreadsheets write Windows-1252). */
export function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The lines of a text, a chunk's worth at a time. Line ends: LF or CRLF. */
export async function* linesOf(stream: Readable, encoding: string): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder(encoding);
  let number = 0;
  let rest = '';
  let cutting = false;
  const split = (text: string): Line[] => {
    const parts = (rest + text).split('\n');
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
  for await (const chunk of stream) {
    const lines = split(decoder.decode(chunk as Buffer, { stream: true }));
    if (lines.length) yield lines;
  }
  const last = split(`${decoder.decode()}\n`);
  yield last.at(-1)?.text === '' ? last.slice(0, -1) : last;
}
