import type { Dispatcher } from '../app/dispatcher.ts';
import type { Form } from '../kernel/form.ts';
import type { Request } from './request.ts';

/** The form that a button opens; undefined where its action needs none, or has expired. */
export async function formForButton(dispatcher: Dispatcher, value: string): Promise<Form | undefined> {
  const [key = '', what = ''] = value.split(':');
  const action = (await dispatcher.buttonPayloads.find(key, Date.now()))?.steps[Number(what)];
  return action && 'run' in action ? dispatcher.formFor(action.run, action.options) : undefined;
}

/** Saves the command that a form runs; returns the key to send along with the form. */
export const saveForm = (dispatcher: Dispatcher, { command, options }: Form): Promise<string> =>
  dispatcher.buttonPayloads.save({ question: command, steps: [{ run: command, options }] }, Date.now());

/** The request of a submitted form. Empty fields are left out. */
export async function readSubmittedForm(
  dispatcher: Dispatcher,
  key: string,
  values: Record<string, string>,
): Promise<Pick<Request, 'question' | 'work'>> {
  const action = (await dispatcher.buttonPayloads.find(key, Date.now()))?.steps[0];
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const [name, options] =
    action && 'run' in action ? [action.run, { ...action.options, ...filled }] : ['report', filled];
  return { question: name, work: (context) => dispatcher.run(name, options, context) };
}
