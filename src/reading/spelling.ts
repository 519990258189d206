import type { EntityLinker } from '../entities/entity-linker.ts';
import { nationalities } from '../entities/gazetteer/countries.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import { plain } from './text.ts';

const lexicon =
  'attack attacks incident incidents event events killed killing killings people civilian civilians between government forces fatality fatalities fatal casualties wounded injured deadliest bloodiest worst compare compared comparison province governorate provinces district involving involved including without outside except within kilometres kilometers around number total yesterday january february march april june july august september october november december month months monthly yearly year years week weeks weekly recent latest newest earliest oldest airstrike airstrikes bombing bombings ambush ambushes protest protests violence violent clashes clash battle battles suicide rocket rockets mortar shelling drone assassination kidnapping kidnapped abducted abduction claimed claimed responsibility suspected reported recorded against during before after since until where which group groups actor actors military militia militias soldiers army rebels strike strikes happened deaths death killed timeline trend country countries region'.split(
    ' ',
  );
const known = new Set(lexicon);
const shorthand = new Map([
  ['gov', 'government'],
  ['govt', 'government'],
  ["gov't", 'government'],
  ['ppl', 'people'],
  ['thru', 'through'],
  ['b/w', 'between'],
  ['btw', 'between'],
  ['w/', 'with'],
]);

/** The word of our own vocabulary that a mistyped word means, or undefined. Short words are left alone. */
function mendWord(word: string, ofState: boolean): string | undefined {
  const lower = plain(word);
  const short = shorthand.get(lower);
  if (short) return short;
  if (lower.length < 5 || known.has(lower) || known.has(lower.replace(/s$/, '')) || !/^[a-z]+$/.test(lower))
    return undefined;
  const limit = lower.length >= 9 ? 2 : 1;
  const near = [...lexicon, ...(ofState ? nationalities : [])]
    .map((entry) => [editDistance(lower, entry, limit), entry] as const)
    .filter(([d]) => d <= limit);
  near.sort(([a], [b]) => a - b);
  return near[0]?.[1];
}

const servants =
  /^ (?:army|armed|forces?|government|troops|military|soldiers|air force|navy|police|regime|security)\b/i;
const wordPattern = /[\p{L}\p{M}'/]+/gu;

/** Mistyped words of our own vocabulary put right; names of places and actors are left as they are. */
export function mendSpelling(text: string, names: EntityLinker): string {
  return text.replace(wordPattern, (word, at: number) => {
    if (
      names.isOrdinaryWord(plain(word)) ||
      names.places(word, { exact: true, limit: 1 })[0]?.incidents ||
      names.actors(word, { exact: true, limit: 1 }).length
    )
      return shorthand.get(plain(word)) ?? word;
    return mendWord(word, servants.test(text.slice(at + word.length))) ?? word;
  });
}
