import type { Logger } from 'pino';
import type { z } from 'zod';
import type { ChannelPoster } from '../alerts/channel-poster.ts';
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
import type { DialogueState } from '../reading/dialogue-state.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import type { Settings } from '../settings/settings.ts';
import type { Sources } from '../sources/sources.ts';
import type { DownloadedFile } from '../web/download-to-file.ts';
import type { RequestOutcome } from './request-outcome.ts';
import type { ParsedQuery } from './run-query.ts';

/** What the bot depends on. */
export interface Dependencies {
  incidents: Incidents;
  names: EntityLinker;
  conversations: DialogueStore;
  settings: Settings;
  subscriptions: Subscriptions;
  /** Alerts sent to channels. */
  notificationLog: NotificationLog;
  drafts: DraftStore;
  log: Logger;
  /** Where files beside the database are kept. */
  folder?: string;
  /** Scheduled imports. */
  sources: Sources;
  /** Downloads an address given in a channel, only over https and from public hosts. Throws FetchError. */
  fetchPublic(address: string, signal?: AbortSignal): Promise<DownloadedFile>;
  /** Writes the database to a file; returns its size in bytes. Throws DatabaseError. */
  backUp(file: string): Promise<number>;
  /** Posts to a channel by the way that alerts take. */
  postTo?: ChannelPoster;
  /** The state of each platform in one line: connected, or what is missing. */
  checks?: readonly (() => Promise<string>)[];
  /** Called after every request with its outcome. */
  onRequestEnd?: (outcome: RequestOutcome) => void;
}

/** The use cases behind every adapter. Methods that return an Answer never reject; `read`, `recall` and `resume` may. */
export interface Bot extends Dependencies {
  /** All commands, including those of the console only. */
  menu: readonly Command[];
  ask(question: Question): Promise<Answer>;
  /** Answers a frame whose entities are names or keys; becomes the dialogue state of its thread. */
  query(frame: Frame, question: Omit<Question, 'text'>): Promise<Answer>;
  /** Answers a query as it is; becomes the dialogue state of its thread. `from`: how the question was read that it comes from, and what it could not get. */
  find(query: Query, question: Omit<Question, 'text'>, from?: Pick<ParsedQuery, 'read' | 'caveats'>): Promise<Answer>;
  /** The answer to a query as a file; the dialogue state stays. */
  export(request: ExportRequest, question: Pick<Question, 'askedAt' | 'channel'>): Promise<Answer>;
  run(command: Command, options: unknown, context: Omit<Context, 'bot'>): Promise<Answer>;
  /** Parses a question without answering it; `part` selects the words to parse, in the readers' English. Throws TooLong. */
  read(question: Question, part?: (english: string) => string): Promise<ParseResult>;
  /** Questions to try, which the present data can answer. Never rejects. */
  examples(): Promise<string[]>;
  /** The dialogue state of the thread. */
  recall(question: ThreadRef): Promise<DialogueState | undefined>;
  /** Sets the dialogue state back to that of an earlier answer. */
  resume(memory: DialogueState, question: ThreadRef): Promise<void>;
}

/** Called while a long command runs: "12,000 of 65,076 rows". */
export type Progress = (note: { done: number; of?: number; words: string }) => void;

export interface Context extends Omit<Question, 'text'> {
  bot: Bot;
  /** The answer whose button was pressed: the subject of a command without a question, in place of the thread's last answer. */
  subject?: AnswerSubject | undefined;
  progress: Progress;
  signal?: AbortSignal;
}

/**
 * A command, the same in Slack, Discord, the console and on the command line. `options` is a
 * flat zod object with a `.describe()` on each field, and `.meta({ suggest })` on those that
 * autocomplete (autocomplete.ts); the option named by `main` takes the words that follow the command.
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
  /** Needs the local file system: on the command line only. */
  only?: 'console';
  run(options: z.infer<Options>, context: Context): Promise<Answer>;
  /** The form to fill in before it runs; undefined if the options are complete. */
  form?(options: Partial<z.infer<Options>>, bot: Bot): Promise<Form | undefined>;
}
