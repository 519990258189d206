import { composeExpired, composeThanks } from '../answers/button-messages.ts';
import type { Desk } from '../app/dispatcher.ts';
import type { Request } from './request-handler.ts';

/** What a pressed button asks for. */
export interface Pressed extends Pick<Request, 'question' | 'work'> {
  /** The conversation it goes on with. */
  thread?: string;
  /** The answer takes the place of the message its button is on. */
  turns: boolean;
}

const expired: Pressed = { question: '', turns: false, work: async ({ asker }) => composeExpired(asker.locale) };

/** A button carries the key of an offer and which of its steps: "key:2"; or what someone thinks of it: "key:right". */
export async function pressed(desk: Desk, value: string, who: string): Promise<Pressed> {
  const [key = '', what = ''] = value.split(':');
  const offer = await desk.offers.find(key, Date.now());
  if (!offer) return expired;
  if (what === 'right' || what === 'wrong') {
    const work: Pressed['work'] = async ({ asker }) => {
      await desk.feedback.tell(key, offer, who, what === 'right', Date.now());
      return composeThanks(what === 'right', asker.locale);
    };
    return { question: '', turns: false, work };
  }
  const does = offer.steps[Number(what)];
  if (!does) return expired;
  return {
    question: 'ask' in does ? does.ask : offer.question,
    turns: 'page' in does,
    ...(offer.thread === undefined ? {} : { thread: offer.thread }),
    work: (from) => desk.step(does, from),
  };
}
