import type { Assumed } from '../reading.ts';
import type { Back, Understood } from '../understood.ts';
import type { Glossed } from './gloss.ts';

function backSaid(ask: Back, glossed: Glossed): Back {
  if (ask.kind === 'unknown') return { ...ask, name: glossed.originals(ask.name) };
  return ask.kind === 'unread' || ask.kind === 'alone' ? { ...ask, said: glossed.said } : ask;
}

const assumedSaid = (assumed: Assumed, glossed: Glossed): Assumed =>
  'said' in assumed ? { ...assumed, said: glossed.originals(assumed.said) } : assumed;

/** What was understood, with the words of the question as they were said. */
export function asSaid(understood: Understood, glossed: Glossed): Understood {
  if (understood.kind === 'declined') return understood;
  const readings = understood.readings.map((r) => ({ ...r, words: glossed.originals(r.words) }));
  const unread = [...new Set([...glossed.unread, ...understood.unread.map(glossed.original)])];
  return understood.kind === 'query'
    ? { ...understood, readings, unread, assumed: understood.assumed.map((a) => assumedSaid(a, glossed)) }
    : { ...understood, ask: backSaid(understood.ask, glossed), readings, unread };
}
