import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { composeWithdrawn } from '../../answers/button-messages.ts';
import type { Answer } from '../../answers/document/answer.ts';
import type { Rights } from '../../kernel/question.ts';
import { settingsOf } from '../../settings/channel-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { fitPage } from '../fit-page.ts';
import type { Request } from '../request.ts';
import type { RequestHandler } from '../request-handler.ts';
import { deliver, withdraw } from './deliver.ts';
import { fillDossier } from './dossier.ts';
import { channelOf, type MessageOrigin, threadOf, toRequestContext } from './message-context.ts';
import { isCut } from './render.ts';
import type { UserDirectory } from './user-directory.ts';
import { showWorking } from './working.ts';

/** One request from Slack. */
interface SlackRequest extends Pick<Request, 'delivery' | 'question' | 'work' | 'edited'> {
  origin: MessageOrigin;
  /** The key of the message that asks. */
  message?: string;
  /** The conversation, where it is not that of the origin. */
  thread?: string;
  /** The answer takes the place of the message its button is on. */
  replacesMessage?: boolean;
  /** The modal that shows the answer. */
  view?: string;
}

export interface HandleSlackRequest {
  (client: webApi.WebClient, request: SlackRequest): Promise<void>;
  /** A message that asked was deleted. */
  forget(client: webApi.WebClient, deleted: { origin: MessageOrigin; message: string }): Promise<void>;
}

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

/** Handles requests from Slack: looks up the asker and the channel settings, shows a status, delivers the answer. */
export function createHandle({
  settings,
  zone,
  locale,
  requests,
  users,
  rights,
  log,
  now,
}: SlackHandlerOptions): HandleSlackRequest {
  async function personOf(client: webApi.WebClient, origin: MessageOrigin) {
    const profile = await users(origin.team, origin.user, client);
    const saved = await settingsOf(settings, { platform: 'slack', id: channelOf(origin) });
    const person = {
      ...(profile.name === undefined ? {} : { name: profile.name }),
      timeZone: profile.timeZone ?? saved.zone ?? zone,
      locale: saved.locale ?? profile.locale ?? locale,
    };
    return { person, admin: profile.admin };
  }
  const handle = async (client: webApi.WebClient, request: SlackRequest) => {
    const { origin, delivery, message, thread, replacesMessage, view, ...asked } = request;
    const working = showWorking(client, origin, log);
    let language = locale;
    await requests.handle({
      ...asked,
      delivery: `slack:${delivery}`,
      ...(message === undefined ? {} : { message: `slack:${message}` }),
      queueKey: thread ?? threadOf(origin),
      async context() {
        working.begin();
        const { person, admin } = await personOf(client, origin);
        language = person.locale;
        return toRequestContext(origin, person, await rights(origin.user, admin), now(), thread);
      },
      ...(view === undefined ? { fit: (answer: Answer) => fitPage(answer, isCut) } : {}),
      async send(answer, how) {
        if (view !== undefined) {
          await fillDossier(client, view, answer, how.plain);
          return undefined;
        }
        await working.shown();
        const sent = await deliver(client, origin, answer, { ...how, replacesMessage, locale: language });
        if (sent.posted?.channel === origin.channel && how.replaces === undefined) working.cleared();
        return sent;
      },
      async announce(answer, key) {
        const { thread: _, ...open } = origin;
        if (!origin.direct) await deliver(client, { ...open, hidden: false }, answer, { key, locale: language });
      },
    });
    await working.end();
  };
  const forget: HandleSlackRequest['forget'] = (client, { origin, message }) =>
    requests.forget({
      message: `slack:${message}`,
      queueKey: threadOf(origin),
      now: now().getTime(),
      async withdraw(posted) {
        const { person } = await personOf(client, origin);
        await withdraw(client, posted, composeWithdrawn('withdrawn', person.locale));
      },
    });
  return Object.assign(handle, { forget });
}
