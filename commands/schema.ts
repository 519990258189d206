import { z } from 'zod';
import { composeSchema } from '../src/answers/schema-answer.ts';
import { command } from '../src/app/command.ts';
import { recordSchema } from '../src/incidents/record-problem.ts';

export const schema = command({
  name: 'schema',
  summary: 'Print the JSON Schema of the record format that “import” and POST /incidents read',
  examples: ['schema', 'schema --json'],
  options: z.object({}),
  for: 'everyone',
  audience: 'asker',
  only: 'console',
  run: async () => composeSchema(recordSchema()),
});
