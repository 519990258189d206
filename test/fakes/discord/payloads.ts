let last = 412_000_000_000_000_000n;
/** An id as Discord makes them. */
export function snowflake(): string {
  last += 4_194_304n;
  return String(last);
}

export const application = '400000000000000001';
export const guild = '400000000000000002';
/** A role of that server. */
export const curators = '400000000000000777';
export const bot = {
  id: application,
  username: 'Sitrep',
  discriminator: '0',
  global_name: null,
  avatar: null,
  bot: true,
};
const user = (n: number) => ({
  id: `40000000000000010${n}`,
  username: `user${n}`,
  discriminator: '0',
  global_name: null,
  avatar: null,
});
const managing = '32';

/** VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, READ_MESSAGE_HISTORY, SEND_MESSAGES_IN_THREADS. */
export const allowed = String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 38n));

const member = (n: number, permissions?: string, roles: string[] = []) => ({
  user: user(n),
  roles,
  joined_at: '2020-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
  ...(permissions === undefined ? {} : { permissions }),
});

export interface Said {
  channel: string;
  /** A direct message's channel has no server. */
  direct?: boolean;
  user?: number;
  id?: string;
  /** The bot's message that is replied to, as Discord tells it. */
  reply?: { id: string; content: string; components: unknown[]; embeds: unknown[] };
}

const base = (id: string, channel_id: string, author: object, content: string) => ({
  id,
  channel_id,
  author,
  content,
  timestamp: '2020-07-14T09:00:00.000Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [] as object[],
  mention_roles: [],
  attachments: [],
  embeds: [] as unknown[],
  components: [] as unknown[],
  pinned: false,
  type: 0,
});

/** A message as the gateway tells it. */
export function messageCreate(content: string, { channel, direct, user: n = 1, id = snowflake(), reply }: Said) {
  const named = content.includes(`<@${bot.id}>`) || reply !== undefined;
  return {
    ...base(id, channel, user(n), content),
    mentions: named ? [bot] : [],
    channel_type: direct ? 1 : 0,
    ...(direct ? {} : { guild_id: guild, member: { ...member(n), user: undefined } }),
    ...(reply
      ? {
          type: 19,
          message_reference: { type: 0, message_id: reply.id, channel_id: channel },
          referenced_message: {
            ...base(reply.id, channel, bot, reply.content),
            components: reply.components,
            embeds: reply.embeds,
          },
        }
      : {}),
  };
}

export const ownMessage = (id: string, channel: string, body: Record<string, unknown>) => ({
  ...base(id, channel, bot, ''),
  ...body,
});

interface Where {
  channel: string;
  direct?: boolean;
  user?: number;
  manages?: boolean;
  locale?: string;
  /** Another server than the first. */
  server?: string;
  roles?: string[];
  /** The asker has installed the bot for themselves; the bot is no member of the server. */
  installedBy?: 'user';
}

/** Who has installed the bot where it is used: the server (0), or the asker (1). */
const ownersOf = ({ direct, server = guild, installedBy, user: n = 1 }: Where) =>
  installedBy === 'user' ? { 1: user(n).id } : { 0: direct ? '0' : server };

function interaction(type: number, data: object, where: Where) {
  const { channel, direct, user: n = 1, manages = true, locale = 'en-GB', server = guild, roles } = where;
  const who = direct ? { user: user(n) } : { guild_id: server, member: member(n, manages ? managing : '0', roles) };
  return {
    id: snowflake(),
    application_id: application,
    type,
    token: `token-${last}`,
    version: 1,
    channel_id: channel,
    channel: { id: channel, type: direct ? 1 : 0 },
    locale,
    guild_locale: 'en-US',
    app_permissions: allowed,
    entitlements: [],
    authorizing_integration_owners: ownersOf(where),
    context: direct ? 1 : 0,
    attachment_size_limit: 10_485_760,
    data,
    ...who,
  };
}

export type Interaction = ReturnType<typeof interaction>;
const typeOf = (value: unknown) => (typeof value === 'boolean' ? 5 : typeof value === 'number' ? 10 : 3);
const optionsOf = (given: Record<string, unknown>) =>
  Object.entries(given).map(([name, value]) => ({ name, type: typeOf(value), value }));

export const slashCommand = (name: string, given: Record<string, unknown>, where: Where) =>
  interaction(2, { id: snowflake(), name, type: 1, options: optionsOf(given) }, where);

export const typing = (name: string, option: string, value: string, where: Where) =>
  interaction(4, { id: snowflake(), name, type: 1, options: [{ name: option, type: 3, value, focused: true }] }, where);

export const contextMenu = (content: string, where: Where) => {
  const id = snowflake();
  const messages = { [id]: base(id, where.channel, user(2), content) };
  return interaction(
    2,
    { id: snowflake(), name: 'Ask Sitrep about this', type: 3, target_id: id, resolved: { messages } },
    where,
  );
};

export const pressed = (customId: string, message: object, where: Where) => ({
  ...interaction(3, { component_type: 2, custom_id: customId }, where),
  message,
});

export const chosen = (customId: string, value: string, message: object, where: Where) => ({
  ...interaction(3, { component_type: 3, custom_id: customId, values: [value] }, where),
  message,
});

export const submitted = (question: string, where: Where) =>
  interaction(
    5,
    {
      custom_id: 'ask-about',
      components: [{ type: 1, components: [{ type: 4, custom_id: 'question', value: question }] }],
    },
    where,
  );

/** A form of ours sent with what was filled in. */
export const filledIn = (customId: string, given: Record<string, string>, where: Where) =>
  interaction(
    5,
    {
      custom_id: customId,
      components: Object.entries(given).map(([name, value]) => ({
        type: 1,
        components: [{ type: 4, custom_id: name, value }],
      })),
    },
    where,
  );
