import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { Form } from '../../kernel/form.ts';
import { readSubmittedForm, saveForm } from '../form-store.ts';
import { formId, modalOf, readFormMetadata } from './form.ts';
import type { HandleSlackRequest } from './handle.ts';
import { type MessageOrigin, stripMarkup } from './message-context.ts';
import { retryAfter429 } from './retry-after-429.ts';

/** Opens a form within the three seconds that a trigger lives; its answer goes to the place it was asked from. */
export async function openForm(
  client: webApi.WebClient,
  desk: Dispatcher,
  form: Form,
  { team, channel, thread, responseUrl }: MessageOrigin,
  trigger_id: string,
  log: Logger,
): Promise<void> {
  const view = modalOf(form, {
    key: await saveForm(desk, form),
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

/** Forms that were sent: their command runs with what was filled in, answered to the asker alone. */
export function listenToForms(app: App, desk: Dispatcher, serve: HandleSlackRequest): void {
  app.view(formId, async ({ view, body, ack, client }) => {
    await ack();
    const told = readFormMetadata(view.private_metadata);
    if (!told) return;
    const values = Object.fromEntries(
      Object.entries(view.state.values).map(([name, { words }]) => [name, stripMarkup(words?.value ?? '')]),
    );
    const { key, ...where } = told;
    const direct = where.channel.startsWith('D');
    await serve(client, {
      ...(await readSubmittedForm(desk, key, values)),
      place: { ...where, user: body.user.id, direct, hidden: !direct },
      delivery: `view:${view.id}`,
    });
  });
}
