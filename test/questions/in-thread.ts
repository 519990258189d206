import type { Query, Unit } from '../../src/incidents/query.ts';
import { type DialogueState, kept } from '../../src/reading/dialogue-state.ts';
import type { ParseResult } from '../../src/reading/parse-result.ts';

export type ReadNext = (text: string, previous?: DialogueState) => ParseResult;

/** What a ranking shows, most first: made up, as the shipped incidents are few. */
const ranked: Partial<Record<Unit, string[]>> = {
  country: ['Iraq', 'Syria', 'Nigeria'],
  admin1: ['Borno', 'Ninawa'],
  place: ['Mosul', 'Aleppo'],
  year: ['2015', '2016'],
  month: ['2016-07', '2016-08'],
  day: ['2016-12-13', '2016-12-14'],
  actor: ['Boko Haram', 'Islamic State'],
  eventType: ['airstrike', 'shelling'],
};

const incident = (id: string, day: string) => ({ id, when: { start: day, end: day } });

function incidentsShown({ measure, limit, filter }: Query) {
  if (measure === 'list')
    return Array.from({ length: Math.min(limit, 5) }, (_, i) => incident(`x:${i + 1}`, `2016-05-0${i + 1}`));
  return ['first', 'last', 'describe'].includes(measure) ? [incident(filter.ids?.[0] ?? 'x:1', '2016-05-01')] : [];
}

/** What a thread keeps of a question after its made-up answer, as the program keeps it. */
function after(query: Query, last: DialogueState | undefined): DialogueState {
  const groups = query.by && ranked[query.by]?.map((key) => ({ key }));
  return { ...kept(query, { incidents: incidentsShown(query), groups }, last), why: '' };
}

/** Reads a question after others in its thread; those that are not understood leave nothing behind. */
export function readAfter(read: ReadNext, before: readonly string[], text: string): ParseResult {
  let state: DialogueState | undefined;
  for (const earlier of before) {
    const understood = read(earlier, state);
    if (understood.kind !== 'query') continue;
    state = after(understood.query, state);
    if (understood.second) state = after(understood.second.query, state);
  }
  return read(text, state);
}
