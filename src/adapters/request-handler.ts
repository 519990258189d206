import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { composeUndelivered } from '../answers/button-messages.ts';
import type { Answer } from '../answers/document/answer.ts';
import { composeFailed } from '../answers/replies.ts';
import type { Dispatcher, RequestContext } from '../app/dispatcher.ts';
import { guarded } from '../app/guard.ts';
import { withReference } from '../kernel/log.ts';
import { stepsOf } from './details.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { Refused, type Request, type Sending, type Sent } from './request.ts';
import { beginTurn, takeBack } from './turn.ts';

/** A question that was deleted. */
interface Deletion {
  message: string;
  queueKey: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Takes back what was posted. */
  withdraw(posted: unknown): Promise<void>;
}

export interface RequestHandler {
  /** Answers each delivery once, in order of its queue key. Never throws: errors are logged. */
  handle(request: Request): Promise<void>;
  /** Withdraws the answer to a deleted question, once. Never throws. */
  forget(deletion: Deletion): Promise<void>;
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

  // Queued before the check for a repeated delivery: that check takes time and must not change the order.
  const once = (queueKey: string, delivery: string, work: () => Promise<void>) =>
    queue
      .run(queueKey, async () => {
        if (await isFirst(delivery)) await work();
      })
      .catch((error) => log.error({ err: error, delivery }, 'an answer could not be delivered'));
  return {
    handle: (request) =>
      once(request.queueKey, request.delivery, () => withReference(() => respond(dispatcher, request, log))),
    forget: ({ message, queueKey, now, withdraw }) =>
      once(queueKey, `${message}:deleted`, async () => {
        const posted = await takeBack(dispatcher, message, now);
        if (posted !== undefined) await withdraw(posted);
      }),
    idle: queue.idle,
  };
}

async function respond(dispatcher: Dispatcher, request: Request, log: Logger): Promise<void> {
  const { question, announce } = request;
  const asked = await guarded<RequestContext | string>(
    log,
    'context',
    () => request.context(),
    (reference) => reference,
  );
  if (typeof asked === 'string') return void (await request.send(composeFailed(asked), { plain: true }));
  // A conversation that cannot be read or written does not keep a new question from its answer.
  const alone = () => (request.edited ? undefined : { context: asked, finish: async () => undefined });
  const turn = await guarded(log, 'turn', () => beginTurn(dispatcher, request, asked), alone);
  if (!turn) return;
  const { context, replaces } = turn;
  const composed = await request.work(context);
  // Without buttons where these cannot be saved.
  const withButtons = (told: Answer, thread?: string) =>
    guarded(
      log,
      'buttons',
      async () => ({ answer: told, key: await saveButtonPayload(dispatcher, told, question, thread) }),
      () => ({ answer: { ...told, next: [] }, key: '' }),
    );
  const { answer, key } = await withButtons(request.fit?.(composed) ?? composed, context.thread);
  const sent = await sendOrExplain(request, answer, { key, replaces }, { context, log });
  await guarded(
    log,
    'turn',
    () => turn.finish(sent),
    () => undefined,
  );
  if (!answer.announce) return;
  const told = await withButtons(answer.announce);
  await announce?.(told.answer, told.key);
}

/** Sends an answer; where the platform refuses it, once more as plain text, and then only that it cannot be shown. */
async function sendOrExplain(
  request: Request,
  answer: Answer,
  how: Sending,
  { context, log }: { context: RequestContext; log: Logger },
): Promise<Sent | undefined> {
  const { delivery } = request;
  const refusal = async (error: unknown, then: () => Promise<Sent | undefined>) => {
    if (!(error instanceof Refused)) throw error;
    log.error({ delivery, why: error.message }, 'the platform refused an answer');
    return then();
  };
  const plainly = (told: Answer) => request.send(told, { plain: true, replaces: how.replaces });
  const explain = () => withReference((reference) => plainly(composeUndelivered(reference, context.asker.locale)));
  return request
    .send(answer, how)
    .catch((error) => refusal(error, () => plainly(answer).catch((again) => refusal(again, explain))));
}

/** Saves what the buttons under an answer do; returns the key that their values begin with. */
export async function saveButtonPayload(
  dispatcher: Dispatcher,
  answer: Answer,
  question: string,
  thread?: string,
): Promise<string> {
  const steps = stepsOf(answer).map((step) => step.action);
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
