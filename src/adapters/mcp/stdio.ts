import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { Defaults } from './request-context.ts';
import { createServer } from './server.ts';

/** Serves one client on standard input and output until it disconnects. */
export async function serveStdio(dispatcher: Dispatcher, defaults: Defaults, version: string): Promise<void> {
  const server = createServer(dispatcher, defaults, version);
  const left = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.connect(new StdioServerTransport());
  await left;
  await server.close();
}
