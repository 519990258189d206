import { type InstallationStore, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { ChannelGone, MessageGone, MessageRefused, type Notifier } from '../../alerts/notifier.ts';
import type { Answer } from '../../answers/document/answer.ts';
import { attachmentsOf } from '../../answers/document/answer.ts';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { SlackConfig } from '../../config/config.ts';
import { minute, second } from '../../kernel/duration.ts';
import { saveButtonPayload } from '../request-handler.ts';
import { truncate } from '../truncate.ts';
import { findMessage } from './find-message.ts';
import { limits } from './limits.ts';
import { postDefaults } from './post-defaults.ts';
import { type Rendered, render } from './render.ts';
import { clientOptions, errorCodeOf, retryAfter429, slackFetch } from './retry-after-429.ts';
import { share } from './upload.ts';

/** Errors after which no alert can be delivered to the channel any more, by Slack's codes. */
const permanentErrors: Record<string, string> = {
  channel_not_found: 'the channel was deleted, or I may not see it',
  not_in_channel: 'I was removed from the channel',
  is_archived: 'the channel is archived',
  restricted_action: 'the workspace does not let me write there',
  account_inactive: 'I was removed from the workspace',
  token_revoked: 'my token was revoked',
  invalid_auth: 'my token is not valid',
};

const deletedErrors = new Set(['message_not_found', 'thread_not_found']);
/** The workspace no longer lets the message be edited. The reply that says what changed is still posted. */
const uneditableErrors = new Set(['edit_window_closed', 'cant_update_message']);
/** Slack refuses what is in the message, whatever the channel. */
const refusedErrors = /^(?:invalid_|msg_|metadata_|no_text$|too_many_)/;
const clockSkew = minute;

/** A request and the waits that Slack asks for end, or fail, before another process may take the channel over. */
const [longestRequest, longestWait] = [15 * second, 20 * second];
const fetchInTime: typeof slackFetch = (url, options = {}) => {
  const timeout = AbortSignal.timeout(longestRequest);
  return slackFetch(url, { ...options, signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout });
};

/** Delivers alerts to Slack. Channels are "TEAM:CHANNEL"; `once` is in a message's metadata, where findSent looks for it. */
export function createSlackNotifier(
  config: SlackConfig,
  dispatcher: Dispatcher,
  store: InstallationStore,
  log: Logger,
): Notifier {
  const clients = new Map<string, webApi.WebClient>();

  async function tokenOf(team: string): Promise<string | undefined> {
    if (config.botToken !== undefined) return config.botToken;
    const query = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false as const };
    return (await store.fetchInstallation(query)).bot?.token;
  }

  async function clientOf(team: string): Promise<webApi.WebClient> {
    const token = await tokenOf(team);
    const cached = clients.get(token ?? '');
    if (cached) return cached;
    // Before a post is repeated, findSent looks for it, so the client itself does not retry.
    const options = { ...clientOptions(config.apiUrl, log), retryConfig: { retries: 0 }, fetch: fetchInTime };
    const client = new webApi.WebClient(token, options);
    clients.set(token ?? '', client);
    return client;
  }

  async function prepareMessage(name: string, answer: Answer) {
    const [team = '', channel = ''] = name.split(':');
    const message = render(answer, await saveButtonPayload(dispatcher, answer, ''));
    return { client: await clientOf(team), channel, message };
  }

  async function post(name: string, answer: Answer, once: string, thread?: string): Promise<string> {
    const { client, channel, message } = await prepareMessage(name, answer);
    const metadata = { event_type: 'sitrep_alert', event_payload: { once } };
    const under = thread === undefined ? {} : { thread_ts: thread };
    const sent = await asPlainIfRefused(message, (form) =>
      retryAfter429(
        () => client.chat.postMessage({ channel, ...under, ...form, ...postDefaults, metadata }),
        longestWait,
      ),
    );
    const ts = sent.ts ?? '';
    // In the alert's thread. The alert has been delivered, so an upload that fails must not repeat it.
    const target = { channel: sent.channel ?? channel, thread: thread ?? ts };
    await share(client, target, attachmentsOf(answer)).catch((error: Error) =>
      log.warn({ err: error.message }, 'Slack: the files of an alert could not be uploaded'),
    );
    return ts;
  }

  return {
    send: (channel, answer, once) => post(channel, answer, once),
    reply: (channel, thread, answer, once) => post(channel, answer, once, thread),
    async edit(name, ts, answer) {
      const { client, channel, message } = await prepareMessage(name, answer);
      await asPlainIfRefused(message, (form) =>
        retryAfter429(() => client.chat.update({ channel, ts, ...form }), longestWait),
      ).catch((error) => {
        if (!uneditableErrors.has(errorCodeOf(error) ?? '')) throw error;
      });
    },
    async notifyPerson(name, person, answer, once) {
      await post(`${name.split(':')[0]}:${person}`, answer, once);
    },
    async findSent(name, once, since, under) {
      const [team = '', channel = ''] = name.split(':');
      const target = { channel, ...(under === undefined ? {} : { under }) };
      return findMessage(await clientOf(team), target, once, since - clockSkew, log);
    },
    threadOf: (channel, message) => `slack:${channel}:${message}`,
  };
}

/** Sends a message, and once more without its layout where Slack refuses that. Throws as withAlertErrors does. */
async function asPlainIfRefused<T>(
  message: Rendered,
  send: (form: Partial<Rendered> & { text: string }) => Promise<T>,
) {
  try {
    return await withAlertErrors(() => send(message));
  } catch (error) {
    if (!(error instanceof MessageRefused)) throw error;
    return withAlertErrors(() => send({ text: truncate(message.text, limits.textObject), blocks: [] }));
  }
}

/** Runs a call to Slack. Throws ChannelGone, MessageGone or MessageRefused where Slack says so, and other errors as they are. */
async function withAlertErrors<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const code = errorCodeOf(error) ?? '';
    if (deletedErrors.has(code)) throw new MessageGone('the message was deleted');
    const why = permanentErrors[code];
    if (why !== undefined) throw new ChannelGone(why);
    throw refusedErrors.test(code) ? new MessageRefused(`Slack does not take the message (${code})`) : error;
  }
}
