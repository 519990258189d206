import { type Body, pingsIn, wrongAbout, wrongWith } from './check.ts';
import { application, bot, ownMessage, snowflake } from './payloads.ts';

interface File {
  id: string;
  name: string;
  bytes: Buffer;
}

/** The files that came with a body. */
export const uploaded = new WeakMap<object, File[]>();

export interface Message {
  id: string;
  files: File[];
  channel: string;
  /** For whom alone it is, when it is ephemeral or a direct message. */
  user?: string;
  body: Body;
  at: number;
}

/** What was asked of an interaction's token: it may be answered once, within three seconds. */
interface Pending {
  at: number;
  channel: string;
  user: string;
  answered?: number;
  deferredTo?: { alone: boolean };
  /** The message its button is on, and the one that answers it. */
  source?: string;
  original?: string;
}

export interface Server {
  messages: Message[];
  commands: unknown[][];
  /** The servers the bot is in. */
  guilds: string[];
  pings: string[];
  choices: { name: string; value: string }[][];
  modals: Body[];
  typing: string[];
  /** Channels the bot may not write in. */
  pending: Map<string, Pending>;
  closed: Set<string>;
}

export type Reply = { status: number; body?: unknown };
const no = (status: number, code: number, message: string, errors: string[] = []): Reply => ({
  status,
  body: { code, message: [message, ...errors].join('; '), errors: {} },
});
const invalid = (errors: string[]) => no(400, 50035, 'Invalid Form Body', errors);
const ephemeral = 64;

function put(s: Server, channel: string, body: Body, user?: string, id = snowflake()): Message {
  s.pings.push(...pingsIn(body));
  const files = uploaded.get(body) ?? [];
  const message = { id, channel, body, files, at: performance.now(), ...(user === undefined ? {} : { user }) };
  s.messages.push(message);
  return message;
}

function edit(s: Server, id: string | undefined, body: Body): Message | undefined {
  const at = s.messages.findIndex((m) => m.id === id);
  const before = s.messages[at];
  if (!before) return undefined;
  s.pings.push(...pingsIn(body));
  // Files that are not named again are gone.
  const files = body.attachments ? (uploaded.get(body) ?? []) : before.files;
  const after = { ...before, body: { ...before.body, ...body }, files, at: performance.now() };
  s.messages[at] = after;
  return after;
}

const shown = (m: Message) => ownMessage(m.id, m.channel, m.body as Record<string, unknown>);

function callback(s: Server, id: string, { type, data = {} }: { type: number; data?: Body }): Reply {
  const p = s.pending.get(id);
  if (!p || performance.now() - p.at > 3000) return no(404, 10062, 'Unknown interaction');
  if (p.answered) return no(400, 40060, 'Interaction has already been acknowledged.');
  const body = { type, data };
  const checks: Record<number, () => string[]> = {
    4: () => wrongWith('CreateMessageInteractionCallbackRequest', body as Body, data),
    5: () => wrongAbout('CreateMessageInteractionCallbackRequest', body),
    6: () => [],
    7: () => wrongWith('UpdateMessageInteractionCallbackRequest', body as Body, data),
    8: () => wrongAbout('ApplicationCommandAutocompleteCallbackRequest', body),
    9: () => wrongAbout('ModalInteractionCallbackRequest', body),
  };
  const wrong = checks[type]?.() ?? ['type'];
  if (wrong.length) return invalid(wrong);
  p.answered = type;
  const alone = ((data.flags ?? 0) & ephemeral) !== 0;
  if (type === 4) p.original = put(s, p.channel, data, alone ? p.user : undefined).id;
  if (type === 5) p.deferredTo = { alone };
  if (type === 6 || type === 7) p.original = p.source ?? '';
  if (type === 7) edit(s, p.source, data);
  if (type === 8) s.choices.push((data as { choices: { name: string; value: string }[] }).choices);
  if (type === 9) s.modals.push(data);
  return { status: 204 };
}

/** What Discord tells of an answered interaction, where that is wanted. */
export function respondedTo(s: Server, path: string): unknown {
  const [room, id, token] = path.split('/');
  const p = room === 'interactions' ? s.pending.get(`${id}/${token}`) : undefined;
  const message = s.messages.find((m) => m.id === p?.original);
  if (!p || !message) return undefined;
  const interaction = {
    id,
    type: 2,
    response_message_id: message.id,
    response_message_ephemeral: message.user !== undefined,
  };
  return { interaction, resource: { type: p.answered, message: shown(message) } };
}

