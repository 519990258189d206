import { composeExpired, composeThanks } from '../answers/button-messages.ts';
import type { Dispatcher } from '../app/dispatcher.ts';
import type { Request } from './request-handler.ts';

/** What a pressed button asks for. */
export interface ButtonAction extends Pick<Request, 'question' | 'work'> {
  /** The conversation it goes on with. */
  thread?: string;
  /** The answer takes the place of the message its button is on. */
  replacesMessage: boolean;
}

const expired: ButtonAction = {
  question: '',
  replacesMessage: false,
  work: async ({ asker }) => composeExpired(asker.locale),
};

/** A button carries the key of an offer and which of its steps: "key:2"; or what someone thinks of it: "key:right". */
export async function resolveButtonAction(desk: Dispatcher, value: string, who: string): Promise<ButtonAction> {
  const [key = '', what = ''] = value.split(':');
  const offer = await desk.buttonPayloads.find(key, Date.now());
  if (!offer) return expired;
  if (what === 'right' || what === 'wrong') {
    const work: ButtonAction['work'] = async ({ asker }) => {
      await desk.feedback.record(key, offer, who, what === 'right', Date.now());
      return composeThanks(what === 'right', asker.locale);
    };
    return { question: '', replacesMessage: false, work };
  }
  const does = offer.steps[Number(what)];
  if (!does) return expired;
  return {
    question: 'ask' in does ? does.ask : offer.question,
    replacesMessage: 'page' in does,
    ...(offer.thread === undefined ? {} : { thread: offer.thread }),
    work: (from) => desk.runAction(does, from),
  };
}
