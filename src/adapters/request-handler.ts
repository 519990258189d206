import type { Logger } from 'pino';
import type { Answer } from '../answers/document/answer.ts';
import type { Desk, From } from '../app/dispatcher.ts';
import { createLanes } from './keyed-queue.ts';

/** One thing asked of the bot, by whatever platform. */
export interface Request {
  /** The same delivery again has the same key. */
  delivery: string;
  /** Requests of one lane are answered in the order they came. */
  lane: string;
  /** In the asker's words, to be kept with what they think of the answer. */
  question: string;
  from(): Promise<From>;
  work(from: From): Promise<Answer>;
  /** `key` is of what the buttons under the answer do. */
  send(answer: Answer, key: string): Promise<void>;
  /** Tells everyone in the channel, where the answer was the asker's alone. */
  announce?(answer: Answer, key: string): Promise<void>;
}

export interface Counter {
  /** Answers once, in order within the lane. Never throws. */
  serve(request: Request): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

/** Where every platform's requests are taken: heard once, answered in order, their buttons kept. */
export function createCounter(desk: Desk, log: Logger): Counter {
  const lanes = createLanes();
  async function answer({ from: whence, work, send, announce, question }: Request): Promise<void> {
    const from = await whence();
    const said = await work(from);
    await send(said, await keepOffer(desk, said, question, from.thread));
    if (said.announce) await announce?.(said.announce, await keepOffer(desk, said.announce, question));
  }
  return {
    async serve(request) {
      try {
        // Its place in the lane is taken at once: to ask whether it was heard before takes some time.
        await lanes.run(request.lane, async () => {
          if (await desk.heard(request.delivery)) await answer(request);
        });
      } catch (error) {
        log.error({ err: error, delivery: request.delivery }, 'an answer could not be delivered');
      }
    },
    idle: lanes.idle,
  };
}

/** Keeps what the buttons under an answer do; returns their key. */
export async function keepOffer(desk: Desk, answer: Answer, question: string, thread?: string): Promise<string> {
  const steps = answer.next.map((step) => step.does);
  const understood = answer.data?.understood;
  return await desk.offers.keep(
    { question, understood, steps, ...(thread === undefined ? {} : { thread }) },
    Date.now(),
  );
}

const drainAtMost = 20_000;

/** Lets what is in flight finish, within reason. */
export async function drained(counter: Counter, log: Logger): Promise<void> {
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, drainAtMost, 'late').unref());
  if ((await Promise.race([counter.idle(), late])) === 'late') log.warn('stopped with answers in flight');
}
