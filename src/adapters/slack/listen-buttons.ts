import type { App, BlockAction } from '@slack/bolt';
import { composeExpired, composeThanks } from '../../answers/buttons.ts';
import type { Desk } from '../../desk.ts';
import type { Counter, Request } from './counter.ts';
import type { Place } from './hear.ts';

/** Where a button was pressed. On the front page the answer comes as a direct message. */
function placeOf(body: BlockAction): Place {
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

/** "key:what" of a button, a select or the feedback. */
function chosenIn(body: BlockAction): [key: string, what: string] {
  const [action] = body.actions;
  const chosen = action as { value?: string; selected_option?: { value?: string } | null } | undefined;
  const [key = '', what = ''] = (chosen?.value ?? chosen?.selected_option?.value ?? '').split(':');
  return [key, what];
}

function stepOf(desk: Desk, place: Place, body: BlockAction): Omit<Request, 'delivery'> {
  const [key, number] = chosenIn(body);
  const offer = desk.offers.find(key, Date.now());
  const does = offer?.steps[Number(number)];
  if (!offer || !does) return { place, question: '', work: async () => composeExpired() };
  // A page of a direct message or a channel replaces the one it was turned from.
  const turns = 'page' in does && place.responseUrl !== undefined;
  const question = 'ask' in does ? does.ask : offer.question;
  const thread = offer.thread === undefined ? {} : { thread: offer.thread };
  return { place, question, ...thread, turns, work: (from) => desk.step(does, from) };
}

function feedbackOf(desk: Desk, place: Place, body: BlockAction): Omit<Request, 'delivery'> {
  const [key, word] = chosenIn(body);
  return {
    place: { ...place, hidden: !place.direct },
    question: '',
    work: async () => {
      const offer = desk.offers.find(key, Date.now());
      if (!offer) return composeExpired();
      desk.feedback.tell(key, offer, `slack:${place.team}:${place.user}`, word === 'right', Date.now());
      return composeThanks(word === 'right');
    },
  };
}

/** Steps under an answer, choices of a question back, and "was this right?". */
export function listenToButtons(app: App, desk: Desk, counter: Counter): void {
  const on = (pattern: RegExp, requestOf: typeof stepOf) =>
    app.action<BlockAction>({ type: 'block_actions', action_id: pattern }, async ({ body, ack, client }) => {
      await ack();
      const delivery = `action:${body.trigger_id}:${body.actions[0]?.action_ts ?? ''}`;
      await counter.serve(client, { ...requestOf(desk, placeOf(body), body), delivery });
    });
  on(/^step:/, stepOf);
  on(/^feedback$/, feedbackOf);
}
