import type { App, BlockAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { resolveButtonAction } from '../button-action.ts';
import { formForButton } from '../form-store.ts';
import { openDossier } from './dossier.ts';
import type { HandleSlackRequest } from './handle.ts';
import { openForm } from './listen-forms.ts';
import type { MessageOrigin } from './message-context.ts';

/** Where a button was pressed. From the home tab the answer goes to a direct message. */
function originOf(body: BlockAction): MessageOrigin {
  const { container, user } = body;
  const team = body.team?.id ?? body.user.team_id ?? body.enterprise?.id ?? '';
  const channel = body.channel?.id ?? (container.channel_id as string | undefined);
  if (channel === undefined) return { team, channel: user.id, user: user.id, direct: true };
  const thread = (body.message?.thread_ts ?? container.thread_ts ?? container.message_ts) as string | undefined;
  return {
    team,
    channel,
    user: user.id,
    direct: channel.startsWith('D'),
    ...(thread === undefined ? {} : { thread }),
    started: (body.message?.thread_ts ?? container.thread_ts) !== undefined,
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
    hidden: container.is_ephemeral === true,
  };
}

/** The value of a pressed button, a selected option or the feedback. */
function actionValue(body: BlockAction): string {
  const [action] = body.actions;
  const chosen = action as { value?: string; selected_option?: { value?: string } | null } | undefined;
  return chosen?.value ?? chosen?.selected_option?.value ?? '';
}

/** Buttons under answers: next steps, choices of a clarification, and feedback. */
export function listenToButtons(app: App, dispatcher: Dispatcher, handle: HandleSlackRequest, log: Logger): void {
  app.action<BlockAction>({ type: 'block_actions', action_id: /^(step:|feedback$)/ }, async ({ body, ack, client }) => {
    await ack();
    const [action] = body.actions;
    const origin = originOf(body);
    const form = await formForButton(dispatcher, actionValue(body));
    if (form) return openForm(client, dispatcher, form, origin, body.trigger_id, log);
    const { replacesMessage, dossier, ...step } = await resolveButtonAction(
      dispatcher,
      actionValue(body),
      `slack:${origin.team}:${origin.user}`,
    );
    const delivery = `action:${body.trigger_id}:${action?.action_ts ?? ''}`;
    const alone = dossier !== undefined || action?.action_id === 'feedback';
    const request = { ...step, origin: { ...origin, hidden: origin.hidden || (alone && !origin.direct) }, delivery };
    const view = dossier === undefined ? undefined : await openDossier(client, body.trigger_id, log);
    if (view !== undefined) return handle(client, { ...request, view });
    await handle(client, { ...request, replacesMessage: replacesMessage && origin.responseUrl !== undefined });
  });
}
