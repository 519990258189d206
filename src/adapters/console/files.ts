import { createWriteStream } from 'node:fs';
import { parse } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileWrittenText, notWritten } from '../../answers/delivery-messages.ts';
import type { Answer, Part } from '../../answers/document/answer.ts';
import type { Attachment } from '../../answers/document/attachment.ts';
import { fileWords } from '../../answers/document/file-text.ts';

const exists = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Writes to a new file, with a number in its name where that exists; returns its path. */
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

interface Saved {
  text: string;
  path?: string;
}

/** Writes a file; `text` says where it is, or why it could not be written and the remedy. */
async function save(file: Attachment, out: string | undefined): Promise<Saved> {
  try {
    return await file.use(async (bytes) => {
      if (out !== undefined) await write(bytes, createWriteStream(out));
      const path = out ?? (await writeNew(file.name, bytes));
      return { path, text: `${fileWords(file)}\n${fileWrittenText(path, bytes.size)}` };
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === undefined ? 'it could not be made' : (message.split(',')[0] ?? code);
    return { text: notWritten(out ?? file.name, why) };
  }
}

/** The file of a part that is written: pictures only where `out` is a .png. */
const fileOf = (part: Part, out: string | undefined): Attachment | undefined => {
  if (part.kind === 'file') return part.file;
  return out?.endsWith('.png') && 'picture' in part ? part.picture : undefined;
};

/** Writes the files of an answer to the working directory, or the first to `out`; the returned answer says where they are. */
export async function writeFiles(answer: Answer, out?: string): Promise<Answer> {
  const written: Answer = { ...answer, parts: [] };
  let to = out;
  for (const part of answer.parts) {
    const file = fileOf(part, to);
    if (part.kind !== 'file') written.parts.push(part);
    if (!file) continue;
    const { text, path } = await save(file, to);
    written.parts.push({ kind: 'text', text });
    if (path === undefined) written.failed = 1;
    else if (written.data?.file) written.data = { ...written.data, file: { ...written.data.file, path } };
    to = undefined;
  }
  return written;
}
