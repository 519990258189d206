import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  search: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
  /** How often this path was asked before. */
  before: number;
}

export type Answering = (asked: Asked, response: ServerResponse) => void;

/** A server on loopback that answers as each test tells it, well or badly; it notes what it was asked. */
export async function startOddServer(paths: Record<string, Answering> = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://odd');
    const one: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      search: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
      before: asked.filter(({ path }) => path === url.pathname).length,
    };
    asked.push(one);
    const answer = paths[url.pathname];
    if (answer) answer(one, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    paths,
    asked,
    port,
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type OddServer = Awaited<ReturnType<typeof startOddServer>>;
