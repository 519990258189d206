import { z } from 'zod';
import { composeBackup } from '../src/answers/database-messages.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import { DatabaseError } from '../src/database/database.ts';

export const backup = command({
  name: 'backup',
  summary: 'Back up the whole database to a file while Sitrep keeps running',
  examples: ['backup sitrep-2026-03-01.db'],
  options: z.object({ file: z.string('name a file').min(1, 'name a file').describe('Path of the backup file') }),
  main: 'file',
  for: 'managers',
  audience: 'asker',
  only: 'console',
  async run({ file }, { bot }) {
    try {
      return composeBackup(file, await bot.backUp(file));
    } catch (error) {
      if (error instanceof DatabaseError) return { ...composeUsage(error.message), failed: 1 };
      throw error;
    }
  },
});
