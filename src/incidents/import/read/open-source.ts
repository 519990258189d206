import { createReadStream } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { PassThrough, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { ImportError } from '../import-error.ts';
import { samplePath } from '../sample.ts';
import type { SourceStream } from './source-stream.ts';
import { openZip } from './zip.ts';

/** A path, or a path with the name that was given for it. */
export type ImportSource = string | { path: string; given: string };

/**
 * Opens a file by its path, or `sample`, which is shipped; `given`: how it was named. Gzip and zip are detected by content
 * and unpacked: a zip archive gives one stream for each file in it. Throws ImportError.
 */
export async function openSource(source: string, given = source): Promise<SourceStream[]> {
  const path = source === 'sample' ? samplePath() : source;
  const name = basename(path);
  const { head, size, changed } = await headOf(path);
  const identity = `${resolve(path)} ${size} ${changed}`;
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const entries = await openZip(path, name, size);
    return entries.map((entry) => ({ ...entry, given, identity: `${identity} ${entry.name}` }));
  }
  const raw = createReadStream(path);
  const unpacker = source === 'sample' ? createBrotliDecompress() : isGzip(head) ? createGunzip() : undefined;
  const stream = unpacker ? unpack(raw, unpacker, name) : raw;
  return [{ name, given, size, identity, read: () => raw.bytesRead, stream }];
}

const isGzip = (head: Buffer) => head[0] === 0x1f && head[1] === 0x8b;

function unpack(raw: Readable, unpacker: Transform, name: string): Readable {
  const out = new PassThrough();
  const fail = (error: Error) =>
    out.destroy(new ImportError(`${name}: the packed data is damaged or cut short (${error.message}).`));
  raw.on('error', fail).pipe(unpacker).on('error', fail).pipe(out);
  return out;
}

async function headOf(path: string): Promise<{ head: Buffer; size: number; changed: number }> {
  try {
    const file = await openFile(path);
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    const { size, mtimeMs: changed } = await file.stat();
    await file.close();
    return { head, size, changed };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new ImportError(
        `There is no file ${path}. Check the path, or give an https:// address, or the name "ucdp" or "sample".`,
      );
    if (code === 'EISDIR')
      throw new ImportError(`${path} is a folder. Name the files in it, for example ${path}/*.csv.`);
    throw new ImportError(`Cannot read ${path}: ${(error as Error).message}.`);
  }
}
