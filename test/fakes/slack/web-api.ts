import { pingsIn, wrongWith } from './check-blocks.ts';

export interface Message {
  channel: string;
  ts: string;
  thread_ts?: string;
  /** For whom alone it is, when it is ephemeral. */
  user?: string;
  text: string;
  blocks: { type: string; [field: string]: unknown }[];
  at: number;
  edited?: boolean;
  metadata?: unknown;
}

/** A file as it was uploaded, and where it was shared. */
interface Shared {
  id: string;
  name: string;
  /** As announced; Slack refuses to share a file whose bytes are others. */
  length: number;
  bytes?: Buffer;
  alt?: string;
  title?: string;
  channel?: string;
  thread_ts?: string;
  comment?: string;
}

/** What the workspace holds: who is in it, where the bot is a member, what was posted. */
export interface Workspace {
  /** Of workspace T1, unless `team_id` names another: someone in a channel that is shared with it. */
  users: Record<string, { tz?: string; locale?: string; is_admin?: boolean; is_owner?: boolean; team_id?: string }>;
  /** The token is a whole organisation's. */
  organisation?: boolean;
  channels: Set<string>;
  scopes: string[];
  messages: Message[];
  files: Shared[];
  uploadUrl: string;
  pings: string[];
  views: Record<string, unknown>[];
  statuses: { channel_id: string; thread_ts: string; status: string }[];
  prompts: { channel_id: string; prompts: unknown[]; thread_ts?: string }[];
  socketUrl: string;
  installed: Record<string, string>;
}

type Body = Record<string, unknown> & { blocks?: unknown; text?: string; channel?: string };
type Reply = Record<string, unknown> & { ok: boolean };

