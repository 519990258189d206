import type { Line } from './lines.ts';

/** The lines that form one row: quoted cells may contain line breaks. */
export interface RawRecord {
  line: number;
  text: string;
  lines: Line[];
  /** A quote in it is not closed within the limits below. */
  open?: boolean;
}

// Real cells have up to 5,000 characters and a few dozen line breaks: beyond these limits a quote was left open.
const mostLines = 500;
const mostCharacters = 256 * 1024;

function quotesAreOdd(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

const recordOf = (lines: Line[], open = false): RawRecord => ({
  line: lines[0]?.number ?? 0,
  text: lines.map((l) => l.text).join('\n'),
  lines,
  ...(open ? { open } : {}),
});

/**
 * Joins lines to records by counting quotes (unless not `quoted`). A quote left open costs its own line only, which is
 * returned as `open`; the lines after it are read again. Call `push` with lines in order, and `end` after the last.
 */
export function recordJoiner(quoted: boolean) {
  let pending: Line[] = [];
  let odd = false;
  let size = 0;
  function reset(): void {
    pending = [];
    odd = false;
    size = 0;
  }
  function* splitOff(): Generator<RawRecord> {
    const [first, ...rest] = pending as [Line, ...Line[]];
    reset();
    yield recordOf([first], true);
    yield* push(rest);
  }
  function* push(lines: readonly Line[]): Generator<RawRecord> {
    for (const line of lines) {
      if (pending.length === 0 && line.text.trim() === '') continue;
      pending.push(line);
      size += line.text.length;
      if (quoted && !line.cut && quotesAreOdd(line.text)) odd = !odd;
      if (!odd) {
        const whole = recordOf(pending);
        reset();
        yield whole;
      } else if (pending.length > mostLines || size > mostCharacters) yield* splitOff();
    }
  }
  function* end(): Generator<RawRecord> {
    while (pending.length) yield* splitOff();
  }
  return { push, end };
}
