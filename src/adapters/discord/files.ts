import type { AttachmentPayload, RawFile } from 'discord.js';
import type { Logger } from 'pino';
import { notAttached, notMade, tooLarge } from '../../answers/delivery-messages.ts';
import type { Answer } from '../../answers/document/answer.ts';
import { attachmentsOf } from '../../answers/document/answer.ts';
import { type Attachment, isPicture } from '../../answers/document/attachment.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';

/** What a channel takes. */
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

/** The pictures that are not sent are not pointed to. */
const without = (answer: Answer, files: readonly File[]): Answer => ({
  ...answer,
  parts: answer.parts.map((part) => {
    if (!('picture' in part) || !part.picture) return part;
    const sent = files.some((f) => f.name === part.picture?.name);
    return sent ? part : { ...part, picture: undefined };
  }),
});

/** What could not be made is named; a picture is left out, since the words beside it say the same. */
const readOrLeave = (file: Attachment, most: number, log: Logger) =>
  read(file, most).catch((error: unknown) => {
    log.error({ err: error }, 'Discord: a file could not be made');
    return isPicture(file) ? undefined : { broken: file.name };
  });

/** A file as discord.js takes it, or its size where that is too large to be read. */
const read = ({ name, words, use }: Attachment, most: number) =>
  use(async (bytes): Promise<{ file: File } | { large: { name: string; bytes: number } }> => {
    if (bytes.size > most) return { large: { name, bytes: bytes.size } };
    const description = truncate(words, limits.fileDescription) || name;
    return { file: { name, attachment: Buffer.from(await bytes.arrayBuffer()), description } };
  });

/** Makes the files of an answer; what the channel does not take is said in it, with the remedy. */
export async function fitted(answer: Answer, { most, allowed, log }: Bounds): Promise<Fitted> {
  const asked = attachmentsOf(answer).slice(0, limits.files);
  if (asked.length === 0) return { answer, files: [] };
  if (!allowed) {
    const names = asked.filter((f) => !isPicture(f)).map((f) => f.name);
    return { answer: notAttached(without(answer, []), names), files: [] };
  }
  const all = (await Promise.all(asked.map((file) => readOrLeave(file, most, log)))).filter((f) => f !== undefined);
  const broken = all.flatMap((f) => ('broken' in f ? [f.broken] : []));
  const large = all.flatMap((f) => ('large' in f ? [f.large] : []));
  const files = all.flatMap((f) => ('file' in f ? [f.file] : []));
  return { answer: tooLarge(notMade(without(answer, files), broken), large, most), files };
}

/** The same for a message sent by REST alone. */
export const rawFiles = (files: readonly File[]) => ({
  files: files.map(({ name, attachment }): RawFile => ({ name, data: attachment })),
  attachments: files.map(({ name, description }, id) => ({ id, filename: name, description: description ?? name })),
});
