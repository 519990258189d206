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
  /** What clients must show, where one is set. */
  token?: string;
  version: string;
}

/** Sessions held at once; the one that was used longest ago gives way. */
const mostSessions = 100;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Why a request is refused; undefined when it may come in. A page of another site names itself in Host or Origin. */
function refusal({ headers }: IncomingMessage, port: number, token?: string): [number, string] | undefined {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? '')) return [403, 'This address is served to 127.0.0.1 and localhost only.'];
  if (headers.origin !== undefined && !own.some((host) => headers.origin === `http://${host}`))
    return [403, 'Pages of other sites are not served.'];
  const shown = headers.authorization ?? '';
  if (token !== undefined && !timingSafeEqual(digest(shown), digest(`Bearer ${token}`)))
    return [401, 'Send the token of SITREP_MCP_TOKEN: Authorization: Bearer …'];
  return undefined;
}

const refuse = (response: ServerResponse, status: number, message: string): void => {
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32000, message }, id: null }));
};

/** A session for each client: begun by its first request, found again by the header it then sends. */
function createSessions(desk: Dispatcher, defaults: Defaults, version: string) {
  const held = new LRUCache<string, StreamableHTTPServerTransport>({
    max: mostSessions,
    // Closing takes it out as well, which may be done only once it is out.
    disposeAfter: (transport, _id, why) => void (why === 'evict' && transport.close()),
  });
  async function begin(): Promise<StreamableHTTPServerTransport> {
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized(id) {
        held.set(id, transport);
      },
    });
    transport.onclose = () => held.delete(transport.sessionId ?? '');
    // The SDK's own types disagree about what may be undefined.
    await createServer(desk, defaults, version).connect(
      transport as Parameters<ReturnType<typeof createServer>['connect']>[0],
    );
    return transport;
  }
  return {
    /** Undefined for a session that is over. */
    async of(id: string | undefined): Promise<StreamableHTTPServerTransport | undefined> {
      return id === undefined ? begin() : held.get(id);
    },
    close: () => Promise.all([...held.values()].map((transport) => transport.close())),
  };
}

/** Serves clients over streamable HTTP at /mcp of this computer. Returns where, and how to stop. */
export async function serveHttp(desk: Dispatcher, defaults: Defaults, { port, token, version }: McpHttpOptions) {
  const sessions = createSessions(desk, defaults, version);
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request, bound(), token);
    if (refused) return refuse(response, ...refused);
    if (new URL(request.url ?? '', 'http://localhost').pathname !== '/mcp')
      return refuse(response, 404, 'The Model Context Protocol is served at /mcp.');
    const session = await sessions.of(request.headers['mcp-session-id'] as string | undefined);
    if (!session) return refuse(response, 404, 'That session is over. Begin a new one.');
    await session.handleRequest(request, response);
  }
  const http = createHttpServer((request, response) => {
    serve(request, response).catch((error) => {
      defaults.log.error({ err: error }, 'MCP: a request failed');
      if (!response.headersSent) refuse(response, 500, 'It could not be answered.');
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
