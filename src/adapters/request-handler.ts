import type { Logger } from 'pino';
import { composeUndelivered } from '../answers/button-messages.ts';
import type { Answer } from '../answers/document/answer.ts';
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

/** Handles the requests of every platform: drops repeated deliveries, answers in order, saves what buttons do. */
export function createRequestHandler(dispatcher: Dispatcher, log: Logger): RequestHandler {
  const queue = createKeyedQueue();
  // Queued before the check for a repeated delivery: that check takes time and must not change the order.
  const once = (queueKey: string, delivery: string, work: () => Promise<void>) =>
    queue
      .run(queueKey, async () => {
        if (await dispatcher.isFirstDelivery(delivery)) await work();
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
  const asked = await request.context();
  // A conversation that cannot be read or written does not keep a new question from its answer.
  const alone = () => (request.edited ? undefined : { context: asked, finish: async () => undefined });
  const turn = await guarded(log, 'turn', () => beginTurn(dispatcher, request, asked), alone);
  if (!turn) return;
  const { context, replaces } = turn;
  const composed = await request.work(context);
  const answer = request.fit?.(composed) ?? composed;
  const key = await saveButtonPayload(dispatcher, answer, question, context.thread);
  const sent = await sendOrExplain(request, answer, { key, replaces }, { context, log });
  await guarded(
    log,
    'turn',
    () => turn.finish(sent),
    () => undefined,
  );
  if (answer.announce)
    await announce?.(answer.announce, await saveButtonPayload(dispatcher, answer.announce, question));
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
