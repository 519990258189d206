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

/** One thing asked in Slack. */
interface SlackRequest extends Pick<Request, 'delivery' | 'question' | 'work'> {
  place: MessageOrigin;
  /** The conversation, where it is not the place's own. */
  thread?: string;
  /** The answer takes the place of the message its button is on. */
  replacesMessage?: boolean;
}

export type HandleSlackRequest = (client: webApi.WebClient, asked: SlackRequest) => Promise<void>;

interface SlackHandlerOptions {
  settings: Settings;
  /** Where neither the asker nor the channel says otherwise. */
  zone: string;
  locale: string;
  counter: RequestHandler;
  people: UserDirectory;
  /** What someone may change. */
  rights(user: string, admin: boolean): Promise<Rights>;
  log: Logger;
  now(): Date;
}

const statusAtMost = 1000;

export const createHandle =
  ({ settings, zone, locale, counter, people, rights, log, now }: SlackHandlerOptions): HandleSlackRequest =>
  (client, { place, delivery, question, work, thread, replacesMessage }) => {
    let working: Promise<void> | undefined;
    return counter.handle({
      delivery: `slack:${delivery}`,
      queueKey: thread ?? threadOf(place),
      question,
      async context() {
        working = showWorking(client, place, log);
        const known = await people(place.team, place.user, client);
        const set = await settingsOf(settings, { platform: 'slack', id: channelOf(place) });
        const person = {
          ...(known.name === undefined ? {} : { name: known.name }),
          timeZone: known.timeZone ?? set.zone ?? zone,
          locale: set.locale ?? known.locale ?? locale,
        };
        return toRequestContext(place, person, await rights(place.user, known.admin), now(), thread);
      },
      work,
      async send(answer, key) {
        await working;
        await deliver(client, place, answer, key, replacesMessage);
      },
      async announce(answer, key) {
        const { thread: _, ...open } = place;
        if (!place.direct) await deliver(client, { ...open, hidden: false }, answer, key);
      },
    });
  };

/** "is looking …" under the question; a comfort that holds nothing up for long. */
async function showWorking(client: webApi.WebClient, place: MessageOrigin, log: Logger): Promise<void> {
  if (place.thread === undefined || place.hidden) return;
  const { channel: channel_id, thread: thread_ts } = place;
  const shown = client.assistant.threads
    .setStatus({ channel_id, thread_ts, status: 'is looking through the incidents…' })
    .catch((error: Error) => log.debug({ err: error.message }, 'Slack: no status shown'));
  await Promise.race([shown, sleep(statusAtMost, undefined, { ref: false })]);
}
