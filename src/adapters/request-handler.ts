import type { Logger } from 'pino';
import type { Answer } from '../answers/document/answer.ts';
import type { Dispatcher, RequestContext } from '../app/dispatcher.ts';
import { createKeyedQueue } from './keyed-queue.ts';

/** One thing asked of the bot, by whatever platform. */
export interface Request {
  /** The same delivery again has the same key. */
  delivery: string;
  /** Requests of one lane are answered in the order they came. */
  queueKey: string;
  /** In the asker's words, to be kept with what they think of the answer. */
  question: string;
  context(): Promise<RequestContext>;
  work(from: RequestContext): Promise<Answer>;
  /** `key` is of what the buttons under the answer do. */
  send(answer: Answer, key: string): Promise<void>;
  /** Tells everyone in the channel, where the answer was the asker's alone. */
  announce?(answer: Answer, key: string): Promise<void>;
}

export interface RequestHandler {
  /** Answers once, in order within the lane. Never throws. */
  handle(request: Request): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

/** Where every platform's requests are taken: heard once, answered in order, their buttons kept. */
export function createRequestHandler(desk: Dispatcher, log: Logger): RequestHandler {
  const lanes = createKeyedQueue();
  async function answer({ context: whence, work, send, announce, question }: Request): Promise<void> {
    const from = await whence();
    const said = await work(from);
    await send(said, await saveButtonPayload(desk, said, question, from.thread));
    if (said.announce) await announce?.(said.announce, await saveButtonPayload(desk, said.announce, question));
  }
  return {
    async handle(request) {
      try {
        // Its place in the lane is taken at once: to ask whether it was heard before takes some time.
        await lanes.run(request.queueKey, async () => {
          if (await desk.isFirstDelivery(request.delivery)) await answer(request);
        });
      } catch (error) {
        log.error({ err: error, delivery: request.delivery }, 'an answer could not be delivered');
      }
    },
    idle: lanes.idle,
  };
}

/** Keeps what the buttons under an answer do; returns their key. */
export async function saveButtonPayload(
  desk: Dispatcher,
  answer: Answer,
  question: string,
  thread?: string,
): Promise<string> {
  const steps = answer.next.map((step) => step.action);
  const understood = answer.data?.understood;
  return await desk.buttonPayloads.save(
    { question, understood, steps, ...(thread === undefined ? {} : { thread }) },
    Date.now(),
  );
}

const drainAtMost = 20_000;

/** Lets what is in flight finish, within reason. */
export async function drain(counter: RequestHandler, log: Logger): Promise<void> {
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, drainAtMost, 'late').unref());
  if ((await Promise.race([counter.idle(), late])) === 'late') log.warn('stopped with answers in flight');
}
