import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'undici';
import { FetchError } from './fetch-error.ts';

/** A response body in a temporary file. */
export interface DownloadedFile {
  path: string;
  bytes: number;
  /** SHA-256, hexadecimal. */
  hash: string;
  /** Deletes it. */
  discard(): Promise<void>;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2).toLocaleString('en-GB')} MB`;

/** The last part of the path, as a name for a file. */
const nameOf = (url: URL) =>
  basename(url.pathname)
    .replace(/[^\w.-]/g, '_')
    .replace(/^\.+/, '')
    .slice(0, 100) || 'download';

/** Writes a response body to a temporary file. Throws FetchError where it has more than `maxBytes`, and leaves no file then. */
export async function downloadToFile(response: Response, url: URL, maxBytes: number): Promise<DownloadedFile> {
  const tooLarge = () => new FetchError(`${url.host}${url.pathname} is larger than ${megabytes(maxBytes)}.`);
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, nameOf(url));
  const digest = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      digest.update(chunk);
      next(bytes > maxBytes ? tooLarge() : null, chunk);
    },
  });
  try {
    await pipeline(
      response.body ? Readable.fromWeb(response.body as never) : Readable.from([]),
      counted,
      createWriteStream(path),
    );
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, bytes, hash: digest.digest('hex'), discard };
}
