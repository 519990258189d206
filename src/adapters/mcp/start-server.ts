import { readFileSync } from 'node:fs';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { AdapterError } from '../adapter.ts';
import { serveHttp } from './http.ts';
import type { Defaults } from './request-context.ts';
import { createServer } from './server.ts';

interface McpServerOptions {
  /** Port for HTTP; undefined for standard input and output. */
  port?: number;
  token?: string;
  /** Prints where it listens. */
  say(line: string): void;
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Serves one client on standard input and output until it disconnects. */
async function serveStdio(dispatcher: Dispatcher, defaults: Defaults, version: string): Promise<void> {
  const server = createServer(dispatcher, defaults, version);
  const left = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.connect(new StdioServerTransport());
  await left;
  await server.close();
}

/** Serves the menu over the Model Context Protocol until the client disconnects or the process gets SIGINT or SIGTERM. Throws AdapterError if the port is in use. */
export async function serveMcp(
  dispatcher: Dispatcher,
  defaults: Defaults,
  { port, token, say }: McpServerOptions,
): Promise<void> {
  const version = versionOf();
  if (port === undefined) return serveStdio(dispatcher, defaults, version);
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const server = await serveHttp(dispatcher, defaults, { port, version, ...(token ? { token } : {}) }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new AdapterError(`MCP: port ${port} is in use by another program. Choose another one with --port.`);
    },
  );
  say(`MCP: serving ${server.url}${token ? ', with the token of SITREP_MCP_TOKEN' : ''}.`);
  await stopped;
  await server.stop();
}
