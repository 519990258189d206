import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

/** The SDK's own client at the other end of the program itself. */
export async function clientOfProgram(environment: Record<string, string>, args: string[] = []) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['src/start.js', 'mcp', ...args],
    env: { PATH: process.env.PATH ?? '', ...environment },
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return client;
}
