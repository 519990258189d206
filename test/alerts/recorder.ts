import type { Notifier } from '../../src/alerts/notifier.ts';

interface Said {
  what: 'send' | 'edit' | 'reply' | 'tell';
  channel: string;
  message: string;
  text: string;
}

/** A platform that remembers what it was told, and fails on demand. */
export function recorder() {
  const said: Said[] = [];
  const control: { fail: (channel: string, what: Said['what']) => Error | undefined } = { fail: () => undefined };
  let count = 0;
  const tell = (what: Said['what'], channel: string, message: string, text: string) => {
    const error = control.fail(channel, what);
    if (error) throw error;
    said.push({ what, channel, message, text });
  };
  const sender: Notifier = {
    async send(channel, answer) {
      const id = `m${++count}`;
      tell('send', channel, id, answer.text);
      return id;
    },
    async edit(channel, message, answer) {
      tell('edit', channel, message, answer.text);
    },
    async reply(channel, message, answer) {
      tell('reply', channel, message, answer.text);
      return `m${++count}`;
    },
    async notifyPerson(_, person, answer) {
      tell('tell', person, '', answer.text);
    },
    threadOf: (channel, message) => `slack:${channel}:${message}`,
  };
  return { said, control, senders: new Map([['slack', sender]]) };
}
