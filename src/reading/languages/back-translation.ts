import type { Clarification, ClarificationChoice, ParseResult } from '../parse-result.ts';
import type { Assumed, Reading } from '../span.ts';
import { tokenPattern } from './lexicon.ts';
import type { PivotText } from './pivot-translation.ts';

/** Several words of the readers' English as they were said; what was said for some of them in two ways is left out. */
function wordsSaid(words: string, { sayings }: PivotText): string {
  const told = [...words.matchAll(tokenPattern)].map(([word]) => sayings(word));
  const sure = told.filter((said) => said.length === 1);
  const said = (sure.length ? sure : told).map(([first]) => first);
  return said.filter((word, i) => word !== said[i - 1]).join(' ');
}

function backSaid(ask: Clarification, glossed: PivotText): Clarification {
  if (ask.kind === 'unknown') return { ...ask, name: wordsSaid(ask.name, glossed) };
  return ask.kind === 'unread' || ask.kind === 'alone' ? { ...ask, said: glossed.said } : ask;
}

const assumedSaid = (assumed: Assumed, glossed: PivotText): Assumed =>
  'said' in assumed ? { ...assumed, said: wordsSaid(assumed.said, glossed) } : assumed;

/** What was understood, with the words of the question as they were said. */
export function asSaid(understood: ParseResult, glossed: PivotText): ParseResult {
  if (understood.kind === 'declined') return understood;
  const said = (all: readonly Reading[]) => all.map((r) => ({ ...r, words: wordsSaid(r.words, glossed) }));
  const chosen = (all: readonly ClarificationChoice[]) =>
    all.map((choice) => ({ ...choice, readings: said(choice.readings) }));
  const readings = said(understood.readings);
  const unread = [...new Set([...glossed.unread, ...understood.unread.map(glossed.original)])];
  if (understood.kind === 'unclear')
    return {
      ...understood,
      ask: backSaid(understood.ask, glossed),
      readings,
      unread,
      choices: chosen(understood.choices),
    };
  const assumed = understood.assumed.map((a) => assumedSaid(a, glossed));
  return { ...understood, readings, unread, assumed, alternatives: chosen(understood.alternatives) };
}
