import type { App, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { HandleSlackRequest } from './handle.ts';
import { openForm } from './listen-forms.ts';
import { type MessageOrigin, stripMarkup } from './message-context.ts';

type MessageEvent = SlackEventMiddlewareArgs<'message'>['message'];
type UserMessage = { channel: string; ts: string; user: string; text: string; thread_ts?: string };

/** A message that a person wrote; undefined for edits, bots and people who join. */
function userMessage(message: MessageEvent): UserMessage | undefined {
  if (message.subtype !== undefined && message.subtype !== 'file_share' && message.subtype !== 'thread_broadcast')
    return undefined;
  const { channel, ts, user, text, thread_ts, bot_id } = message as UserMessage & { bot_id?: string };
  return user && bot_id === undefined ? { channel, ts, user, text: text ?? '', thread_ts } : undefined;
}

/** Mentions, direct messages and the slash command: dispatches the text of each. */
export function listenToMessages(app: App, dispatcher: Dispatcher, handle: HandleSlackRequest, log: Logger): void {
  const handleMessage = (
    client: Parameters<HandleSlackRequest>[0],
    team: string,
    message: UserMessage,
    direct: boolean,
  ) => {
    const question = stripMarkup(message.text);
    const { channel, user } = message;
    const origin: MessageOrigin = { team, channel, user, direct, thread: message.thread_ts ?? message.ts };
    // The same message may arrive as a mention and as a direct message.
    const delivery = `${team}:${channel}:${message.ts}`;
    return handle(client, {
      origin,
      delivery,
      question,
      work: (context) => dispatcher.dispatchText(question, context),
    });
  };

  app.event('app_mention', async ({ event, context, client }) => {
    const { channel, ts, user, text, thread_ts } = event;
    if (user === undefined || event.bot_id !== undefined) return;
    const direct = channel.startsWith('D');
    await handleMessage(
      client,
      context.teamId ?? context.enterpriseId ?? '',
      { channel, ts, user, text, thread_ts },
      direct,
    );
  });

  app.message(async ({ message, context, client }) => {
    const own = message.channel_type === 'im' ? userMessage(message) : undefined;
    if (own) await handleMessage(client, context.teamId ?? context.enterpriseId ?? '', own, true);
  });

  app.command(/.*/, async ({ command, ack, client }) => {
    await ack();
    const question = stripMarkup(command.text ?? '');
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
