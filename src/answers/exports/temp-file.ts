import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Attachment } from '../document/attachment.ts';

/** An attachment written to a temporary file, read from there while it is sent, and deleted afterwards. */
export const viaTempFile =
  (mediaType: string, write: () => AsyncIterable<string | Uint8Array>): Attachment['use'] =>
  async (work) => {
    const folder = await mkdtemp(join(tmpdir(), 'sitrep-export-'));
    try {
      const file = join(folder, 'export');
      await pipeline(Readable.from(write(), { objectMode: false }), createWriteStream(file));
      return await work(await openAsBlob(file, { type: mediaType }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
