import { isObscure, type PlaceCandidate } from '../entities/entity-linker.ts';
import { levelInName } from '../entities/place-kinds.ts';
import { exactMatches, isNamed, liesWithin, type Places } from './exact-places.ts';
import {
  areRivals,
  type LinkResult,
  maxChoices,
  maxGuesses,
  minAssumedScore,
  minOfferedScore,
  type PlaceEntity,
} from './link-result.ts';

const toEntity = ({ key, name, level, country, lat, lon }: PlaceCandidate): PlaceEntity => ({
  kind: 'place',
  key,
  name,
  level,
  ...(country && level !== 'country' ? { country } : {}),
  ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
});

const exclusion =
  /^(.*?),?\s*\b(?:except(?: for)?|excluding|but not|outside(?: of)?|without|other than|apart from|minus) (.+)$/i;
const several = /\b(?:and|or)\b|[;&/]/i;
const maxCandidates = 60;

/** Splits a name from what the place lies in: "Gwoza, Borno", "Bria (Haute-Kotto)", "Grozny, Russia (Soviet Union)". */
function splitQualifiers(said: string): { name: string; within: string[] }[] {
  const trimmed = (parts: readonly string[]) => parts.flatMap((part) => part.trim() || []);
  const splits = [said.split(/,(.+)/s), said.split(/[,()]/)].map(trimmed);
  return splits.flatMap(([name, ...within]) => (name !== undefined && within.length ? [{ name, within }] : []));
}

/**
 * Links a name or key in a place slot: the place with this key, then an exact name (the data's own before the
 * gazetteer's), then the most similar name if it scores at least `minAssumedScore`. An exact name that places in several
 * countries share, with about as many incidents, is ambiguous. "Iraq except Baghdad", "Iraq or Syria" and "Iraq, Syria" are problems,
 * because one place belongs here. Never throws.
 */
export function linkPlace(said: string, names: Places): LinkResult<PlaceEntity> {
  const byKey = names.place(said);
  if (byKey) return { kind: 'one', said: byKey.name, candidates: [{ ...toEntity(byKey), key: said }] };
  if (/^(?:gazetteer|data):/.test(said)) return { kind: 'problem', problem: { wrong: 'unknown', said } };
  const parts = splitQualifiers(said);
  for (const { name, within } of [{ name: said, within: [] }, ...parts]) {
    const found = exactMatches(name, within, names);
    if (found.length) return resolveExact(name, found);
  }
  const [, whole = '', out] = said.match(exclusion) ?? [];
  if (out !== undefined) return { kind: 'problem', problem: { wrong: 'not-one', said, except: { whole, out } } };
  if (several.test(said) || areCountries(said.split(','), names))
    return { kind: 'problem', problem: { wrong: 'not-one', said } };
  const { name, within } = parts.at(-1) ?? { name: said, within: [] };
  return linkFuzzy(said, name, within, names);
}

const areCountries = (all: readonly string[], names: Places): boolean =>
  all.length > 1 &&
  all.every((name) => names.places(name.trim(), { exact: true, level: 'country' }).some((c) => c.level === 'country'));

function resolveExact(said: string, found: readonly PlaceCandidate[]): LinkResult<PlaceEntity> {
  const [first, ...others] = found as [PlaceCandidate, ...PlaceCandidate[]];
  const namesakes = others.filter(
    (c) => c.level === first.level && c.countryCode !== first.countryCode && isNamed(c, said) === isNamed(first, said),
  );
  const ambiguous = namesakes.filter((c) => areRivals(first, c));
  if (ambiguous.length)
    return { kind: 'which', said, candidates: [first, ...ambiguous].slice(0, maxChoices).map(toEntity) };
  const otherReading = levelInName(said) ? undefined : others.find((c) => isOtherReading(c, first));
  const alternative = otherReading ?? namesakes.find((c) => c.incidents > 0);
  return { kind: 'one', said, candidates: [toEntity(first), ...(alternative ? [toEntity(alternative)] : [])] };
}

const levels = new Set<PlaceCandidate['level']>(['admin1', 'town']);

/** The town with the province's name or the other way round; the other of two countries with one name. */
const isOtherReading = (c: PlaceCandidate, first: PlaceCandidate): boolean =>
  first.level === 'country'
    ? c.level === 'country'
    : levels.has(c.level) && c.level !== first.level && c.countryCode === first.countryCode && c.incidents > 0;

function linkFuzzy(said: string, name: string, within: readonly string[], names: Places): LinkResult<PlaceEntity> {
  const level = levelInName(name);
  const found = names
    .places(name, { limit: maxCandidates, ...(level ? { level } : {}) })
    .filter((c) => within.every((holder) => liesWithin(c, holder, names)));
  const best = found.find((c) => c.score >= minAssumedScore && !isObscure(c));
  if (best) return { kind: 'one', said, candidates: [toEntity(best)], assumed: { said, name: best.name } };
  const similar = found.filter((c) => c.score >= minOfferedScore).slice(0, maxGuesses);
  return { kind: 'unknown', said, candidates: similar.map(toEntity) };
}