let last = 1_700_000_000_000_000;
const nextTs = () => `${Math.floor(++last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
const no = (error: string, messages?: string[]): Reply => ({
  ok: false,
  error,
  ...(messages ? { response_metadata: { messages } } : {}),
});

function post(w: Workspace, body: Body, alone: boolean): Reply {
  const { channel = '', text = '', blocks = [], thread_ts, user } = body;
  if (!/^[CDGUW]/.test(channel)) return no('channel_not_found');
  if (/^[CG]/.test(channel) && !w.channels.has(channel)) return no(alone ? 'channel_not_found' : 'not_in_channel');
  if (alone && (typeof user !== 'string' || !(user in w.users))) return no('user_not_in_channel');
  const refused = accept(w, { text, blocks });
  if (refused) return refused;
  const ts = nextTs();
  w.messages.push({
    channel,
    ts,
    text,
    blocks: blocks as Message['blocks'],
    at: performance.now(),
    ...(body.metadata ? { metadata: body.metadata } : {}),
    ...(thread_ts ? { thread_ts: String(thread_ts) } : {}),
    ...(alone ? { user: String(user) } : {}),
  });
  // What is sent to a person lands in the direct messages with them.
  return { ok: true, channel: channel.replace(/^[UW]/, 'D'), ts, message: { ts, text } };
}

/** Undefined when Slack would take it; notes what would ping. */
export function accept(w: Workspace, body: { text?: string; blocks?: unknown }): Reply | undefined {
  if (!body.text && !(body.blocks as unknown[] | undefined)?.length) return no('no_text');
  if ((body.text ?? '').length > 40_000) return no('msg_too_long');
  const wrong = body.blocks ? wrongWith(body.blocks) : [];
  if (wrong.length) return no('invalid_blocks', wrong);
  w.pings.push(...pingsIn(body));
  return undefined;
}

function view(w: Workspace, body: Body): Reply {
  const shown = body.view as { type: string; blocks: unknown; title?: { text: string }; private_metadata?: string };
  const wrong = wrongWith(shown.blocks, 100);
  if (shown.type === 'modal' && (shown.title?.text.length ?? 0) > 24) wrong.push('title: more than 24 characters');
  if ((shown.private_metadata?.length ?? 0) > 3000) wrong.push('private_metadata: more than 3000 characters');
  if (shown.type === 'modal' && !body.trigger_id) return no('invalid_trigger_id');
  if (wrong.length) return no('invalid_arguments', wrong);
  w.views.push({ ...body, ...shown });
  return { ok: true, view: { id: `V${w.views.length}`, ...shown } };
}

/** Newest first, as Slack has it; replies oldest first. Metadata only where it is asked for. */
function history(
  w: Workspace,
  { channel, oldest = '0', limit = 100, include_all_metadata, cursor }: Body,
  under?: string,
): Reply {
  if (!w.scopes.includes('channels:history')) return no('missing_scope');
  const found = w.messages.filter(
    (m) =>
      m.channel === channel &&
      Number(m.ts) > Number(oldest) &&
      !m.user &&
      (under === undefined ? !m.thread_ts : m.thread_ts === under),
  );
  const from = Number(cursor ?? 0);
  const all = under === undefined ? found.reverse() : found;
  const page = all.slice(from, from + Number(limit));
  const next_cursor = from + page.length < all.length ? String(from + page.length) : '';
  const messages = page.map(({ ts, text, metadata }) => ({ ts, text, ...(include_all_metadata ? { metadata } : {}) }));
  return { ok: true, messages, response_metadata: { next_cursor } };
}

const numbers = (w: Workspace) => `F${w.files.length + 1}`;

/** Begins an upload: an address for the bytes. */
function uploadUrl(w: Workspace, { filename, length, alt_text }: Body): Reply {
  if (!w.scopes.includes('files:write')) return no('missing_scope');
  if (!filename || !(Number(length) > 0)) return no('invalid_arguments');
  const id = numbers(w);
  w.files.push({ id, name: String(filename), length: Number(length), ...(alt_text ? { alt: String(alt_text) } : {}) });
  return { ok: true, file_id: id, upload_url: `${w.uploadUrl}${id}` };
}

/** Shares what was uploaded. */
function complete(w: Workspace, body: Body): Reply {
  const { channel_id, thread_ts, initial_comment, files } = body;
  const channel = String(channel_id ?? '');
  const wanted = (files as { id: string; title?: string }[]).map((f) => ({
    ...f,
    held: w.files.find((h) => h.id === f.id),
  }));
  if (wanted.some(({ held }) => held?.bytes?.length !== held?.length)) return no('file_not_found');
  // Unlike for messages, a person's id is no channel here.
  if (!/^[CDG]/.test(channel)) return no('channel_not_found');
  if (/^[CG]/.test(channel) && !w.channels.has(channel)) return no('not_in_channel');
  w.pings.push(...pingsIn({ text: String(initial_comment ?? '') }));
  for (const { held, title } of wanted)
    Object.assign(held ?? {}, { channel, title, thread_ts, comment: initial_comment });
  return { ok: true, files: wanted.map(({ id }) => ({ id })) };
}

/** The methods the bot calls, as docs.slack.dev/reference/methods tells them. */
export const methods: Record<string, (w: Workspace, body: Body) => Reply> = {
  'auth.test': (w) => ({
    ok: true,
    is_enterprise_install: w.organisation === true,
    url: 'https://acme.slack.com/',
    team: 'Acme',
    user: 'sitrep',
    team_id: 'T1',
    user_id: 'UBOT',
    bot_id: 'BBOT',
  }),
  'apps.connections.open': (w) => ({ ok: true, url: w.socketUrl }),
  'users.info': (w, { user }) => {
    const found = w.users[String(user)];
    return found
      ? { ok: true, user: { id: user, name: String(user).toLowerCase(), team_id: 'T1', ...found } }
      : no('user_not_found');
  },
  'chat.postMessage': (w, body) => post(w, body, false),
  'chat.update': (w, body) => {
    const refused = accept(w, body);
    if (refused) return refused;
    const found = w.messages.find((m) => m.channel === body.channel && m.ts === body.ts);
    if (!found) return no('message_not_found');
    Object.assign(found, { text: body.text ?? '', blocks: (body.blocks ?? []) as Message['blocks'], edited: true });
    return { ok: true, channel: found.channel, ts: found.ts };
  },
  'conversations.history': (w, body) => history(w, body),
  'conversations.replies': (w, body) => history(w, body, String(body.ts)),
  'chat.postEphemeral': (w, body) => post(w, body, true),
  'assistant.threads.setStatus': (w, { channel_id, thread_ts, status }) => {
    if (!thread_ts) return no('invalid_thread_ts');
    w.statuses.push({ channel_id: String(channel_id), thread_ts: String(thread_ts), status: String(status) });
    return { ok: true };
  },
  'assistant.threads.setSuggestedPrompts': (w, body) => {
    const prompts = body.prompts as unknown[];
    if (prompts.length > 4) return no('invalid_arguments');
    w.prompts.push({ channel_id: String(body.channel_id), prompts });
    return { ok: true };
  },
  'files.getUploadURLExternal': uploadUrl,
  'files.completeUploadExternal': complete,
  'files.delete': (w, { file }) => {
    const at = w.files.findIndex((f) => f.id === file);
    if (at < 0) return no('file_not_found');
    w.files.splice(at, 1);
    return { ok: true };
  },
  'views.open': view,
  'views.update': (w, body) => {
    const at = Number(String(body.view_id).slice(1)) - 1;
    if (!w.views[at]) return no('not_found');
    const seen = view(w, { ...body, trigger_id: 'kept' });
    if (seen.ok) w.views[at] = w.views.pop() ?? {};
    return seen;
  },
  'views.publish': view,
  'oauth.v2.access': (w, { code }) => {
    const team = String(code).replace(/^code-/, '');
    const token = `xoxb-${team}`;
    w.installed[team] = token;
    return {
      ok: true,
      app_id: 'A1',
      access_token: token,
      token_type: 'bot',
      scope: w.scopes.join(','),
      bot_user_id: 'UBOT',
      team: { id: team, name: `Team ${team}` },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: 'UADMIN' },
    };
  },
};
