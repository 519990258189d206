import type { Dispatcher, RequestContext } from '../app/dispatcher.ts';
import type { AnsweredQuestion } from '../conversations/answered-questions.ts';
import { day } from '../kernel/duration.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';
import type { Request, Sent } from './request.ts';

type Stores = Pick<Dispatcher, 'conversations' | 'answered' | 'isFirstDelivery'>;

/** One question and its answer in their conversation. */
export interface Turn {
  context: RequestContext;
  /** The earlier answer, where the question was edited. */
  replaces?: unknown;
  /** Called once the answer is sent. */
  finish(sent: Sent | undefined): Promise<void>;
}

const timeOf = ({ askedAt }: Pick<RequestContext, 'askedAt'>) => askedAt.getTime();

async function recall({ conversations }: Stores, thread: string | undefined, now: number) {
  return thread === undefined ? undefined : conversations.recall(thread, now);
}

/** Sets the state of a conversation, or forgets it. */
async function setState(
  { conversations }: Stores,
  thread: string | undefined,
  state: DialogueState | undefined,
  now: number,
): Promise<void> {
  if (thread === undefined) return;
  if (state) await conversations.remember(thread, state, now);
  else await conversations.forget(thread);
}

/** What the next question in a conversation goes on from: a direct message starts a thread, but goes on from the one before. */
const latest = ({ thread, within }: { thread?: string | undefined; within?: string | undefined }) => within ?? thread;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The turn of a question; undefined where there is nothing to answer. */
export async function beginTurn(stores: Stores, request: Request, context: RequestContext): Promise<Turn | undefined> {
  const now = timeOf(context);
  const { message = '', edited, question } = request;
  if (!edited) return newTurn(stores, request, context);
  const answered = await stores.answered.find(message, now);
  // Only a link was unfolded.
  if (answered?.question === question) return undefined;
  if (answered) return editedTurn(stores, request, context, answered);
  const isNew = edited.orNew && now - edited.writtenAt < day && (await stores.isFirstDelivery(message));
  return isNew ? newTurn(stores, request, context) : undefined;
}

/** Where a question replies to a certain message, the conversation goes on from that one. */
async function newTurn(stores: Stores, request: Request, context: RequestContext): Promise<Turn> {
  const now = timeOf(context);
  const replied = await recall(stores, request.repliesTo, now);
  if (replied) await setState(stores, context.thread, replied, now);
  const before = request.message === undefined ? undefined : await recall(stores, latest(context), now);
  return { context, finish: (sent) => finish(stores, request, { context, before, sent }) };
}

/**
 * An edited question is asked in the state of before it was asked the first time. Where the conversation has gone on
 * since, it is left alone, and the question is asked in one of its own.
 */
async function editedTurn(
  stores: Stores,
  request: Request,
  context: RequestContext,
  { before, after, posted }: AnsweredQuestion,
): Promise<Turn> {
  const now = timeOf(context);
  const goneOn = !isSame(await recall(stores, latest(context), now), after);
  const { within, ...outside } = context;
  const asked = goneOn ? { ...outside, thread: `${context.thread}:edited:${request.message}` } : context;
  await setState(stores, asked.thread, before, now);
  if (!goneOn) await setState(stores, within, before, now);
  const sentThere = (sent: Sent | undefined) => (goneOn ? { ...sent, conversation: undefined } : sent);
  return {
    context: asked,
    replaces: posted,
    finish: (sent) => finish(stores, request, { context: asked, before, sent: sentThere(sent) }),
  };
}

/** Replies to the answer go on from it; and the answer can follow its question. */
async function finish(
  stores: Stores,
  { message, question }: Request,
  { context, before, sent }: { context: RequestContext; before: DialogueState | undefined; sent: Sent | undefined },
): Promise<void> {
  const now = timeOf(context);
  const { thread, within } = context;
  if (sent?.conversation !== undefined && sent.conversation !== thread) {
    const state = await recall(stores, thread, now);
    if (state) await setState(stores, sent.conversation, state, now);
  }
  if (message === undefined) return;
  const after = await recall(stores, latest(context), now);
  await stores.answered.remember(message, { question, thread, within, posted: sent?.posted, before, after }, now);
}

/** The deleted question's answer, where there is one; the conversation is set back unless it has gone on since. */
export async function takeBack(stores: Stores, message: string, now: number): Promise<unknown> {
  const answered = await stores.answered.find(message, now);
  if (!answered) return undefined;
  await stores.answered.forget(message);
  const { before, after, posted } = answered;
  if (isSame(await recall(stores, latest(answered), now), after)) {
    await setState(stores, answered.thread, before, now);
    await setState(stores, answered.within, before, now);
  }
  return posted;
}