/** PATCH, DELETE of @original, and further messages, by the interaction's token. */
function webhook(s: Server, method: string, token: string, original: boolean, body: Body): Reply {
  const p = [...s.pending.entries()].find(([id]) => id.endsWith(`/${token}`))?.[1];
  if (!p?.answered) return no(404, 10015, 'Unknown Webhook');
  const alone = p.deferredTo?.alone ? p.user : undefined;
  if (original && method === 'DELETE') {
    s.messages = s.messages.filter((m) => m.id !== p.original);
    return { status: 204 };
  }
  const schema = original ? 'IncomingWebhookUpdateRequestPartial' : 'IncomingWebhookRequestPartial';
  const wrong = wrongWith(schema, body);
  if (wrong.length) return invalid(wrong);
  if (!original) {
    const hidden = ((body.flags ?? 0) & ephemeral) !== 0;
    return { status: 200, body: shown(put(s, p.channel, body, hidden ? p.user : undefined)) };
  }
  const done = edit(s, p.original, body) ?? put(s, p.channel, body, alone);
  p.original = done.id;
  return { status: 200, body: shown(done) };
}

function create(s: Server, channel: string, body: Body): Reply {
  if (s.closed.has(channel)) return no(404, 10003, 'Unknown Channel');
  const wrong = wrongWith('MessageCreateRequest', body);
  if (wrong.length) return invalid(wrong);
  // A nonce that was seen is the same message again.
  const twin = body.enforce_nonce
    ? s.messages.find((m) => m.channel === channel && m.body.nonce === body.nonce)
    : undefined;
  if (twin) return { status: 200, body: shown(twin) };
  const direct = channel.startsWith('5');
  return { status: 200, body: shown(put(s, channel, body, direct ? channel : undefined)) };
}

function patch(s: Server, message: string, body: Body): Reply {
  const wrong = wrongWith('MessageEditRequestPartial', body);
  if (wrong.length) return invalid(wrong);
  const done = edit(s, message, body);
  return done ? { status: 200, body: shown(done) } : no(404, 10008, 'Unknown Message');
}

/** Discord's REST API, version 10, as far as a bot like ours calls it. */
export function answer(s: Server, method: string, path: string, body: unknown): Reply {
  const [room = '', a = '', b = '', c = '', d = ''] = path.split('/').map(decodeURIComponent);
  if (path === 'users/@me/guilds') return { status: 200, body: s.guilds.map((id) => ({ id, name: 'Acme' })) };
  if (path === 'users/@me') return { status: 200, body: bot };
  if (path === 'oauth2/applications/@me' || path === 'applications/@me')
    return { status: 200, body: { id: application, name: 'Sitrep', flags: 0 } };
  if (path === 'users/@me/channels') {
    const recipient = (body as { recipient_id: string }).recipient_id;
    return {
      status: 200,
      body: { id: `5${recipient.slice(1)}`, type: 1, recipients: [{ ...bot, id: recipient, bot: false }] },
    };
  }
  if (room === 'applications' && path.endsWith('/commands') && method === 'PUT') {
    const wrong = (body as unknown[]).flatMap((one) => wrongAbout('ApplicationCommandUpdateRequest', one));
    if (wrong.length) return invalid(wrong);
    s.commands.push(body as unknown[]);
    return { status: 200, body: [] };
  }
  if (room === 'interactions') return callback(s, `${a}/${b}`, body as { type: number });
  if (room === 'webhooks') return webhook(s, method, b, d === '@original', body as Body);
  if (room === 'channels' && b === 'typing') {
    s.typing.push(a);
    return { status: 204 };
  }
  if (room === 'channels' && b === 'messages' && method === 'POST') return create(s, a, body as Body);
  // Newest first, as Discord has them; all of them, whatever is asked for.
  if (room === 'channels' && b === 'messages' && method === 'GET')
    return {
      status: 200,
      body: s.messages
        .filter((m) => m.channel === a)
        .map(shown)
        .toReversed(),
    };
  if (room === 'channels' && b === 'messages' && method === 'PATCH') return patch(s, c, body as Body);
  return no(404, 0, `404: ${method} ${path}`);
}
