import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { serveGateway } from './gateway.ts';
import { allowed, application, bot, curators, guild, type Interaction } from './payloads.ts';
import { answer, respondedTo, type Server, uploaded } from './rest.ts';

/**
 * What to do with a call instead of answering it: a 429 or a 5xx. `lost`: it is done, and the answer is lost; `delay`: it
 * is done, and answered so many milliseconds later.
 */
type Rule = (
  method: string,
  path: string,
  call: number,
) => { status: number; retryAfter?: number; lost?: boolean; code?: number } | { delay: number } | undefined;

/** JSON, or a form of JSON and files: the files are put to the attachments that name them. */
async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return bytes.length ? JSON.parse(bytes.toString('utf8')) : undefined;
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const body = JSON.parse(String(form.get('payload_json')));
  const files = await Promise.all(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string'
        ? []
        : [value.bytes().then((b) => ({ id: name.slice(6, -1), name: value.name, bytes: Buffer.from(b) }))],
    ),
  );
  uploaded.set(body.data ?? body, files);
  return body;
}

/** A server, its channels, and what the bot may in them. */
const guildCreate = (id: string, channels: string[], denied: Record<string, string>) => ({
  id,
  name: 'Acme',
  icon: null,
  owner_id: '400000000000000999',
  preferred_locale: 'en-GB',
  joined_at: '2020-01-01T00:00:00.000Z',
  large: false,
  unavailable: false,
  member_count: 3,
  roles: [{ id, name: '@everyone' }, ...(id === guild ? [{ id: curators, name: 'Curators' }] : [])].map((role) => ({
    ...role,
    permissions: allowed,
    position: 0,
    color: 0,
    colors: { primary_color: 0 },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  })),
  channels: channels.map((channel, position) => ({
    id: channel,
    type: 0,
    name: `channel-${channel}`,
    position,
    guild_id: id,
    permission_overwrites: denied[channel] ? [{ id, type: 0, allow: '0', deny: denied[channel] }] : [],
  })),
  members: [{ user: bot, roles: [], joined_at: '2020-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 }],
  emojis: [],
  stickers: [],
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  features: [],
});

interface Told {
  channels?: string[];
  /** Permission bits taken away in a channel. */
  denied?: Record<string, string>;
  shards?: number;
}

/** Discord on loopback: REST and gateway, version 10. */
export async function startFakeDiscord({
  channels = ['600000000000000001', '600000000000000002'],
  denied = {},
  shards = 1,
}: Told = {}) {
  const server: Server = {
    messages: [],
    commands: [],
    guilds: [guild],
    pings: [],
    choices: [],
    modals: [],
    typing: [],
    pending: new Map(),
    closed: new Set(),
  };
  const calls: { method: string; path: string; body: unknown }[] = [];
  const control: { rule: Rule } = { rule: () => undefined };
  let count = 0;

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? '').replace(/^\/api\/v10\//, '').split('?')[0] as string;
    const method = request.method ?? 'GET';
    const body = await read(request);
    calls.push({ method, path, body });
    const rule = control.rule(method, path, ++count);
    const json = (status: number, told: unknown, headers = {}) => {
      if (told === undefined) return response.writeHead(status).end();
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(told));
    };
    if (rule && 'delay' in rule) {
      const { status, body: told } = answer(server, method, path, body);
      await new Promise((done) => setTimeout(done, rule.delay));
      return json(status, told);
    }
    if (rule?.lost) answer(server, method, path, body);
    if (rule?.status === 429) {
      const retry = rule.retryAfter ?? 0.05;
      return json(
        429,
        { message: 'You are being rate limited.', retry_after: retry, global: false },
        { 'retry-after': String(retry), 'x-ratelimit-scope': 'user' },
      );
    }
    if (rule) return json(rule.status, { code: rule.code ?? 0, message: 'no' });
    if (path === 'gateway/bot')
      return json(200, {
        url: gateway.url(),
        shards,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
      });
    const { status, body: told } = answer(server, method, path, body);
    const wanted = request.url?.endsWith('with_response=true') ? respondedTo(server, path) : undefined;
    if (status === 204 && wanted) return json(200, wanted);
    json(status, told);
  }

  const http = createServer((request, response) => {
    serve(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const gateway = serveGateway(http, ([id]) => ({
    ready: {
      user: bot,
      guilds: id === 0 ? [{ id: guild, unavailable: true }] : [],
      application: { id: application, flags: 0 },
    },
    after: id === 0 ? [['GUILD_CREATE', guildCreate(guild, channels, denied)]] : [],
  }));
  return {
    server,
    calls,
    control,
    gateway,
    channels,
    apiUrl: `http://127.0.0.1:${(http.address() as { port: number }).port}/api`,
    /** The bot is added to one more server, with one channel. */
    join(id: string, channel: string) {
      server.guilds.push(id);
      gateway.dispatch('GUILD_CREATE', guildCreate(id, [channel], {}));
    },
    /** The bot is removed from a server. */
    leave(id: string) {
      server.guilds.splice(server.guilds.indexOf(id), 1);
      gateway.dispatch('GUILD_DELETE', { id });
    },
    send: (type: string, data: unknown) => gateway.dispatch(type, data),
    /** An interaction waits for its answer for three seconds. */
    interact(told: Interaction & { message?: { id?: string } }) {
      const who = 'member' in told ? told.member : told;
      const user = (who as { user: { id: string } }).user.id;
      const source = told.message?.id;
      server.pending.set(`${told.id}/${told.token}`, {
        at: performance.now(),
        channel: told.channel_id,
        user,
        ...(source ? { source } : {}),
      });
      gateway.dispatch('INTERACTION_CREATE', told);
    },
    async close() {
      gateway.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}

export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>;
