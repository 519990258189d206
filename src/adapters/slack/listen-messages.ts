import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { HandleSlackRequest } from './handle.ts';
import { openForm } from './listen-forms.ts';
import { type MessageOrigin, stripMarkup } from './message-context.ts';
import { deletedIn, editedIn, type UserMessage, writtenIn } from './message-events.ts';

/** Where a message was written; the answer goes into its thread. */
const originOf = (team: string, { channel, user, ts, thread_ts }: UserMessage, direct: boolean): MessageOrigin => ({
  team,
  channel,
  user,
  direct,
  thread: thread_ts ?? ts,
  started: thread_ts !== undefined && thread_ts !== ts,
});

/** Mentions, direct messages and the slash command: dispatches the text of each. Edited and deleted questions are followed. */
export function listenToMessages(app: App, dispatcher: Dispatcher, handle: HandleSlackRequest, log: Logger): void {
  const ask = (client: webApi.WebClient, origin: MessageOrigin, message: UserMessage, orNew = true) => {
    const question = stripMarkup(message.text);
    // The same message may arrive as a mention and as a direct message.
    const key = `${origin.team}:${message.channel}:${message.ts}`;
    const work: Parameters<HandleSlackRequest>[1]['work'] = (context) => dispatcher.dispatchText(question, context);
    const asked = { origin, message: key, question, work };
    if (message.edited === undefined) return handle(client, { ...asked, delivery: key });
    const edited = { orNew, writtenAt: Number(message.ts) * 1000 };
    return handle(client, { ...asked, delivery: `${key}:edited:${orNew}:${message.edited}`, edited });
  };

  app.event('app_mention', async ({ event, context, client }) => {
    const { channel, user, bot_id, edited, ...said } = event;
    if (user === undefined || bot_id !== undefined) return;
    const message = { ...said, channel, user, edited: edited?.ts };
    const team = context.teamId ?? context.enterpriseId ?? '';
    await ask(client, originOf(team, message, channel.startsWith('D')), message);
  });

  app.message(async ({ message, context, client }) => {
    const team = context.teamId ?? context.enterpriseId ?? '';
    const direct = message.channel_type === 'im';
    const deleted = deletedIn(message);
    if (deleted) {
      const origin = originOf(team, deleted, direct);
      return handle.forget(client, { origin, message: `${team}:${deleted.channel}:${deleted.ts}` });
    }
    const own = editedIn(message) ?? (direct ? writtenIn(message) : undefined);
    // In a channel only what was answered is followed: the rest is not meant for the bot.
    if (own) await ask(client, originOf(team, own, direct), own, direct);
  });

  app.command(/.*/, async ({ command, ack, client }) => {
    const question = stripMarkup(command.text ?? '');
    // The channel sees what was asked, where it will see the answer.
    await (dispatcher.audienceOf(question) === 'everyone' ? ack({ response_type: 'in_channel' }) : ack());
    const origin: MessageOrigin = {
      team: command.team_id ?? command.enterprise_id ?? '',
      channel: command.channel_id,
      user: command.user_id,
      direct: command.channel_id.startsWith('D'),
      responseUrl: command.response_url,
    };
    const form = await dispatcher.formForText(question);
    if (form) return openForm(client, dispatcher, form, origin, command.trigger_id, log);
    const delivery = `command:${command.trigger_id}`;
    await handle(client, { origin, delivery, question, work: (context) => dispatcher.dispatchText(question, context) });
  });
}
