import type { Language } from '../kernel/language.ts';
import type { Clarification, ClarificationChoice, ParseResult } from '../reading/parse-result.ts';
import type { Answer, AnswerAction } from './document/answer.ts';
import { readWords } from './explain-query.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { clean } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';
import { plain } from './replies.ts';

/** A name from the data, bounded. */
export const bounded = (means: ClarificationChoice['means']): ClarificationChoice['means'] =>
  means.kind === 'day' ? means : { ...means, name: clean(means.name, 60) };

/** The action of a choice: its query, or its frame while another name in it is still open. */
export const choosing = (choice: ClarificationChoice, language: Language | undefined): AnswerAction['action'] =>
  choice.query
    ? { find: choice.query, language, read: readWords(choice.readings, language) }
    : { frame: choice.frame, language };

/** One question back, with what may be chosen. */
export function composeUnclear(
  { ask, choices: told }: Extract<ParseResult, { kind: 'unclear' }>,
  language?: Language,
): Answer {
  const w = messagesFor(language);
  const labels = told.map(({ means }) => w.back.choice(bounded(means)));
  const text = [asked(w, ask, labels), ...labels.map((label, i) => `${i + 1}. ${label}`)].join('\n');
  const labelled = (i: number) => labels[i] ?? '';
  const steps = told.map((choice, i) => ({ label: labelled(i), action: choosing(choice, language) }));
  const choices = told.map(({ means, question, frame }, i) => ({
    label: labelled(i),
    question,
    ...(means.kind === 'place' ? { place: placeIn(means) } : {}),
    ...(frame ? { frame } : {}),
  }));
  return plain(text, { status: 'unclear', choices, text }, steps);
}

const placeIn = ({ kind: _, ...place }: Extract<ClarificationChoice['means'], { kind: 'place' }>) => place;

function asked({ back, list: listed }: MessageCatalogue, ask: Clarification, labels: readonly string[]): string {
  const either = listed(labels, 'or');
  switch (ask.kind) {
    case 'which':
      return back.which(either);
    case 'unknown':
      return back.unknown(clean(ask.name, 80), either || undefined);
    case 'change':
      return back.change;
    case 'nth':
      return back.nth(ask.shown);
    default:
      return back[ask.kind](clean(ask.said, 80));
  }
}
