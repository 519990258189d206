import { clearLine, cursorTo } from 'node:readline';
import type { Progress } from '../../app/ports.ts';

const width = 24;
const pause = 100;

/** Progress on a stream: a bar on a terminal, elsewhere a line every ten per cent; nothing when `quiet`. */
export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress & { done(): void } {
  let last = 0;
  let tenth = -1;
  let words = '';
  const show: Progress = (note) => {
    if (quiet) return;
    const share = note.of ? Math.min(1, note.done / note.of) : 0;
    const subject = note.words.split(':')[0] as string;
    if (subject !== words) tenth = -1;
    words = subject;
    if (stream.isTTY) {
      if (Date.now() - last < pause) return;
      last = Date.now();
      cursorTo(stream, 0);
      clearLine(stream, 0);
      stream.write(
        `${'█'.repeat(Math.round(share * width)).padEnd(width, '░')} ${Math.round(share * 100)} % ${note.words}`.slice(
          0,
          (stream.columns ?? 80) - 1,
        ),
      );
    } else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10);
      stream.write(`${note.words} (${Math.round(share * 100)} %)\n`);
    }
  };
  const done = () => {
    if (last === 0) return;
    cursorTo(stream, 0);
    clearLine(stream, 0);
    last = 0;
  };
  return Object.assign(show, { done });
}
