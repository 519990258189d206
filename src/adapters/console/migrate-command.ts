import { z } from 'zod';
import { composeUsage } from '../../answers/replies.ts';
import { command } from '../../app/command.ts';

/** The command line's options for copying the database; not in the menu, because no bot may run meanwhile. */
export const migrateCommand = command({
  name: 'migrate',
  summary: 'Copy everything from one database into an empty one, between a file and PostgreSQL',
  examples: [
    'migrate sitrep.db postgres://sitrep@localhost/sitrep',
    'migrate postgres://sitrep@localhost/sitrep sitrep.db',
  ],
  options: z.object({
    databases: z
      .array(z.string().min(1))
      .length(2, 'needs two databases: from and to')
      .describe('From where, and to where: files, or postgres:// addresses'),
  }),
  main: 'databases',
  for: 'managers',
  audience: 'asker',
  only: 'console',
  run: async () => composeUsage('It is started on the command line: npm start -- migrate FROM TO'),
});
