import { composeExpired, composeThanks } from '../answers/button-messages.ts';
import type { Dispatcher, RequestContext } from '../app/dispatcher.ts';
import { dossierOf } from './details.ts';
import type { Request } from './request.ts';

/** The request of a pressed button. */
export interface ButtonAction extends Pick<Request, 'question' | 'work'> {
  /** The conversation that the request continues. */
  thread?: string;
  /** The answer takes the place of the message its button is on. */
  replacesMessage: boolean;
  /** The incident whose dossier it shows, to whoever pressed the button alone. */
  dossier?: string;
}

/** A conversation like this one, for what someone reads alone: that of the others is left as it is. */
async function apart(
  { conversations }: Dispatcher,
  { within: _, ...context }: RequestContext,
): Promise<RequestContext> {
  const thread = `${context.thread}:details:${context.asker.id}`;
  const now = context.askedAt.getTime();
  const state = context.thread === undefined ? undefined : await conversations.recall(context.thread, now);
  if (state) await conversations.remember(thread, state, now);
  return { ...context, thread };
}

const expired: ButtonAction = {
  question: '',
  replacesMessage: false,
  work: async ({ asker }) => composeExpired(asker.locale),
};

/**
 * What a button does by its value: "key:2" is step 2 of the payload saved under the key, "key:right" and "key:wrong" are
 * feedback on the answer. An unknown or expired key answers that the button has expired. `user`: who pressed it.
 */
export async function resolveButtonAction(dispatcher: Dispatcher, value: string, user: string): Promise<ButtonAction> {
  const [key = '', what = ''] = value.split(':');
  const payload = await dispatcher.buttonPayloads.find(key, Date.now());
  if (!payload) return expired;
  if (what === 'right' || what === 'wrong') {
    const work: ButtonAction['work'] = async ({ asker }) => {
      await dispatcher.feedback.record(key, payload, user, what === 'right', Date.now());
      return composeThanks(what === 'right', asker.locale);
    };
    return { question: '', replacesMessage: false, work };
  }
  const action = payload.steps[Number(what)];
  if (!action) return expired;
  const dossier = dossierOf(action);
  return {
    ...(dossier === undefined ? {} : { dossier }),
    question: 'ask' in action ? action.ask : payload.question,
    replacesMessage: 'page' in action,
    ...(payload.thread === undefined ? {} : { thread: payload.thread }),
    work: async (context) =>
      dispatcher.runAction(action, dossier === undefined ? context : await apart(dispatcher, context)),
  };
}
