import type { Notifier } from '../../alerts/notifier.ts';
import { type Look, render } from './render.ts';

/** Alerts into an open chat, between its lines. */
export function createConsoleNotifier(output: NodeJS.WriteStream, look: Look, thread: string): Notifier {
  let count = 0;
  const say: Notifier['send'] = async (_, answer) => {
    output.write(`\n${render({ ...answer, next: [] }, look)}\n`);
    return String(++count);
  };
  return {
    send: say,
    // What a terminal has shown stays as it is; what changed is said after it.
    edit: async () => undefined,
    reply: (channel, _, answer, once) => say(channel, answer, once),
    notifyPerson: async (channel, _, answer, once) => void (await say(channel, answer, once)),
    threadOf: () => thread,
  };
}
