import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { withReference } from '../../kernel/log.ts';
import { problem } from './problem-details.ts';
import { ServerError } from './server-error.ts';

export interface HttpServer {
  /** Listens; returns a line that says where. Throws ServerError. */
  start(): Promise<string>;
  /** Accepts no more requests, and waits ten seconds at most for those in flight. */
  stop(): Promise<void>;
}

interface ServerOptions {
  port: number;
  host: string;
  log: Logger;
}

const stopAtMost = 10_000;
/** Milliseconds for the headers and for the whole of a request, and how often this is looked at. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2000 };

/** An app of the routes: every request gets an id and is logged without its content, every error becomes problem details. */
export function createApp(routes: readonly Hono[], log: Logger): Hono {
  const app = new Hono();
  app.use((c, next) =>
    withReference(async (reference) => {
      const begun = performance.now();
      await next();
      const ms = Math.round(performance.now() - begun);
      c.header('x-request-id', reference);
      log.info({ method: c.req.method, path: c.req.path.slice(0, 100), status: c.res.status, ms }, 'http');
    }),
  );
  for (const one of routes) app.route('/', one);
  app.notFound((c) => problem(c, 404, { title: 'Not Found', detail: 'There is no such path and method.' }));
  app.onError((error, c) => {
    log.error({ err: error }, 'an http request failed');
    return problem(c, 500, { title: 'Internal Server Error', detail: 'The request failed. The log says why.' });
  });
  return app;
}

/** An HTTP server of the routes; start() opens the port. */
export function createHttpServer(routes: readonly Hono[], { port, host, log }: ServerOptions): HttpServer {
  const app = createApp(routes, log);
  let server: Server | undefined;
  return {
    async start() {
      const opened = Promise.withResolvers<void>();
      const options = { fetch: app.fetch, port, hostname: host, serverOptions: timeouts };
      const begun = serve(options, () => opened.resolve()) as Server;
      server = begun;
      begun.once('error', (error: NodeJS.ErrnoException) => opened.reject(new ServerError(why(error, port, host))));
      await opened.promise;
      const bound = begun.address() as AddressInfo;
      const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
      return `HTTP: http://${name}:${bound.port}`;
    },
    async stop() {
      if (!server?.listening) return;
      const closed = new Promise((resolve) => server?.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => server?.closeAllConnections(), stopAtMost);
      await closed;
      clearTimeout(late);
    },
  };
}

function why({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `HTTP: port ${port} is in use by another program. Choose another SITREP_PORT.`;
  if (code === 'EADDRNOTAVAIL') return `HTTP: this computer has no address ${host}. Change SITREP_HOST.`;
  return `HTTP: cannot listen on ${host}, port ${port}: ${message}. Change SITREP_PORT or SITREP_HOST.`;
}
