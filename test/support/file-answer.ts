import { type Attachment, inMemory } from '../../src/answers/document/attachment.ts';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { answer } from './any-answer.ts';
import { deskOver } from './desk.ts';

/** A file of the given bytes, a picture where its name says so. */
export const fileOf = (
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
  words = `The words of ${name}`,
): Attachment => ({
  name,
  mediaType: name.endsWith('.png') ? 'image/png' : 'text/csv',
  words,
  use: inMemory(async () => (typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)),
});

/** The desk of a program whose every answer has these files. */
export async function deskWith(
  files: readonly Attachment[],
  audience: 'everyone' | 'asker' = 'everyone',
): Promise<Dispatcher> {
  const parts = [
    { kind: 'text' as const, text: 'Here it is.' },
    ...files.map((file) => ({ kind: 'file' as const, file })),
  ];
  return { ...(await deskOver()), dispatchText: async () => answer({ text: 'Here it is.', parts, audience }) };
}
