import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Attachment } from '../document/attachment.ts';

/** Writes to a file of its own, hands it over as bytes to be read from there, and removes it. */
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
