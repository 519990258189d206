import type { Readable } from 'node:stream';

/** A line of a file without its end. `cut`: it was longer than 4 MB and only has its beginning. */
export interface Line {
  text: string;
  number: number;
  cut?: boolean;
}

const longestLine = 4 * 1024 ** 2;

/**
 * The encoding of a text by its first bytes: its byte order mark, else UTF-8 if valid, else Windows-1252 (older
 * spreadsheets).
 */
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

/** The lines of a text, ended by LF or CRLF, in batches as they arrive. */
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
