import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Desk } from '../../app/dispatcher.ts';
import type { Form } from '../../kernel/form.ts';
import { filledIn, keepForm } from '../form-store.ts';
import { carriedBy, formId, modalOf } from './form.ts';
import type { Serve } from './handle.ts';
import { type Place, plainWords } from './message-context.ts';
import { calm } from './retry-after-429.ts';

/** Opens a form within the three seconds that a trigger lives; its answer goes to the place it was asked from. */
export async function openForm(
  client: webApi.WebClient,
  desk: Desk,
  form: Form,
  { team, channel, thread, responseUrl }: Place,
  trigger_id: string,
  log: Logger,
): Promise<void> {
  const view = modalOf(form, {
    key: await keepForm(desk, form),
    team,
    channel,
    ...(thread ? { thread } : {}),
    ...(responseUrl ? { responseUrl } : {}),
  });
  try {
    await calm(() => client.views.open({ trigger_id, view }));
  } catch (error) {
    log.error({ err: error }, 'Slack: the form could not be opened');
  }
}

/** Forms that were sent: their command runs with what was filled in, answered to the asker alone. */
export function listenToForms(app: App, desk: Desk, serve: Serve): void {
  app.view(formId, async ({ view, body, ack, client }) => {
    await ack();
    const told = carriedBy(view.private_metadata);
    if (!told) return;
    const values = Object.fromEntries(
      Object.entries(view.state.values).map(([name, { words }]) => [name, plainWords(words?.value ?? '')]),
    );
    const { key, ...where } = told;
    const direct = where.channel.startsWith('D');
    await serve(client, {
      ...(await filledIn(desk, key, values)),
      place: { ...where, user: body.user.id, direct, hidden: !direct },
      delivery: `view:${view.id}`,
    });
  });
}
