import type { Logger } from 'pino';
import type { z } from 'zod';
import type { NotificationLog } from '../alerts/notification-log.ts';
import type { Subscriptions } from '../alerts/subscriptions.ts';
import type { Answer, AnswerSubject } from '../answers/document/answer.ts';
import type { ExportRequest } from '../answers/exports/export.ts';
import type { ThreadRef } from '../conversations/dialogue-context.ts';
import type { DialogueStore } from '../conversations/dialogue-store.ts';
import type { EntityLinker } from '../entities/entity-linker.ts';
import type { DraftStore } from '../extraction/draft-store.ts';
import type { Frame } from '../frames/frame.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Query } from '../incidents/query.ts';
import type { Form } from '../kernel/form.ts';
import type { Question } from '../kernel/question.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import type { DialogueState } from '../reading/understand.ts';
import type { Settings } from '../settings/settings.ts';
import type { Sources } from '../sources/sources.ts';
import type { DownloadedFile } from '../web/download-to-file.ts';
import type { RequestOutcome } from './request-outcome.ts';

/** What the bot works with. */
export interface Dependencies {
  incidents: Incidents;
  names: EntityLinker;
  conversations: DialogueStore;
  settings: Settings;
  subscriptions: Subscriptions;
  /** What channels were told. */
  notificationLog: NotificationLog;
  drafts: DraftStore;
  log: Logger;
  /** Where files beside the database are kept. */
  folder?: string;
  /** What is fetched by itself. */
  sources: Sources;
  /** Fetches what a channel names: by https from public addresses alone. Throws FetchError. */
  fetchPublic(address: string, signal?: AbortSignal): Promise<DownloadedFile>;
  /** Writes the database to a file; returns its size in bytes. Throws DatabaseError. */
  backUp(file: string): Promise<number>;
  /** What each platform says of its own state: connected, or what is missing. */
  checks?: readonly (() => Promise<string>)[];
  /** Hears of everything that was asked, how it ended. */
  onRequestEnd?: (asked: RequestOutcome) => void;
}

/** The front door: everything asked in any channel comes in here, and nothing is thrown out of it. */
export interface Bot extends Dependencies {
  /** Every command there is, those of the console alone among them. */
  menu: readonly Command[];
  ask(question: Question): Promise<Answer>;
  /** Answers a frame, with names or keys in it; remembered when it comes from a thread. */
  query(frame: Frame, question: Omit<Question, 'text'>): Promise<Answer>;
  /** Answers a query as it stands; remembered when it comes from a thread. `read`: in which words it was asked for. */
  find(query: Query, question: Omit<Question, 'text'>, read?: string): Promise<Answer>;
  /** An answer once more, as a file. */
  export(wish: ExportRequest, question: Pick<Question, 'askedAt' | 'channel'>): Promise<Answer>;
  run(command: Command, options: unknown, context: Omit<Context, 'bot'>): Promise<Answer>;
  /** What a question means, without answering it; `part` takes of its words, in the readers' English, those that are meant. */
  read(question: Question, part?: (english: string) => string): Promise<ParseResult>;
  /** What the thread was last about. */
  recall(question: ThreadRef): Promise<DialogueState | undefined>;
  /** The thread goes back to what an earlier answer was about. */
  resume(memory: DialogueState, question: ThreadRef): Promise<void>;
}

/** Told while a long command runs: "12,000 of 65,076 rows". */
export type Progress = (note: { done: number; of?: number; words: string }) => void;

export interface Context extends Omit<Question, 'text'> {
  bot: Bot;
  /** The answer whose button was pressed: what a command without a question is about, in place of the thread's last. */
  subject?: AnswerSubject | undefined;
  progress: Progress;
  signal?: AbortSignal;
}

/**
 * What a person can ask for by name; the same in Slack, Discord, the console and on the command line. `options` is a
 * flat zod object with a `.describe()` on each field, and `.meta({ suggest })` on those that name something (suggest.ts); the one named by `main` takes the words that follow the command.
 */
export interface Command<Options extends z.ZodObject = z.ZodObject> {
  name: string;
  summary: string;
  examples: string[];
  options: Options;
  main?: keyof z.infer<Options> & string;
  /** `managers`: those who may change the shared data. `channel`: those who manage the channel, and anyone in their own direct messages. */
  for: 'everyone' | 'managers' | 'channel';
  audience: 'everyone' | 'asker';
  /** About the files of this computer: on the command line alone. */
  only?: 'console';
  run(options: z.infer<Options>, context: Context): Promise<Answer>;
  /** What it asks for before it runs; undefined where it has what it needs. */
  form?(options: Partial<z.infer<Options>>, bot: Bot): Promise<Form | undefined>;
}
