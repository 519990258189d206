import type { Answer, Part } from './answer.ts';
import type { AnswerDocument } from './answer-document.ts';
import { textOf } from './plain-text.ts';

/** What a command tells the one who ran it: a first sentence, its parts, and the same as data. */
export function buildAnswer(first: string, parts: Part[], data: Partial<AnswerDocument> = {}): Answer {
  const text = textOf(first, parts);
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: 'asker',
    next: [],
    sources: [],
    data: { status: 'answered', ...data, text },
  };
}
