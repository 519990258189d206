import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Rights } from '../../kernel/question.ts';
import { settingsOf } from '../../settings/channel-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Request, RequestHandler } from '../request-handler.ts';
import { deliver } from './deliver.ts';
import { channelOf, type MessageOrigin, threadOf, toRequestContext } from './message-context.ts';
import type { UserDirectory } from './user-directory.ts';

/** One request from Slack. */
interface SlackRequest extends Pick<Request, 'delivery' | 'question' | 'work'> {
  origin: MessageOrigin;
  /** The conversation, where it is not that of the origin. */
  thread?: string;
  /** The answer takes the place of the message its button is on. */
  replacesMessage?: boolean;
}

export type HandleSlackRequest = (client: webApi.WebClient, request: SlackRequest) => Promise<void>;

interface SlackHandlerOptions {
  settings: Settings;
  /** Where neither the asker nor the channel says otherwise. */
  zone: string;
  locale: string;
  requests: RequestHandler;
  users: UserDirectory;
  /** What a user may change. */
  rights(user: string, admin: boolean): Promise<Rights>;
  log: Logger;
  now(): Date;
}

const statusAtMost = 1000;

/** Handles requests from Slack: looks up the asker and the channel settings, shows a status, delivers the answer. */
export const createHandle =
  ({ settings, zone, locale, requests, users, rights, log, now }: SlackHandlerOptions): HandleSlackRequest =>
  (client, { origin, delivery, question, work, thread, replacesMessage }) => {
    let working: Promise<void> | undefined;
    return requests.handle({
      delivery: `slack:${delivery}`,
      queueKey: thread ?? threadOf(origin),
      question,
      async context() {
        working = showWorking(client, origin, log);
        const profile = await users(origin.team, origin.user, client);
        const saved = await settingsOf(settings, { platform: 'slack', id: channelOf(origin) });
        const person = {
          ...(profile.name === undefined ? {} : { name: profile.name }),
          timeZone: profile.timeZone ?? saved.zone ?? zone,
          locale: saved.locale ?? profile.locale ?? locale,
        };
        return toRequestContext(origin, person, await rights(origin.user, profile.admin), now(), thread);
      },
      work,
      async send(answer, key) {
        await working;
        await deliver(client, origin, answer, key, replacesMessage);
      },
      async announce(answer, key) {
        const { thread: _, ...open } = origin;
        if (!origin.direct) await deliver(client, { ...open, hidden: false }, answer, key);
      },
    });
  };

/** Shows "is looking …" under the question. Delays the answer by a second at most, and never fails. */
async function showWorking(client: webApi.WebClient, origin: MessageOrigin, log: Logger): Promise<void> {
  if (origin.thread === undefined || origin.hidden) return;
  const { channel: channel_id, thread: thread_ts } = origin;
  const shown = client.assistant.threads
    .setStatus({ channel_id, thread_ts, status: 'is looking through the incidents…' })
    .catch((error: Error) => log.debug({ err: error.message }, 'Slack: no status shown'));
  await Promise.race([shown, sleep(statusAtMost, undefined, { ref: false })]);
}
