import { createWriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { minute } from '../../../kernel/duration.ts';
import { ImportError } from '../import-error.ts';

const mostBytes = 4 * 1024 ** 3;
const silence = minute;
const loopback = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?\//i;

/**
 * Downloads an address to a temporary file and returns its path. Only https, or http on this machine; at most 4 GB, and
 * no minute without data. `progress` gets bytes. Throws ImportError.
 */
export async function download(address: string, progress?: (done: number, of?: number) => void): Promise<string> {
  if (!/^https:/i.test(address) && !loopback.test(address))
    throw new ImportError(`${address}: only https:// addresses can be imported.`);
  const stop = new AbortController();
  let watch = setTimeout(() => stop.abort(), silence);
  try {
    const response = await fetch(address, { signal: stop.signal, redirect: 'follow' });
    check(response, address);
    const length = Number(response.headers.get('content-length')) || undefined;
    const path = join(await mkdtemp(join(tmpdir(), 'sitrep-')), 'download');
    let done = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        clearTimeout(watch);
        watch = setTimeout(() => stop.abort(), silence);
        done += chunk.length;
        progress?.(done, length);
        next(done > mostBytes ? new ImportError(`${address} is larger than 4 GB.`) : null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(response.body as never), counted, createWriteStream(path));
    if (length !== undefined && done < length && !response.headers.get('content-encoding'))
      throw new ImportError(`${address}: the download was cut short (${done} of ${length} bytes). Try again.`);
    return path;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const cause = (error as { cause?: Error }).cause?.message ?? (error as Error).message;
    throw new ImportError(
      `Cannot fetch ${address}: ${stop.signal.aborted ? 'no data for a minute' : cause}. Check the address and the network, or download the file yourself and import it by its path.`,
    );
  } finally {
    clearTimeout(watch);
  }
}

function check(response: Response, address: string): void {
  if (!response.ok)
    throw new ImportError(
      `${address} responded with ${response.status} ${response.statusText}. Check the address on the page of the data's publisher.`,
    );
  if (/text\/html/i.test(response.headers.get('content-type') ?? ''))
    throw new ImportError(`${address} is a web page, not a data file. Give the address of the file itself.`);
}
