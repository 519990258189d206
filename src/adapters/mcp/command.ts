import { z } from 'zod';
import { composeUsage } from '../../answers/replies.ts';
import { command } from '../../app/command.ts';

/** The `mcp` command of the command line; it is not in the menu, because it starts a server instead of answering. */
export const mcpCommand = command({
  name: 'mcp',
  summary: 'Serve the commands as tools of the Model Context Protocol on standard input and output, or over HTTP',
  examples: ['mcp', 'mcp --port 8765'],
  options: z.object({
    port: z
      .int()
      .min(0)
      .max(65535, 'is not a port; use 0 to 65535')
      .optional()
      .describe('Serve HTTP on this port of 127.0.0.1 instead of standard input and output'),
  }),
  for: 'managers',
  audience: 'asker',
  only: 'console',
  run: async () => composeUsage('Start it on the command line: npm start --silent -- mcp'),
});
