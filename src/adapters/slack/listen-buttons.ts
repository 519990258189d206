import type { App, BlockAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { resolveButtonAction } from '../button-action.ts';
import { formForButton } from '../form-store.ts';
import type { HandleSlackRequest } from './handle.ts';
import { openForm } from './listen-forms.ts';
import type { MessageOrigin } from './message-context.ts';

/** Where a button was pressed. On the front page the answer comes as a direct message. */
function placeOf(body: BlockAction): MessageOrigin {
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
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
    hidden: container.is_ephemeral === true,
  };
}

/** The value of a button, a select or the feedback. */
function chosenIn(body: BlockAction): string {
  const [action] = body.actions;
  const chosen = action as { value?: string; selected_option?: { value?: string } | null } | undefined;
  return chosen?.value ?? chosen?.selected_option?.value ?? '';
}

/** Steps under an answer, choices of a question back, and "was this right?". */
export function listenToButtons(app: App, desk: Dispatcher, serve: HandleSlackRequest, log: Logger): void {
  app.action<BlockAction>({ type: 'block_actions', action_id: /^(step:|feedback$)/ }, async ({ body, ack, client }) => {
    await ack();
    const [action] = body.actions;
    const place = placeOf(body);
    const form = await formForButton(desk, chosenIn(body));
    if (form) return openForm(client, desk, form, place, body.trigger_id, log);
    const { replacesMessage, ...step } = await resolveButtonAction(
      desk,
      chosenIn(body),
      `slack:${place.team}:${place.user}`,
    );
    const delivery = `action:${body.trigger_id}:${action?.action_ts ?? ''}`;
    const hidden = place.hidden || (action?.action_id === 'feedback' && !place.direct);
    await serve(client, {
      ...step,
      place: { ...place, hidden },
      delivery,
      replacesMessage: replacesMessage && place.responseUrl !== undefined,
    });
  });
}
