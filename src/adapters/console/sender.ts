import type { Sender } from '../../sender.ts';
import { type Look, render } from './render.ts';

/** Alerts into an open chat, between its lines. */
export function consoleSender(output: NodeJS.WriteStream, look: Look): Sender {
  let count = 0;
  const say: Sender['send'] = async (_, answer) => {
    output.write(`\n${render({ ...answer, next: [] }, look)}\n`);
    return String(++count);
  };
  // What a terminal has shown stays as it is; what changed is said after it.
  return { send: say, edit: async () => undefined, reply: (channel, _, answer, once) => say(channel, answer, once) };
}
