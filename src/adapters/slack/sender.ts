import { type InstallationStore, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Answer } from '../../answers/answer.ts';
import type { SlackConfig } from '../../config.ts';
import type { Desk } from '../../desk.ts';
import { ChannelGone, type Sender } from '../../sender.ts';
import { keepOffer } from '../counter.ts';
import { calm, clientOptions, codeOf } from './calm.ts';
import { quiet } from './deliver.ts';
import { render } from './render.ts';

/** What will not pass by itself. */
const gone: Record<string, string> = {
  channel_not_found: 'the channel was deleted, or I may not see it',
  not_in_channel: 'I was removed from the channel',
  is_archived: 'the channel is archived',
  restricted_action: 'the workspace does not let me write there',
  account_inactive: 'I was removed from the workspace',
  token_revoked: 'my token was revoked',
  invalid_auth: 'my token is not valid',
};

/** Alerts into Slack. A channel is told as "TEAM:CHANNEL"; the message's metadata carries its name. */
export function createSlackSender(config: SlackConfig, desk: Desk, store: InstallationStore, log: Logger): Sender {
  const clients = new Map<string, webApi.WebClient>();

  async function tokenOf(team: string): Promise<string | undefined> {
    if (config.botToken !== undefined) return config.botToken;
    const query = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false as const };
    return (await store.fetchInstallation(query)).bot?.token;
  }

  async function clientOf(team: string): Promise<webApi.WebClient> {
    const token = await tokenOf(team);
    const known = clients.get(token ?? '');
    if (known) return known;
    const client = new webApi.WebClient(token, clientOptions(config.apiUrl, log));
    clients.set(token ?? '', client);
    return client;
  }

  async function prepared(name: string, answer: Answer) {
    const [team = '', channel = ''] = name.split(':');
    const message = render(answer, keepOffer(desk, answer, '', `slack:${name}:alerts`));
    return { client: await clientOf(team), channel, message };
  }

  async function post(name: string, answer: Answer, once: string, thread: object = {}): Promise<string> {
    const { client, channel, message } = await prepared(name, answer);
    const metadata = { event_type: 'sitrep_alert', event_payload: { once } };
    const sent = await told(() =>
      calm(() => client.chat.postMessage({ channel, ...thread, ...message, ...quiet, metadata })),
    );
    return sent.ts ?? '';
  }

  return {
    send: (channel, answer, once) => post(channel, answer, once),
    reply: (channel, thread_ts, answer, once) => post(channel, answer, once, { thread_ts }),
    async edit(name, ts, answer) {
      const { client, channel, message } = await prepared(name, answer);
      await told(() => calm(() => client.chat.update({ channel, ts, ...message })));
    },
  };
}

async function told<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const why = gone[codeOf(error) ?? ''];
    throw why === undefined ? error : new ChannelGone(why);
  }
}
