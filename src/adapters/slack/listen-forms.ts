import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { Form } from '../../kernel/form.ts';
import { readSubmittedForm, saveForm } from '../form-store.ts';
import { formId, modalOf, readFormMetadata } from './form.ts';
import type { HandleSlackRequest } from './handle.ts';
import { type MessageOrigin, stripMarkup } from './message-context.ts';
import { retryAfter429 } from './retry-after-429.ts';

/** Opens a form; its answer goes to the origin. `trigger_id` is valid for three seconds. A failure is logged. */
export async function openForm(
  client: webApi.WebClient,
  dispatcher: Dispatcher,
  form: Form,
  { team, channel, thread, responseUrl }: MessageOrigin,
  trigger_id: string,
  log: Logger,
): Promise<void> {
  const view = modalOf(form, {
    key: await saveForm(dispatcher, form),
    team,
    channel,
    ...(thread ? { thread } : {}),
    ...(responseUrl ? { responseUrl } : {}),
  });
  try {
    await retryAfter429(() => client.views.open({ trigger_id, view }));
  } catch (error) {
    log.error({ err: error }, 'Slack: the form could not be opened');
  }
}

/** Submitted forms: runs their command with the filled fields, and answers the asker alone. */
export function listenToForms(app: App, dispatcher: Dispatcher, handle: HandleSlackRequest): void {
  app.view(formId, async ({ view, body, ack, client }) => {
    await ack();
    const metadata = readFormMetadata(view.private_metadata);
    if (!metadata) return;
    const values = Object.fromEntries(
      Object.entries(view.state.values).map(([name, { words }]) => [name, stripMarkup(words?.value ?? '')]),
    );
    const { key, ...origin } = metadata;
    const direct = origin.channel.startsWith('D');
    await handle(client, {
      ...(await readSubmittedForm(dispatcher, key, values)),
      origin: { ...origin, user: body.user.id, direct, hidden: !direct },
      delivery: `view:${view.id}`,
    });
  });
}
