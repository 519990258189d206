import type { App, MessageShortcut } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { cut } from '../../kernel/cut.ts';
import { truncate } from '../truncate.ts';
import type { HandleSlackRequest } from './handle.ts';
import { limits } from './limits.ts';
import { stripMarkup } from './message-context.ts';
import { retryAfter429 } from './retry-after-429.ts';

/** The callback id of the shortcut in the manifest, and of its form. */
export const askAbout = 'ask_about';
const longest = 500;

const metadata = z.object({
  team: z.string(),
  channel: z.string(),
  thread: z.string(),
  started: z.boolean().default(false),
  responseUrl: z.string(),
});

function formOf(shortcut: MessageShortcut) {
  const text = stripMarkup(shortcut.message.text ?? '').replace(/\s+/g, ' ');
  const origin: z.infer<typeof metadata> = {
    team: shortcut.team?.id ?? '',
    channel: shortcut.channel.id,
    thread: shortcut.message.thread_ts ?? shortcut.message_ts,
    started: shortcut.message.thread_ts !== undefined,
    responseUrl: shortcut.response_url,
  };
  return {
    type: 'modal' as const,
    callback_id: askAbout,
    title: { type: 'plain_text' as const, text: truncate('Ask Sitrep about this', limits.modalTitle) },
    submit: { type: 'plain_text' as const, text: 'Ask' },
    private_metadata: JSON.stringify(origin),
    blocks: [
      {
        type: 'input' as const,
        block_id: 'question',
        label: { type: 'plain_text' as const, text: 'Your question' },
        hint: { type: 'plain_text' as const, text: 'The answer comes in the thread of the message.' },
        element: {
          type: 'plain_text_input' as const,
          action_id: 'words',
          multiline: true,
          max_length: longest,
          ...(text ? { initial_value: cut(text, longest) } : {}),
        },
      },
    ],
  };
}

/** "Ask Sitrep about this" on a message: opens a form with the message's text, to be edited into a question. */
export function listenToShortcut(app: App, dispatcher: Dispatcher, handle: HandleSlackRequest, log: Logger): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: askAbout },
    async ({ shortcut, ack, client }) => {
      await ack();
      try {
        await retryAfter429(() => client.views.open({ trigger_id: shortcut.trigger_id, view: formOf(shortcut) }));
      } catch (error) {
        log.error({ err: error }, 'Slack: the form could not be opened');
      }
    },
  );
  app.view(askAbout, async ({ view, body, ack, client }) => {
    await ack();
    const origin = metadata.safeParse(JSON.parse(view.private_metadata));
    const question = stripMarkup(view.state.values.question?.words?.value ?? '');
    if (!origin.success || !question) return;
    await handle(client, {
      origin: { ...origin.data, user: body.user.id, direct: origin.data.channel.startsWith('D') },
      delivery: `view:${view.id}`,
      question,
      work: (context) => dispatcher.ask(question, context),
    });
  });
}
