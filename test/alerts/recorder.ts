import type { Notifier } from '../../src/alerts/notifier.ts';

interface SentMessage {
  what: 'send' | 'edit' | 'reply' | 'tell';
  channel: string;
  message: string;
  text: string;
}

/** A notifier that records what is sent, and fails on demand. */
export function recorder() {
  const sent: SentMessage[] = [];
  const control: { fail: (channel: string, what: SentMessage['what']) => Error | undefined } = {
    fail: () => undefined,
  };
  let count = 0;
  const record = (what: SentMessage['what'], channel: string, message: string, text: string) => {
    const error = control.fail(channel, what);
    if (error) throw error;
    sent.push({ what, channel, message, text });
  };
  const notifier: Notifier = {
    async send(channel, answer) {
      const id = `m${++count}`;
      record('send', channel, id, answer.text);
      return id;
    },
    async edit(channel, message, answer) {
      record('edit', channel, message, answer.text);
    },
    async reply(channel, message, answer) {
      record('reply', channel, message, answer.text);
      return `m${++count}`;
    },
    async notifyPerson(_, person, answer) {
      record('tell', person, '', answer.text);
    },
    threadOf: (channel, message) => `slack:${channel}:${message}`,
  };
  return { sent, control, notifiers: new Map([['slack', notifier]]) };
}
