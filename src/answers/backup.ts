import type { Answer } from './answer.ts';
import { composeSaid } from './compose.ts';
import { number } from './wording/words.ts';

/** `bytes`: the size of the file. */
export const composeBackup = (file: string, bytes: number): Answer =>
  composeSaid(
    `The whole database is in ${file} (${number(Math.ceil(bytes / 1024 ** 2))} MB). To restore it: stop Sitrep, put the file in the place of the database, start again.`,
  );
