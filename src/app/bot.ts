import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Ledger } from '../alerts/notification-log.ts';
import type { Subscriptions } from '../alerts/subscriptions.ts';
import { composeFailed, composeTooSlow, composeUsage } from '../answers/compose.ts';
import type { Answer } from '../answers/document/answer.ts';
import type { Wish } from '../answers/exports/export.ts';
import { heardIn, partOf, recalled, type Threaded, understoodIn } from '../conversations/dialogue-context.ts';
import type { Conversations } from '../conversations/dialogue-store.ts';
import { TooSlow } from '../database/database.ts';
import type { Names } from '../entities/entity-linker.ts';
import type { Drafts } from '../extraction/draft-store.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Query } from '../incidents/query.ts';
import { requests } from '../kernel/log.ts';
import type { Question } from '../kernel/question.ts';
import type { Understood } from '../reading/parse-result.ts';
import type { Memory } from '../reading/understand.ts';
import type { Settings } from '../settings/settings.ts';
import type { Sources } from '../sources/sources.ts';
import type { Saved } from '../web/download-to-file.ts';
import { answer, ask, hear } from './answer-question.ts';
import type { Command, Context } from './command.ts';
import { type Asked, endOf } from './request-outcome.ts';
import { exported, meaningOf } from './run-query.ts';

/** What the bot works with. */
export interface Parts {
  incidents: Incidents;
  names: Names;
  conversations: Conversations;
  settings: Settings;
  subscriptions: Subscriptions;
  /** What channels were told. */
  ledger: Ledger;
  drafts: Drafts;
  log: Logger;
  /** Where files beside the database are kept. */
  folder?: string;
  /** What is fetched by itself. */
  sources: Sources;
  /** Fetches what a channel names: by https from public addresses alone. Throws FetchError. */
  fetchPublic(address: string, signal?: AbortSignal): Promise<Saved>;
  /** Writes the database to a file; returns its size in bytes. Throws DatabaseError. */
  backUp(file: string): Promise<number>;
  /** What each platform says of its own state: connected, or what is missing. */
  checks?: readonly (() => Promise<string>)[];
  /** Hears of everything that was asked, how it ended. */
  asked?: (asked: Asked) => void;
}

/** The front door: everything asked in any channel comes in here, and nothing is thrown out of it. */
export interface Bot extends Parts {
  ask(question: Question): Promise<Answer>;
  /** Answers a query as it stands; remembered when it comes from a thread. */
  find(query: Query, question: Omit<Question, 'text'>): Promise<Answer>;
  /** An answer once more, as a file. */
  export(wish: Wish, question: Pick<Question, 'askedAt' | 'channel'>): Promise<Answer>;
  run(command: Command, options: unknown, context: Omit<Context, 'bot'>): Promise<Answer>;
  /** What a question means, without answering it; `part` takes of its words, in the readers' English, those that are meant. */
  read(question: Question, part?: (english: string) => string): Promise<Understood>;
  /** What the thread was last about. */
  recall(question: Threaded): Promise<Memory | undefined>;
}

export function createBot(parts: Parts): Bot {
  const guarded = (
    what: string,
    { channel, asker }: Pick<Question, 'channel'> & Partial<Pick<Question, 'asker'>>,
    work: () => Promise<Answer>,
  ) => {
    const reference = randomBytes(4).toString('hex');
    return requests.run(reference, async () => {
      const begun = performance.now();
      const answer = await work().catch((error) => {
        parts.log.error({ err: error, what }, 'could not answer');
        return error instanceof TooSlow ? composeTooSlow(asker?.locale) : composeFailed(reference, asker?.locale);
      });
      const asked = { what, platform: channel.platform, ...endOf(answer), milliseconds: performance.now() - begun };
      parts.log.info(asked, 'asked');
      parts.asked?.(asked);
      return answer;
    });
  };
  const bot: Bot = {
    ...parts,
    ask: (question) => guarded('ask', question, () => ask(parts, question)),
    find: (query, question) =>
      guarded('find', question, async () =>
        answer(parts, meaningOf(query), question, (await heardIn(parts, question)).language),
      ),
    export: (wish, question) =>
      guarded('export', question, () => exported(parts.incidents, meaningOf(wish.query), wish, question.askedAt)),
    read: async (question, part = (english) => english) => {
      const { heard, ...inThread } = await hear(parts, question);
      return understoodIn(parts.names, question, { ...inThread, heard: partOf(heard, part(heard.glossed.text)) });
    },
    recall: (question) => recalled(parts.conversations, question),
    run: (command, options, context) => guarded(command.name, context, () => run(bot, command, options, context)),
  };
  return bot;
}

async function run(bot: Bot, command: Command, options: unknown, context: Omit<Context, 'bot'>): Promise<Answer> {
  const own = command.for === 'channel' && context.channel.kind !== 'channel';
  if (command.for !== 'everyone' && !own && !context.asker.mayManage)
    return composeUsage(`Only managers may use ${command.name} here. Ask one of them.`);
  const parsed = command.options.safeParse(options);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return composeUsage(
      `${command.name}: ${issue?.path.join('.') || 'the options'}: ${issue?.message ?? 'not valid'}. For example: ${command.examples[0]}`,
    );
  }
  return command.run(parsed.data, { ...context, bot });
}
