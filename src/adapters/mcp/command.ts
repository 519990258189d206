import { z } from 'zod';
import { composeUsage } from '../../answers/compose.ts';
import { command } from '../../app/command.ts';

/** What the command line is told to serve the Model Context Protocol; no command of the menu, because it answers nothing by itself. */
export const mcpCommand = command({
  name: 'mcp',
  summary: 'Serve the menu as tools of the Model Context Protocol: on standard input and output, or over HTTP',
  examples: ['mcp', 'mcp --port 8765'],
  options: z.object({
    port: z
      .int()
      .min(0)
      .max(65535, 'is no port')
      .optional()
      .describe('Serve HTTP at this port of 127.0.0.1 instead of standard input and output'),
  }),
  for: 'managers',
  audience: 'asker',
  run: async () => composeUsage('It is started on the command line: npm start --silent -- mcp'),
});
