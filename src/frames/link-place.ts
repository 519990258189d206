import { isObscure, type PlaceCandidate } from '../entities/entity-linker.ts';
import { entityKey } from '../entities/key.ts';
import { kindInside } from '../entities/place-kinds.ts';
import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import { calledSo, exactly, liesIn, type Places } from './exact-places.ts';
import { closeEnough, type Link, likeEnough, mostChoices, mostGuesses, type PlaceMeant, rivals } from './link.ts';

const meant = ({ key, name, level, country }: PlaceCandidate): PlaceMeant => ({
  kind: 'place',
  key,
  name,
  level,
  ...(country && level !== 'country' ? { country } : {}),
});

const leavingOut = /\b(?:except(?: for)?|excluding|but not|outside(?: of)?|without|other than|apart from|minus) (.+)$/i;
const several = /\b(?:and|or)\b|[;&/]/i;
const most = 60;

/** What a place may be called, and what it lies in: "Gwoza, Borno", "Bria (Haute-Kotto)", "Grozny, Russia (Soviet Union)". */
function partsOf(said: string): { name: string; within: string[] }[] {
  const trimmed = (parts: readonly string[]) => parts.flatMap((part) => part.trim() || []);
  const ways = [said.split(/,(.+)/s), said.split(/[,()]/)].map(trimmed);
  return ways.flatMap(([name, ...within]) => (name !== undefined && within.length ? [{ name, within }] : []));
}

/**
 * The place that is meant by words where a place must stand, or by its key. An exact name first, the data's own names
 * before the gazetteer's; a name of several places that the data knows equally well, or of none, is asked back.
 */
export function linkPlace(said: string, names: Places): Link<PlaceMeant> {
  const keyed = names.place(said);
  if (keyed) return { kind: 'one', said: keyed.name, candidates: [{ ...meant(keyed), key: said }] };
  if (/^(?:gazetteer|data):/.test(said)) return { kind: 'problem', problem: { wrong: 'unknown', said } };
  const parts = partsOf(said);
  for (const { name, within } of [{ name: said, within: [] }, ...parts]) {
    const found = exactly(name, within, names);
    if (found.length) return chosen(name, found, names);
  }
  const out = said.match(leavingOut)?.[1];
  if (out !== undefined || several.test(said))
    return { kind: 'problem', problem: { wrong: 'not-one', said, ...(out === undefined ? {} : { out }) } };
  const { name, within } = parts.at(-1) ?? { name: said, within: [] };
  return loosely(said, name, within, names);
}

function chosen(said: string, found: readonly PlaceCandidate[], names: Places): Link<PlaceMeant> {
  const [first, ...others] = found as [PlaceCandidate, ...PlaceCandidate[]];
  const namesakes = others.filter(
    (c) =>
      c.level === first.level && c.countryCode !== first.countryCode && calledSo(c, said) === calledSo(first, said),
  );
  const itself = (c: PlaceCandidate) => meant(ownProvince(c, said, names) ?? c);
  const twins = namesakes.filter((c) => rivals(first, c));
  if (twins.length) return { kind: 'which', said, candidates: [first, ...twins].slice(0, mostChoices).map(itself) };
  const other = kindInside(said) ? undefined : others.find((c) => isOtherReading(c, first));
  const beside = other ?? namesakes.find((c) => c.incidents > 0);
  return { kind: 'one', said, candidates: [itself(first), ...(beside ? [itself(beside)] : [])] };
}

/** The data's own provinces are themselves: "West Darfur" is not "Central Darfur", which the gazetteer calls so too. */
function ownProvince({ level, countries, dataNames }: PlaceCandidate, said: string, names: Places) {
  const own =
    level === 'admin1' ? dataNames.filter((name) => foldWithoutPlaceType(name) === foldWithoutPlaceType(said)) : [];
  if (own.length === 0 || own.length === dataNames.length) return undefined;
  return countries.map((country) => names.place(entityKey('data', level, country, own[0]))).find((c) => c);
}

const levels = new Set<PlaceCandidate['level']>(['admin1', 'town']);

/** The town of the province's name and the other way round; the other country of a name that two have. */
const isOtherReading = (c: PlaceCandidate, first: PlaceCandidate): boolean =>
  first.level === 'country'
    ? c.level === 'country'
    : levels.has(c.level) && c.level !== first.level && c.countryCode === first.countryCode && c.incidents > 0;

function loosely(said: string, name: string, within: readonly string[], names: Places): Link<PlaceMeant> {
  const level = kindInside(name);
  const found = names
    .places(name, { limit: most, ...(level ? { level } : {}) })
    .filter((c) => within.every((holder) => liesIn(c, holder, names)));
  const best = found.find((c) => c.score >= closeEnough && !isObscure(c));
  if (best) return { kind: 'one', said, candidates: [meant(best)], assumed: { said, name: best.name } };
  const like = found.filter((c) => c.score >= likeEnough).slice(0, mostGuesses);
  return { kind: 'unknown', said, candidates: like.map(meant) };
}
