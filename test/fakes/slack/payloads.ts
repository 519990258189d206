const team = 'T1';
let count = 0;
const next = (prefix: string) => `${prefix}${++count}`;
/** A message's own time stamp. */
export const stamp = () => `1594717${String(count++).padStart(6, '0').slice(0, 3)}.${String(count).padStart(6, '0')}`;

/** An event as the Events API wraps it. */
export const eventOf = (event: Record<string, unknown>, id = next('Ev')) => ({
  type: 'event_callback',
  token: 'x',
  team_id: team,
  api_app_id: 'A1',
  event,
  event_id: id,
  event_time: 1594717200,
  authorizations: [{ enterprise_id: null, team_id: team, user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
});

interface Said {
  channel?: string;
  user?: string;
  ts?: string;
  thread?: string;
}

const words = (type: string, text: string, { channel, user = 'U1', ts = stamp(), thread }: Said) => ({
  type,
  channel,
  user,
  text,
  ts,
  event_ts: ts,
  ...(thread ? { thread_ts: thread } : {}),
});

export const mention = (text: string, said: Said = {}) =>
  eventOf(words('app_mention', `<@UBOT> ${text}`, { channel: 'C1', ...said }));

export const directMessage = (text: string, said: Said = {}) =>
  eventOf({ ...words('message', text, { channel: 'D1', ...said }), channel_type: 'im' });

type Event = ReturnType<typeof eventOf>;

/** A mention whose message was edited, as Slack tells it: the event comes again. */
export const editedMention = ({ event }: Event, text: string, at = stamp()) =>
  eventOf({ ...event, text: `<@UBOT> ${text}`, edited: { user: event.user, ts: at } });

/** A message that was changed: by its writer, or by Slack that unfolds a link (no `edited`). */
export const changed = ({ event }: Event, text: string, edited: boolean = true) =>
  eventOf({
    type: 'message',
    subtype: 'message_changed',
    channel: event.channel,
    channel_type: String(event.channel).startsWith('D') ? 'im' : 'channel',
    ts: stamp(),
    message: { ...event, type: 'message', text, ...(edited ? { edited: { user: event.user, ts: stamp() } } : {}) },
    previous_message: { ...event, type: 'message' },
  });

/** A message that was deleted; with answers under it, Slack leaves a tombstone. */
export const deleted = ({ event }: Event, answered: boolean) =>
  eventOf({
    type: 'message',
    channel: event.channel,
    channel_type: String(event.channel).startsWith('D') ? 'im' : 'channel',
    ts: stamp(),
    previous_message: { ...event, type: 'message' },
    ...(answered
      ? {
          subtype: 'message_changed',
          message: { ...event, subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' },
        }
      : { subtype: 'message_deleted', deleted_ts: event.ts }),
  });

export const homeOpened = (tab: 'home' | 'messages') =>
  eventOf({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab, event_ts: stamp() });

export const slashCommand = (text: string, responseUrl: string, said: Said = {}) => ({
  command: '/sitrep',
  text,
  team_id: team,
  team_domain: 'acme',
  channel_id: said.channel ?? 'C1',
  channel_name: 'general',
  user_id: said.user ?? 'U1',
  user_name: 'ana',
  api_app_id: 'A1',
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: next('trigger.'),
});

interface Pressed {
  channel: string;
  ts: string;
  thread_ts?: string;
  user?: string;
}

/** A button pressed, or a choice made, under a message. */
export function pressed(action: Record<string, unknown>, message: Pressed, responseUrl: string, user = 'U1') {
  const { channel, ts, thread_ts } = message;
  const { type } = action;
  return {
    type: 'block_actions',
    team: { id: team, domain: 'acme' },
    user: { id: user, team_id: team },
    api_app_id: 'A1',
    trigger_id: next('trigger.'),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: message.user !== undefined,
      ...(thread_ts ? { thread_ts } : {}),
    },
    channel: { id: channel, name: 'general' },
    ...(message.user === undefined ? { message: { type: 'message', ts, ...(thread_ts ? { thread_ts } : {}) } } : {}),
    response_url: responseUrl,
    actions: [{ ...action, type, block_id: 'b', action_ts: stamp() }],
  };
}

export const homeButton = (action: Record<string, unknown>) => ({
  type: 'block_actions',
  team: { id: team, domain: 'acme' },
  user: { id: 'U1', team_id: team },
  api_app_id: 'A1',
  trigger_id: next('trigger.'),
  container: { type: 'view', view_id: 'V1' },
  view: { id: 'V1', type: 'home' },
  actions: [{ ...action, block_id: 'b', action_ts: stamp() }],
});

export const messageShortcut = (text: string, responseUrl: string) => ({
  type: 'message_action',
  callback_id: 'ask_about',
  team: { id: team, domain: 'acme' },
  user: { id: 'U1', team_id: team },
  channel: { id: 'C1', name: 'general' },
  message: { type: 'message', user: 'U2', ts: '1594717000.000001', text },
  message_ts: '1594717000.000001',
  trigger_id: next('trigger.'),
  response_url: responseUrl,
});

export const submitted = (view: Record<string, unknown>, question: string) => ({
  type: 'view_submission',
  team: { id: team, domain: 'acme' },
  user: { id: 'U1', team_id: team },
  view: {
    ...view,
    id: next('V'),
    state: { values: { question: { words: { type: 'plain_text_input', value: question } } } },
  },
});

/** A form of ours sent with what was filled in. */
export const filledIn = (view: Record<string, unknown>, given: Record<string, string>, user = 'U1') => ({
  type: 'view_submission',
  team: { id: team, domain: 'acme' },
  user: { id: user, team_id: team },
  view: {
    ...view,
    id: next('V'),
    state: {
      values: Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, { words: { type: 'plain_text_input', value } }]),
      ),
    },
  },
});
