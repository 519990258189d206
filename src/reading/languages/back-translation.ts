import type { Clarification, ParseResult } from '../parse-result.ts';
import type { Assumed } from '../span.ts';
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
  const readings = understood.readings.map((r) => ({ ...r, words: wordsSaid(r.words, glossed) }));
  const unread = [...new Set([...glossed.unread, ...understood.unread.map(glossed.original)])];
  return understood.kind === 'query'
    ? { ...understood, readings, unread, assumed: understood.assumed.map((a) => assumedSaid(a, glossed)) }
    : { ...understood, ask: backSaid(understood.ask, glossed), readings, unread };
}
