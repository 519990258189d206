import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { LRUCache } from 'lru-cache';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { Defaults } from './request-context.ts';
import { createServer } from './server.ts';

interface McpHttpOptions {
  port: number;
  /** Bearer token that clients must send, if set. */
  token?: string;
  version: string;
}

/** Open sessions; beyond this the least recently used one is closed. */
const mostSessions = 100;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Status and message if a request is refused, undefined otherwise. Checking Host and Origin keeps other websites out (DNS rebinding). */
function refusal({ headers }: IncomingMessage, port: number, token?: string): [number, string] | undefined {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? '')) return [403, 'Only requests to 127.0.0.1 or localhost are served.'];
  if (headers.origin !== undefined && !own.some((host) => headers.origin === `http://${host}`))
    return [403, 'Requests from other websites are not served.'];
  const authorization = headers.authorization ?? '';
  if (token !== undefined && !timingSafeEqual(digest(authorization), digest(`Bearer ${token}`)))
    return [401, 'Send the token of SITREP_MCP_TOKEN: Authorization: Bearer …'];
  return undefined;
}

const refuse = (response: ServerResponse, status: number, message: string): void => {
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32000, message }, id: null }));
};

/** One session per client: created by its first request, found by the Mcp-Session-Id header after that. */
function createSessions(dispatcher: Dispatcher, defaults: Defaults, version: string) {
  const transports = new LRUCache<string, StreamableHTTPServerTransport>({
    max: mostSessions,
    // Closing also deletes the entry, which is safe only after the eviction.
    disposeAfter: (transport, _id, why) => void (why === 'evict' && transport.close()),
  });
  async function openSession(): Promise<StreamableHTTPServerTransport> {
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized(id) {
        transports.set(id, transport);
      },
    });
    transport.onclose = () => transports.delete(transport.sessionId ?? '');
    // The SDK's own types disagree about what may be undefined.
    await createServer(dispatcher, defaults, version).connect(
      transport as Parameters<ReturnType<typeof createServer>['connect']>[0],
    );
    return transport;
  }
  return {
    /** A new session without an id; undefined for a session that has ended. */
    async of(id: string | undefined): Promise<StreamableHTTPServerTransport | undefined> {
      return id === undefined ? openSession() : transports.get(id);
    },
    close: () => Promise.all([...transports.values()].map((transport) => transport.close())),
  };
}

/** Serves clients over streamable HTTP at http://127.0.0.1:PORT/mcp. Returns the address and a way to stop. Rejects if the port is in use. */
export async function serveHttp(dispatcher: Dispatcher, defaults: Defaults, { port, token, version }: McpHttpOptions) {
  const sessions = createSessions(dispatcher, defaults, version);
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request, bound(), token);
    if (refused) return refuse(response, ...refused);
    if (new URL(request.url ?? '', 'http://localhost').pathname !== '/mcp')
      return refuse(response, 404, 'The Model Context Protocol is served at /mcp.');
    const session = await sessions.of(request.headers['mcp-session-id'] as string | undefined);
    if (!session) return refuse(response, 404, 'This session has ended. Start a new one.');
    await session.handleRequest(request, response);
  }
  const http = createHttpServer((request, response) => {
    serve(request, response).catch((error) => {
      defaults.log.error({ err: error }, 'MCP: a request failed');
      if (!response.headersSent) refuse(response, 500, 'Internal error.');
    });
  });
  const bound = () => (http.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${bound()}/mcp`,
    async stop() {
      await sessions.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}
