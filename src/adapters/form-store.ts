import type { Dispatcher } from '../app/dispatcher.ts';
import type { Form } from '../kernel/form.ts';
import type { Request } from './request-handler.ts';

/** The form that a button opens; undefined where it does something at once, or has expired. */
export async function formForButton(desk: Dispatcher, value: string): Promise<Form | undefined> {
  const [key = '', what = ''] = value.split(':');
  const does = (await desk.buttonPayloads.find(key, Date.now()))?.steps[Number(what)];
  return does && 'run' in does ? desk.formFor(does.run, does.options) : undefined;
}

/** Keeps what a form runs; returns the key that the platform carries. */
export const saveForm = (desk: Dispatcher, { command, options }: Form): Promise<string> =>
  desk.buttonPayloads.save({ question: command, steps: [{ run: command, options }] }, Date.now());

/** What a form that was sent asks for. Empty fields are left out. */
export async function readSubmittedForm(
  desk: Dispatcher,
  key: string,
  values: Record<string, string>,
): Promise<Pick<Request, 'question' | 'work'>> {
  const does = (await desk.buttonPayloads.find(key, Date.now()))?.steps[0];
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const [name, options] = does && 'run' in does ? [does.run, { ...does.options, ...given }] : ['report', given];
  return { question: name, work: (from) => desk.run(name, options, from) };
}
