import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Answer } from '../answers/document/answer.ts';
import { composeFailed } from '../answers/replies.ts';
import type { Dispatcher, RequestContext } from '../app/dispatcher.ts';
import { guarded } from '../app/guard.ts';
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

/** Deliveries that are known without the database. */
const mostHeard = 10_000;

/**
 * Handles the requests of every platform: drops repeated deliveries, answers in order, saves what buttons do. Where the
 * database cannot be written, a question is answered all the same, in words: without buttons, or with an apology.
 */
export function createRequestHandler(dispatcher: Dispatcher, log: Logger): RequestHandler {
  const queue = createKeyedQueue();
  const heard = new LRUCache<string, true>({ max: mostHeard });

  /** Whether it is heard for the first time; without the database, as far as this process knows. */
  async function isFirst(delivery: string): Promise<boolean> {
    const before = heard.has(delivery);
    heard.set(delivery, true);
    return (
      !before &&
      guarded(
        log,
        'delivery',
        () => dispatcher.isFirstDelivery(delivery),
        () => true,
      )
    );
  }

  /** The answer with the key of its buttons; without buttons where these cannot be saved. */
  const withButtons = (answer: Answer, question: string, thread?: string) =>
    guarded(
      log,
      'buttons',
      async () => ({ answer, key: await saveButtonPayload(dispatcher, answer, question, thread) }),
      () => ({ answer: { ...answer, next: [] }, key: '' }),
    );

  async function respond({ context: loadContext, work, send, announce, question }: Request): Promise<void> {
    const context = await guarded<RequestContext | string>(log, 'context', loadContext, (reference) => reference);
    if (typeof context === 'string') return send(composeFailed(context), '');
    const answered = await work(context);
    const { answer, key } = await withButtons(answered, question, context.thread);
    await send(answer, key);
    if (!answered.announce) return;
    const told = await withButtons(answered.announce, question);
    await announce?.(told.answer, told.key);
  }
  return {
    async handle(request) {
      try {
        // Queued before the check for a repeated delivery: that check takes time and must not change the order.
        await queue.run(request.queueKey, async () => {
          if (await isFirst(request.delivery)) await respond(request);
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
