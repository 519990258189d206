import { createReadStream } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportError } from '../import-error.ts';
import type { SourceStream } from './source-stream.ts';
import { openZip } from './zip.ts';

/**
 * Opens a file by its path. Gzip and zip are detected by content and unpacked: a zip archive gives one stream for each
 * file in it. Throws ImportError.
 */
export async function openSource(path: string): Promise<SourceStream[]> {
  const name = basename(path);
  const { head, size, changed } = await headOf(path);
  const identity = `${resolve(path)} ${size} ${changed}`;
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const entries = await openZip(path, name, size);
    return entries.map((entry) => ({ ...entry, identity: `${identity} ${entry.name}` }));
  }
  const raw = createReadStream(path);
  const zipped = head[0] === 0x1f && head[1] === 0x8b;
  return [{ name, size, identity, read: () => raw.bytesRead, stream: zipped ? unpack(raw, name) : raw }];
}

function unpack(raw: Readable, name: string): Readable {
  const out = new PassThrough();
  const gunzip = createGunzip();
  const fail = (error: Error) =>
    out.destroy(new ImportError(`${name}: the gzip data is damaged or cut short (${error.message}).`));
  raw.on('error', fail).pipe(gunzip).on('error', fail).pipe(out);
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
        `There is no file ${path}. Check the path, or give an https:// address or the name "ucdp".`,
      );
    if (code === 'EISDIR')
      throw new ImportError(`${path} is a folder. Name the files in it, for example ${path}/*.csv.`);
    throw new ImportError(`Cannot read ${path}: ${(error as Error).message}.`);
  }
}
