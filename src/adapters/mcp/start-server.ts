import { readFileSync } from 'node:fs';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { AdapterError } from '../adapter.ts';
import { serveHttp } from './http.ts';
import type { Defaults } from './request-context.ts';
import { serveStdio } from './stdio.ts';

interface McpServerOptions {
  /** Of HTTP; undefined: standard input and output. */
  port?: number;
  token?: string;
  /** Says where it listens. */
  say(line: string): void;
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Serves the menu over the Model Context Protocol until the client leaves or the program is told to stop. */
export async function serveMcp(
  desk: Dispatcher,
  defaults: Defaults,
  { port, token, say }: McpServerOptions,
): Promise<void> {
  const version = versionOf();
  if (port === undefined) return serveStdio(desk, defaults, version);
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const server = await serveHttp(desk, defaults, { port, version, ...(token ? { token } : {}) }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new AdapterError(`MCP: port ${port} is in use by another program. Choose another one with --port.`);
    },
  );
  say(`MCP: serving ${server.url}${token ? ', with the token of SITREP_MCP_TOKEN' : ''}.`);
  await told;
  await server.stop();
}
