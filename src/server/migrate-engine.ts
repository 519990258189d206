import { existsSync } from 'node:fs';
import { copyTables } from '../database/copy.ts';
import { DatabaseError } from '../database/database.ts';
import { isAddress, openDatabase } from '../database/open.ts';
import { fill } from '../incidents/store/fill.ts';

/** The tables to copy, each after those that it refers to; full text, roll-ups and name counts are filled anew instead. */
export const tables = [
  ...['dataset', 'incident', 'body', 'typed', 'part', 'met', 'attributed', 'reported', 'change', 'derived'],
  ...['merged', 'alone', 'alike', 'apart', 'conversation', 'offer', 'heard', 'feedback', 'setting'],
  ...['subscription', 'announced', 'outbox', 'lane', 'source', 'watched', 'pushed', 'draft'],
];

/** Copies everything into an empty database, in one transaction. Returns the number of rows. Throws DatabaseError. */
export async function migrateEngine(from: string, to: string): Promise<number> {
  if (!isAddress(from) && !existsSync(from)) throw new DatabaseError(`There is no database ${from}.`);
  const source = await openDatabase(from, fill);
  try {
    const target = await openDatabase(to, fill);
    const fillAll = async () => {
      for (const one of Object.values(fill)) await one(target);
    };
    try {
      return await target.bulkLoad(() => copyTables(source, target, tables, fillAll));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
