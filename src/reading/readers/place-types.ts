import type { PlaceCandidate } from '../../entities/entity-linker.ts';
import { placeTypeWords } from '../../entities/place-kinds.ts';
import type { Span } from '../span.ts';

type Level = PlaceCandidate['level'];
const cues = placeTypeWords.map(([words, level]) => ({
  level,
  next: new RegExp(`^ (${words})\\b`, 'i'),
  previous: new RegExp(`\\b(?:the )?(?:${words}) of (?:the )?$`, 'i'),
  shared: new RegExp(`^(?:,? (?:and|or|&) |, )[\\p{L}' -]{2,40}? (${words})\\b`, 'iu'),
}));

/** A word that says what kind of place a name is. */
export const placeCue = new RegExp(`^(?:${placeTypeWords.map(([w]) => w).join('|')})$`, 'i');

const calendar =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|ramadan|eid|christmas|easter)$/i;

/** Months and weekdays are never names. */
export const isCalendarWord = (word: string): boolean => calendar.test(word);

/** The cue beside a name: "Borno state", "the city of Mosul", "Erbil and Dohuk provinces". Spans include the cue. */
export function cueAround(text: string, name: Span): (Span & { level: Level }) | undefined {
  const [before, after] = [text.slice(0, name.start), text.slice(name.end)];
  for (const cue of cues) {
    const { level } = cue;
    const next = after.match(cue.next);
    if (next) return { start: name.start, end: name.end + next[0].length, level };
    const previous = before.match(cue.previous);
    if (previous) return { start: name.start - previous[0].length, end: name.end, level };
    const shared = after.match(cue.shared);
    if (shared && /s$/i.test(shared[1] as string)) return { ...name, level };
  }
  return undefined;
}
