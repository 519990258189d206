import { createWriteStream } from 'node:fs';
import { parse } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer, Part } from '../../answers/answer.ts';
import type { Attachment } from '../../answers/attachment.ts';
import { fileWords, written } from '../../answers/files.ts';

const exists = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Writes to a new file, with a number in its name where there is one already; returns its name. */
async function writeNew(name: string, bytes: Blob): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const path = n === 1 ? name : `${stem}-${n}${ext}`;
    try {
      await write(bytes, createWriteStream(path, { flags: 'wx' }));
      return path;
    } catch (error) {
      if (!exists(error)) throw error;
    }
  }
}

const write = (bytes: Blob, to: NodeJS.WritableStream) => pipeline(Readable.fromWeb(bytes.stream()), to);

const save = (file: Attachment, out: string | undefined): Promise<Part> =>
  file.use(async (bytes) => {
    if (out !== undefined) await write(bytes, createWriteStream(out));
    const path = out ?? (await writeNew(file.name, bytes));
    return { kind: 'text', text: `${fileWords(file)}\n${written(path, bytes.size)}` };
  });

/** Writes the files of an answer to the working directory, or the first of them to `out`, and says where they are. */
export async function keepFiles(answer: Answer, out?: string): Promise<Answer> {
  const parts: Part[] = [];
  let to = out;
  for (const part of answer.parts) {
    if (part.kind !== 'file') parts.push(part);
    else {
      parts.push(await save(part.file, to));
      to = undefined;
    }
  }
  return { ...answer, parts };
}
