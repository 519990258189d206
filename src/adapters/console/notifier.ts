import type { Notifier } from '../../alerts/notifier.ts';
import { type Look, render } from './render.ts';

/** Prints alerts between the lines of an open chat. */
export function createConsoleNotifier(output: NodeJS.WriteStream, look: Look, thread: string): Notifier {
  let count = 0;
  const print: Notifier['send'] = async (_, answer) => {
    output.write(`\n${render({ ...answer, next: [] }, look)}\n`);
    return String(++count);
  };
  return {
    send: print,
    // Printed text cannot be edited; the reply that follows says what changed.
    edit: async () => undefined,
    reply: (channel, _, answer, once) => print(channel, answer, once),
    notifyPerson: async (channel, _, answer, once) => void (await print(channel, answer, once)),
    threadOf: () => thread,
  };
}
