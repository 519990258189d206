import type { Logger } from 'pino';
import type { Answer } from '../answers/document/answer.ts';
import type { Dispatcher, RequestContext } from '../app/dispatcher.ts';
import { createKeyedQueue } from './keyed-queue.ts';

/** One thing asked of the bot, by whatever platform. */
export interface Request {
  /** The same delivery again has the same key. */
  delivery: string;
  /** Requests with the same key are answered in the order in which they came. */
  queueKey: string;
  /** In the asker's words, to be kept with what they think of the answer. */
  question: string;
  context(): Promise<RequestContext>;
  work(context: RequestContext): Promise<Answer>;
  /** `key`: of the saved actions of the answer's buttons (saveButtonPayload). */
  send(answer: Answer, key: string): Promise<void>;
  /** Posts to everyone in the channel, where the answer itself was the asker's alone. */
  announce?(answer: Answer, key: string): Promise<void>;
}

export interface RequestHandler {
  /** Answers each delivery once, in order of its queue key. Never throws: errors are logged. */
  handle(request: Request): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

/** Handles the requests of every platform: drops repeated deliveries, answers in order, saves what buttons do. */
export function createRequestHandler(dispatcher: Dispatcher, log: Logger): RequestHandler {
  const queue = createKeyedQueue();
  async function respond({ context: loadContext, work, send, announce, question }: Request): Promise<void> {
    const context = await loadContext();
    const answer = await work(context);
    await send(answer, await saveButtonPayload(dispatcher, answer, question, context.thread));
    if (answer.announce)
      await announce?.(answer.announce, await saveButtonPayload(dispatcher, answer.announce, question));
  }
  return {
    async handle(request) {
      try {
        // Queued before the check for a repeated delivery: that check takes time and must not change the order.
        await queue.run(request.queueKey, async () => {
          if (await dispatcher.isFirstDelivery(request.delivery)) await respond(request);
        });
      } catch (error) {
        log.error({ err: error, delivery: request.delivery }, 'an answer could not be delivered');
      }
    },
    idle: queue.idle,
  };
}

/** Saves what the buttons under an answer do; returns the key that their values begin with. */
export async function saveButtonPayload(
  dispatcher: Dispatcher,
  answer: Answer,
  question: string,
  thread?: string,
): Promise<string> {
  const steps = answer.next.map((step) => step.action);
  const understood = answer.data?.understood;
  return await dispatcher.buttonPayloads.save(
    { question, understood, steps, ...(thread === undefined ? {} : { thread }) },
    Date.now(),
  );
}

const drainAtMost = 20_000;

/** Waits until nothing is in flight, at most 20 seconds. */
export async function drain(handler: RequestHandler, log: Logger): Promise<void> {
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, drainAtMost, 'late').unref());
  if ((await Promise.race([handler.idle(), late])) === 'late') log.warn('stopped with answers in flight');
}
