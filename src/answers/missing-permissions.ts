import type { Answer } from './document/answer.ts';
import { list } from './messages/english/text.ts';

/** The answer for the asker alone, with the permissions that a channel does not give, one by one, and how to give them. */
export function composeMissingPermissions(permissions: readonly string[], answer: Answer): Answer {
  const words = `I cannot answer in that channel: it does not allow me to ${list(permissions.map((p) => `“${p}”`))}. Someone who manages the channel can allow it under Edit Channel, Permissions. Here is the answer:`;
  return {
    ...answer,
    text: `${words}\n${answer.text}`,
    parts: [{ kind: 'text', text: words }, ...answer.parts],
    audience: 'asker',
  };
}
