import type { Answer } from './document/answer.ts';
import { number } from './messages/english/text.ts';
import { composeText } from './replies.ts';

/** Confirms a backup. `bytes`: the size of the file. */
export const composeBackup = (file: string, bytes: number): Answer =>
  composeText(
    `The whole database is in ${file} (${number(Math.ceil(bytes / 1024 ** 2))} MB). To restore it: stop Sitrep, put the file in the place of the database, start again.`,
  );

/** The line that confirms a copied database. `rows`: how many were copied. */
export const engineMigratedLine = (rows: number): string =>
  `Copied: ${rows.toLocaleString('en-GB')} rows, each table the same by count and checksum. The first database stays as it was.`;
