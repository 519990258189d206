import { type EntityLinker, isWide, type PlaceCandidate } from '../entities/entity-linker.ts';
import { entityKey } from '../entities/key.ts';
import { liesIn } from '../entities/lies-in.ts';
import { levelInName } from '../entities/place-kinds.ts';
import { fold, foldKeepingArticles } from '../kernel/normalise.ts';

export type Places = Pick<EntityLinker, 'place' | 'places'>;

const [maxCandidates, maxWithin] = [60, 200];

/** Spelling tests from strict to lenient: the same letters, the same but for accents and case, the same but for articles too. */
const spellings = [(name: string) => name, foldKeepingArticles, fold].map(
  (normalise) =>
    (said: string) =>
    ({ dataNames }: PlaceCandidate): boolean =>
      dataNames.some((name) => normalise(name) === normalise(said)),
);

/** Whether the data itself uses this name for the place, but for accents, case and articles. */
export const isNamed = ({ dataNames }: PlaceCandidate, said: string): boolean =>
  dataNames.some((name) => fold(name) === fold(said));

/**
 * Candidates with exactly this name that lie in every place of `within`, best first. If the name says its kind ("Gulu
 * district"): first those that the data calls so, then those of that kind with incidents, then those of that kind.
 * Otherwise: those with incidents first; among places of one kind in one country, the nearest spelling first (a town is
 * not preferred to its province for that).
 */
export function exactMatches(said: string, within: readonly string[], names: Places): PlaceCandidate[] {
  const country = within.length ? undefined : countryNamed(said, names);
  if (country) return [country];
  const level = levelInName(said);
  const hints = { exact: true, limit: within.length ? maxWithin : maxCandidates, ...(level ? { level } : {}) };
  const all = names.places(said, hints).filter((c) => within.every((holder) => liesWithin(c, holder, names)));
  const spelledAlike = spellings.map((spelling) => spelling(said));
  const fits = (c: PlaceCandidate) => c.level === level || (level === 'admin1' && c.level === 'region');
  const isKnown = (c: PlaceCandidate) => isWide(c) || c.incidents > 0;
  if (level) return inOrder(all, [...spelledAlike, (c) => fits(c) && isKnown(c), fits]);
  const [best] = inOrder(all, [isKnown]);
  const sameKind = (c: PlaceCandidate) => c.level === best?.level && c.countryCode === best.countryCode;
  return inOrder(all, [...spelledAlike.map((so) => (c: PlaceCandidate) => sameKind(c) && so(c)), isKnown]);
}

type Test = (place: PlaceCandidate) => boolean;

/** First those that pass the first test, then the second …, then the rest; each once. */
const inOrder = (all: readonly PlaceCandidate[], tests: readonly Test[]): PlaceCandidate[] => [
  ...new Map([...tests.flatMap((test) => all.filter(test)), ...all].map((c) => [c.key, c])).values(),
];

/** The country that the data itself calls so: "Russia (Soviet Union)". */
const countryNamed = (said: string, names: Places) => names.place(entityKey('data', 'country', said, said));

/** Whether a place lies in one with this name. */
export const liesWithin = (place: PlaceCandidate, holder: string, names: Places): boolean =>
  [countryNamed(holder, names) ?? [], names.places(holder, { exact: true, limit: maxCandidates })]
    .flat()
    .some((wider) => liesIn(place, wider));
