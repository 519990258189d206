import type { Frame } from '../../frames/frame.ts';
import type { Query } from '../../incidents/query.ts';
import type { AnomalyRule } from '../../kernel/anomaly-rule.ts';
import type { Language } from '../../kernel/language.ts';
import type { Caveat } from '../../reading/caveat.ts';
import type { DialogueState } from '../../reading/dialogue-state.ts';
import type { ExportFormat } from '../../reading/export-intent.ts';
import type { AnswerDocument } from './answer-document.ts';
import type { Attachment, Drawing } from './attachment.ts';
import type { Citation, IncidentCard } from './incident-card.ts';
import type { IncidentRow } from './incident-row.ts';

/**
 * What a command is about that has no question of its own: an answer, in place of the thread's last. `why` is empty
 * where it is no answer that the thread could go back to.
 */
export interface AnswerSubject extends DialogueState {
  /** The words that a subscription was asked for in, and what it watches for. */
  words?: string | undefined;
  watch?: AnomalyRule | undefined;
}

/** What a query has with it of the question that it comes from: how that was read, in words, and what it could not get. */
interface FromQuestion {
  language?: Language | undefined;
  read?: string | undefined;
  caveats?: Caveat[] | undefined;
}

/** What a step under an answer does. It has all it needs with it, whatever the thread has spoken of since. */
type Does =
  /** A whole question, as somebody might type it. `language`: what to answer in. */
  | { ask: string; language?: Language | undefined }
  | { run: string; options: Record<string, unknown>; about?: AnswerSubject | undefined }
  | ({ find: Query } & FromQuestion)
  /** A question as a frame whose names may still have to be linked: what a choice asks while another name is open. */
  | { frame: Frame; language?: Language | undefined }
  /** Only a page may take the place of the answer it was turned from. */
  | ({ page: Query } & FromQuestion)
  | { export: Query; as: ExportFormat; about?: AnswerSubject | undefined }
  /** Says why the answer is as it is. */
  | { why: AnswerSubject };

/** A button, a numbered choice. */
export interface AnswerAction {
  label: string;
  action: Does;
}

export interface Table {
  title: string;
  columns: { name: string; align: 'left' | 'right' }[];
  rows: string[][];
  /** The figures that were asked for as running words, instead of the rows where there is nothing but text. */
  line?: string;
}

/** A closed union: a new part breaks every renderer until it is handled. */
export type Part =
  | { kind: 'text'; text: string }
  /** The small print: how it was read, the end of the data, what was left out. */
  | { kind: 'note'; text: string }
  /** An incident with all that is known of it. */
  | { kind: 'incident'; card: IncidentCard }
  /** An incident in one line. */
  | { kind: 'row'; row: IncidentRow }
  | { kind: 'table'; table: Table }
  /** A series to draw; a renderer without pictures shows bars or the table. */
  | (Drawing & { picture?: Attachment })
  /** A file to be sent beside the answer, or written where the console is. */
  | { kind: 'file'; file: Attachment };

/** What every platform renders. `text` is complete by itself: notification, screen reader, plain console. */
export interface Answer {
  text: string;
  parts: Part[];
  audience: 'everyone' | 'asker';
  next: AnswerAction[];
  sources: Citation[];
  /** What everyone in the channel hears of it besides, where the answer is the asker's alone. */
  announce?: Answer;
  /**
   * It is about what everyone in the channel gets. For everyone, it is shown to all of them though its button was on a
   * message for one; for the asker, it is answered in the channel and not in a direct message, whose buttons would mean that.
   */
  channelWide?: true;
  /** The same as data, for `--json` and exports. */
  data?: AnswerDocument;
  /** Exit status of the command line: 1 when it failed, 2 when it was used wrongly. */
  failed?: 1 | 2;
}

/** Every file that goes with an answer, in order: its own files, and the pictures of its charts and maps. */
export const attachmentsOf = ({ parts }: Answer): Attachment[] =>
  parts.flatMap((part) => {
    if (part.kind === 'file') return [part.file];
    return 'picture' in part && part.picture ? [part.picture] : [];
  });
