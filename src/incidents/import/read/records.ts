import type { Line } from './lines.ts';

/** The lines that make one row together: cells in quotes may hold line breaks. */
export interface RawRecord {
  line: number;
  text: string;
  lines: Line[];
  /** Its last quote is never closed, as far as anyone can tell. */
  open?: boolean;
}

// Cells hold up to 5,000 characters and a few dozen line breaks; beyond these a quote was left open.
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
 * Joins lines to records by counting quotes. A quote that is left open costs its own line only: that line is given out
 * as `open`, and reading goes on with the one after it.
 */
export function recordJoiner(quoted: boolean) {
  let held: Line[] = [];
  let odd = false;
  let size = 0;
  function reset(): void {
    held = [];
    odd = false;
    size = 0;
  }
  function* giveUp(): Generator<RawRecord> {
    const [first, ...rest] = held as [Line, ...Line[]];
    reset();
    yield recordOf([first], true);
    yield* push(rest);
  }
  function* push(lines: readonly Line[]): Generator<RawRecord> {
    for (const line of lines) {
      if (held.length === 0 && line.text.trim() === '') continue;
      held.push(line);
      size += line.text.length;
      if (quoted && !line.cut && quotesAreOdd(line.text)) odd = !odd;
      if (!odd) {
        const whole = recordOf(held);
        reset();
        yield whole;
      } else if (held.length > mostLines || size > mostCharacters) yield* giveUp();
    }
  }
  function* end(): Generator<RawRecord> {
    while (held.length) yield* giveUp();
  }
  return { push, end };
}
