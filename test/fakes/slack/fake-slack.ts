import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EnvelopeType, serveSocket } from './socket.ts';
import { accept, type Message, methods, type Workspace } from './web-api.ts';

/**
 * What to do with a call instead of answering it: a 429, a 5xx, or an error of Slack's. `lost`: it is done, and the answer
 * is lost; `delay`: it is done, and answered so many milliseconds later.
 */
type Rule = (
  method: string,
  call: number,
) => { status: number; retryAfter?: number; lost?: boolean } | { error: string } | { delay: number } | undefined;

interface Call {
  method: string;
  body: Record<string, unknown>;
  token: string;
}

type Responded = Partial<Message> & { response_type?: string; replace_original?: boolean };

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const read = async (request: IncomingMessage): Promise<string> => (await readBytes(request)).toString('utf8');

/** Form fields as the web client sends them: nested values are JSON. */
function fields(text: string, type = ''): Record<string, unknown> {
  if (type.includes('json')) return JSON.parse(text || '{}');
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}

/** A workspace on loopback: Web API, Socket Mode, response_url, and the signed posts of HTTP mode. */
export async function startFakeSlack(told: Partial<Workspace> = {}) {
  const workspace: Workspace = {
    users: { U1: { tz: 'Asia/Baghdad', locale: 'en-GB', is_admin: true }, U2: { tz: 'Europe/Paris', locale: 'fr-FR' } },
    channels: new Set(['C1', 'C2']),
    scopes: [
      'app_mentions:read',
      'assistant:write',
      'chat:write',
      'commands',
      'files:write',
      'im:history',
      'users:read',
    ],
    messages: [],
    files: [],
    uploadUrl: '',
    pings: [],
    views: [],
    statuses: [],
    prompts: [],
    socketUrl: '',
    installed: {},
    ...told,
  };
  const calls: Call[] = [];
  const control: { rule: Rule } = { rule: () => undefined };
  const counts = new Map<string, number>();

  function instead(method: string) {
    const n = (counts.get(method) ?? 0) + 1;
    counts.set(method, n);
    return control.rule(method, n);
  }

  async function api(method: string, request: IncomingMessage, response: ServerResponse) {
    const body = fields(await read(request), request.headers['content-type']);
    const token = String(request.headers.authorization ?? '').replace('Bearer ', '') || String(body.token ?? '');
    calls.push({ method, body, token });
    const rule = instead(method);
    if (rule && 'status' in rule) {
      if (rule.lost) methods[method]?.(workspace, body);
      response.writeHead(rule.status, rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) });
      return response.end();
    }
    const handler = methods[method];
    const reply =
      rule && 'error' in rule
        ? { ok: false, error: rule.error }
        : (handler?.(workspace, body) ?? { ok: false, error: 'unknown_method' });
    if (rule && 'delay' in rule) await new Promise((done) => setTimeout(done, rule.delay));
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': workspace.scopes.join(',') });
    response.end(JSON.stringify(reply));
  }

  let urls = 0;
  const used = new Map<string, number>();
  /** A response_url takes five answers: new ones, or one in the place of the message its button is on. */
  function responded(path: string, body: Responded): { status: number; reply: unknown } {
    const rule = instead('response_url');
    const uses = (used.get(path) ?? 0) + 1;
    used.set(path, uses);
    if (rule && 'status' in rule) return { status: rule.status, reply: 'later' };
    if (uses > 5) return { status: 404, reply: 'used_url' };
    const refused = accept(workspace, body);
    if (refused) return { status: 400, reply: refused };
    const [channel = '', user = '', ts = ''] = (path.split('?')[0] ?? '').split('/').slice(2);
    const { text = '', blocks = [], thread_ts } = body;
    const message = { channel, ts: ts || `r${++urls}`, text, blocks, at: performance.now() };
    const at = workspace.messages.findIndex((m) => m.ts === ts);
    const there = workspace.messages[at];
    if (body.replace_original && there) workspace.messages[at] = { ...there, ...message };
    else {
      const alone = body.response_type === 'ephemeral' ? { user } : {};
      workspace.messages.push({ ...message, ...alone, ...(thread_ts ? { thread_ts } : {}) });
    }
    return { status: 200, reply: 'ok' };
  }

  async function respond(path: string, request: IncomingMessage, response: ServerResponse) {
    const body = JSON.parse(await read(request)) as Responded;
    calls.push({ method: 'response_url', body: body as Record<string, unknown>, token: '' });
    const { status, reply } = responded(path, body);
    response.writeHead(status, { 'retry-after': '0' }).end(JSON.stringify(reply));
  }

  async function upload(path: string, request: IncomingMessage, response: ServerResponse) {
    const bytes = await readBytes(request);
    const rule = instead('upload');
    if (rule && 'status' in rule) return response.writeHead(rule.status, { 'retry-after': '0' }).end();
    const file = workspace.files.find((f) => path === `/upload/${f.id}`);
    if (file) file.bytes = bytes;
    response.writeHead(file ? 200 : 404).end('OK');
  }

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const work = path.startsWith('/api/')
      ? api(path.slice(5).split('?')[0] as string, request, response)
      : path.startsWith('/upload/')
        ? upload(path, request, response)
        : respond(path, request, response);
    work.catch((error: Error) => response.writeHead(500).end(error.message));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const socket = serveSocket(server);
  workspace.socketUrl = `ws://127.0.0.1:${port}/link`;
  workspace.uploadUrl = `http://127.0.0.1:${port}/upload/`;
  return {
    ...workspace,
    calls,
    control,
    socket,
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: (channel = 'C1', user = 'U1', ts = '') =>
      `http://127.0.0.1:${port}/response/${channel}/${user}/${ts}?${++urls}`,
    send: (type: EnvelopeType, payload: unknown) => socket.deliver(type, payload),
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

/** What Slack posts to the bot in HTTP mode, signed. */
export async function postSigned(url: string, secret: string, payload: unknown, how: 'json' | 'form' | 'payload') {
  const body =
    how === 'json'
      ? JSON.stringify(payload)
      : new URLSearchParams(
          how === 'payload' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
        ).toString();
  const time = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`;
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': how === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': signature,
    },
  });
}
