import type { AttachmentPayload, RawFile } from 'discord.js';
import type { Logger } from 'pino';
import { notAttached, notMade, tooLarge } from '../../answers/delivery-messages.ts';
import type { Answer } from '../../answers/document/answer.ts';
import { attachmentsOf } from '../../answers/document/answer.ts';
import { type Attachment, isPicture } from '../../answers/document/attachment.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';

/** What a channel accepts. */
interface Bounds {
  /** Bytes a file may have. */
  most: number;
  /** Whether the bot may attach files there. */
  allowed: boolean;
  log: Logger;
}

type File = AttachmentPayload & { attachment: Buffer; name: string };

/** An answer and the files that go into its message. */
interface Fitted {
  answer: Answer;
  files: File[];
}

/** The answer without references to pictures that are not sent. */
const withoutPictures = (answer: Answer, files: readonly File[]): Answer => ({
  ...answer,
  parts: answer.parts.map((part) => {
    if (!('picture' in part) || !part.picture) return part;
    const sent = files.some((f) => f.name === part.picture?.name);
    return sent ? part : { ...part, picture: undefined };
  }),
});

/** A file, or its name where it could not be made; undefined for a picture, whose figures the answer has in words. */
const readOrReport = (file: Attachment, most: number, log: Logger) =>
  read(file, most).catch((error: unknown) => {
    log.error({ err: error }, 'Discord: a file could not be made');
    return isPicture(file) ? undefined : { broken: file.name };
  });

/** A file as discord.js takes it, or its size where it is too large. */
const read = ({ name, words, use }: Attachment, most: number) =>
  use(async (bytes): Promise<{ file: File } | { large: { name: string; bytes: number } }> => {
    if (bytes.size > most) return { large: { name, bytes: bytes.size } };
    const description = truncate(words, limits.fileDescription) || name;
    return { file: { name, attachment: Buffer.from(await bytes.arrayBuffer()), description } };
  });

/** Makes the files of an answer. Files that the channel does not accept are named in the answer, with the remedy. */
export async function fitted(answer: Answer, { most, allowed, log }: Bounds): Promise<Fitted> {
  const attachments = attachmentsOf(answer).slice(0, limits.files);
  if (attachments.length === 0) return { answer, files: [] };
  if (!allowed) {
    const names = attachments.filter((f) => !isPicture(f)).map((f) => f.name);
    return { answer: notAttached(withoutPictures(answer, []), names), files: [] };
  }
  const all = (await Promise.all(attachments.map((file) => readOrReport(file, most, log)))).filter(
    (f) => f !== undefined,
  );
  const broken = all.flatMap((f) => ('broken' in f ? [f.broken] : []));
  const large = all.flatMap((f) => ('large' in f ? [f.large] : []));
  const files = all.flatMap((f) => ('file' in f ? [f.file] : []));
  return { answer: tooLarge(notMade(withoutPictures(answer, files), broken), large, most), files };
}

/** Files as the REST API takes them. */
export const rawFiles = (files: readonly File[]) => ({
  files: files.map(({ name, attachment }): RawFile => ({ name, data: attachment })),
  attachments: files.map(({ name, description }, id) => ({ id, filename: name, description: description ?? name })),
});
