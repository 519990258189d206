import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { Defaults } from './request-context.ts';
import { createServer } from './server.ts';

/** Serves the one client at the other end of standard input and output, until it leaves. */
export async function serveStdio(desk: Dispatcher, defaults: Defaults, version: string): Promise<void> {
  const server = createServer(desk, defaults, version);
  const left = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.connect(new StdioServerTransport());
  await left;
  await server.close();
}
