import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Answer, AnswerAction } from '../../answers/document/answer.ts';
import type { Dispatcher, RequestContext } from '../../app/dispatcher.ts';
import type { Form } from '../../kernel/form.ts';
import { writeFiles } from './files.ts';
import { promptForm } from './prompt.ts';
import type { Look } from './render.ts';
import { render } from './render.ts';

/** What the chat needs from the program. */
export interface Chat {
  dispatcher: Pick<Dispatcher, 'ask' | 'dispatchText' | 'runAction' | 'formFor' | 'formForText' | 'run'>;
  /** The context of the next request. */
  context(): RequestContext;
  greeting: string;
  historyFile: string;
}

const mostHistory = 500;

const chosenStep = (text: string, steps: AnswerAction[]) =>
  /^\d{1,2}$/.test(text) ? steps[Number(text) - 1] : undefined;

/** The form that a line opens first; undefined where it opens none. */
async function formFor(line: string, steps: AnswerAction[], { dispatcher }: Chat): Promise<Form | undefined> {
  const text = line.trim();
  const action = chosenStep(text, steps)?.action;
  if (action) return 'run' in action ? dispatcher.formFor(action.run, action.options) : undefined;
  return text.startsWith('/') ? dispatcher.formForText(text.slice(1)) : undefined;
}

/** One line of the chat: a number chooses a step, a slash starts a command, anything else is a question. */
export async function handleLine(line: string, steps: AnswerAction[], chat: Chat): Promise<Answer | undefined> {
  const text = line.trim();
  if (text === '') return undefined;
  const chosen = chosenStep(text, steps);
  if (chosen) return chat.dispatcher.runAction(chosen.action, chat.context());
  return text.startsWith('/')
    ? chat.dispatcher.dispatchText(text.slice(1), chat.context())
    : chat.dispatcher.ask(text, chat.context());
}

const leaving = /^\/?(?:quit|exit|bye)$/i;

/** Chats on a terminal, or answers piped questions line by line. Resolves at the end of input, /quit, Ctrl-C or Ctrl-D. */
export async function runChat(
  chat: Chat,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  look: Look,
): Promise<void> {
  const terminal = Boolean(input.isTTY && output.isTTY);
  const lines = createInterface({
    input,
    output: terminal ? output : undefined,
    terminal,
    prompt: '> ',
    history: terminal ? readHistory(chat.historyFile) : [],
    historySize: mostHistory,
    removeHistoryDuplicates: true,
  });
  if (terminal) {
    output.write(`${chat.greeting}\n\n`);
    lines.on('history', (history) => writeHistory(chat.historyFile, history));
    lines.on('SIGINT', () => lines.close());
    lines.prompt();
  }
  let steps: AnswerAction[] = [];
  const incoming = lines[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { done, value } = await incoming.next();
    return done ? undefined : value;
  };
  for (let line = await nextLine(); line !== undefined; line = await nextLine()) {
    if (leaving.test(line.trim())) break;
    const form = await formFor(line, steps, chat);
    const values = form && (await promptForm(form, nextLine, (words) => output.write(`${words}\n`)));
    const composed = form
      ? await chat.dispatcher.run(form.command, { ...form.options, ...values }, chat.context())
      : await handleLine(line, steps, chat);
    if (composed) {
      const answer = await writeFiles(composed);
      steps = answer.next;
      output.write(`${render(answer, look)}\n${terminal ? '\n' : ''}`);
    }
    if (terminal) lines.prompt();
  }
  lines.close();
  if (terminal) output.write('\n');
}

function readHistory(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Saves the history. A failure is ignored: it must not end the chat. */
function writeHistory(file: string, history: string[]): void {
  try {
    writeFileSync(file, history.join('\n'));
  } catch {
    return;
  }
}
