import type { App, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { HandleSlackRequest } from './handle.ts';
import { openForm } from './listen-forms.ts';
import { type MessageOrigin, stripMarkup } from './message-context.ts';

type MessageEvent = SlackEventMiddlewareArgs<'message'>['message'];
type UserMessage = { channel: string; ts: string; user: string; text: string; thread_ts?: string };

/** A person's own message: no edit, no bot, no joining. */
function saidBy(message: MessageEvent): UserMessage | undefined {
  if (message.subtype !== undefined && message.subtype !== 'file_share' && message.subtype !== 'thread_broadcast')
    return undefined;
  const { channel, ts, user, text, thread_ts, bot_id } = message as UserMessage & { bot_id?: string };
  return user && bot_id === undefined ? { channel, ts, user, text: text ?? '', thread_ts } : undefined;
}

/** Mentions, direct messages and the slash command: each becomes words for the desk. */
export function listenToMessages(app: App, desk: Dispatcher, serve: HandleSlackRequest, log: Logger): void {
  const hear = (client: Parameters<HandleSlackRequest>[0], team: string, said: UserMessage, direct: boolean) => {
    const question = stripMarkup(said.text);
    const { channel, user } = said;
    const place: MessageOrigin = { team, channel, user, direct, thread: said.thread_ts ?? said.ts };
    // The same message may arrive as a mention and as a direct message.
    const delivery = `${team}:${channel}:${said.ts}`;
    return serve(client, { place, delivery, question, work: (from) => desk.dispatchText(question, from) });
  };

  app.event('app_mention', async ({ event, context, client }) => {
    const { channel, ts, user, text, thread_ts } = event;
    if (user === undefined || event.bot_id !== undefined) return;
    const direct = channel.startsWith('D');
    await hear(client, context.teamId ?? context.enterpriseId ?? '', { channel, ts, user, text, thread_ts }, direct);
  });

  app.message(async ({ message, context, client }) => {
    const said = message.channel_type === 'im' ? saidBy(message) : undefined;
    if (said) await hear(client, context.teamId ?? context.enterpriseId ?? '', said, true);
  });

  app.command(/.*/, async ({ command, ack, client }) => {
    await ack();
    const question = stripMarkup(command.text ?? '');
    const place: MessageOrigin = {
      team: command.team_id ?? command.enterprise_id ?? '',
      channel: command.channel_id,
      user: command.user_id,
      direct: command.channel_id.startsWith('D'),
      responseUrl: command.response_url,
    };
    const form = await desk.formForText(question);
    if (form) return openForm(client, desk, form, place, command.trigger_id, log);
    const delivery = `command:${command.trigger_id}`;
    await serve(client, { place, delivery, question, work: (from) => desk.dispatchText(question, from) });
  });
}
