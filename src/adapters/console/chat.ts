import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Answer, AnswerAction } from '../../answers/document/answer.ts';
import type { Dispatcher, RequestContext } from '../../app/dispatcher.ts';
import type { Form } from '../../kernel/form.ts';
import { writeFiles } from './files.ts';
import { promptForm } from './prompt.ts';
import type { Look } from './render.ts';
import { render } from './render.ts';

/** What the chat needs from the program: answers, and what to greet with. */
export interface Chat {
  desk: Pick<Dispatcher, 'ask' | 'dispatchText' | 'runAction' | 'formFor' | 'formForText' | 'run'>;
  from(): RequestContext;
  greeting: string;
  historyFile: string;
}

const mostHistory = 500;

const chosenIn = (text: string, steps: AnswerAction[]) =>
  /^\d{1,2}$/.test(text) ? steps[Number(text) - 1] : undefined;

/** The form that a line opens before anything is done. */
async function formFor(line: string, steps: AnswerAction[], { desk }: Chat): Promise<Form | undefined> {
  const text = line.trim();
  const does = chosenIn(text, steps)?.action;
  if (does) return 'run' in does ? desk.formFor(does.run, does.options) : undefined;
  return text.startsWith('/') ? desk.formForText(text.slice(1)) : undefined;
}

/** One line of the chat: a number chooses a step, a slash starts a command, anything else is a question. */
export async function handleLine(line: string, steps: AnswerAction[], chat: Chat): Promise<Answer | undefined> {
  const text = line.trim();
  if (text === '') return undefined;
  const chosen = chosenIn(text, steps);
  if (chosen) return chat.desk.runAction(chosen.action, chat.from());
  return text.startsWith('/') ? chat.desk.dispatchText(text.slice(1), chat.from()) : chat.desk.ask(text, chat.from());
}

const leaving = /^\/?(?:quit|exit|bye)$/i;

/** Talks on a terminal, or answers piped questions line by line. Ends with the input, /quit, Ctrl-C or Ctrl-D. */
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
    const given = form && (await promptForm(form, nextLine, (words) => output.write(`${words}\n`)));
    const said = form
      ? await chat.desk.run(form.command, { ...form.options, ...given }, chat.from())
      : await handleLine(line, steps, chat);
    if (said) {
      const answer = await writeFiles(said);
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

/** The history is a comfort: that it cannot be kept must not end the talk. */
function writeHistory(file: string, history: string[]): void {
  try {
    writeFileSync(file, history.join('\n'));
  } catch {
    return;
  }
}
