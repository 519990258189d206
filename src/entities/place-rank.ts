import { fold, foldKeepingArticles, foldWithoutPlaceType } from '../kernel/normalise.ts';
import { isWide, type PlaceCandidate, type PlaceHints } from './entity-linker.ts';
import { countryRows, curatedCountries } from './gazetteer/countries.ts';
import { calledRegions } from './gazetteer/sites.ts';
import { phoneticKey, soundKey } from './phonetic-key.ts';
import { levelInName } from './place-kinds.ts';

const codes = new Map(countryRows.map((row) => [fold(row.name), row.country]));
const codeOfHint = (hint: string | undefined) =>
  hint === undefined ? undefined : /^[A-Z]{2}$/.test(hint) ? hint : codes.get(fold(hint));

const levelWeight: Record<PlaceCandidate['level'], number> = {
  country: 5,
  'world-region': 5,
  region: 2,
  admin1: 1.6,
  site: 0.5,
  town: 0.4,
  admin2: 0,
};

/** Other names of countries and parts of the world, as well known as the official ones. */
const countryNicknames = new Set(
  [...Object.values(curatedCountries).flatMap(({ names }) => names), ...calledRegions].map(fold),
);

/** An exact match that is not a hamlet. */
const isKnown = (c: PlaceCandidate) =>
  c.score > 0.999 && ((c.level !== 'town' && c.level !== 'admin2') || c.incidents > 0 || c.population > 15_000);

const exactly = 0.94;

/** Whether the words for its kind are part of its name, in the data or of a part of the world: "Niger state", "Sahel region". */
const isCalled = (c: PlaceCandidate, folded: string, whole: string): boolean =>
  isWide(c) || c.level === 'region'
    ? c.matched === folded
    : c.dataNames.some((name) => foldKeepingArticles(name) === whole);

const nameWeight = (c: PlaceCandidate): number => (c.level === 'region' ? 14 : 20 + 2 * Math.log10(1 + c.incidents));

/**
 * Sorts candidates, best first, by a weighted sum of score, hints, level, incidents and population (both logarithmic);
 * of names that are only similar, those in countries of which the data has more (`incidentsIn` an ISO code) come first.
 */
export function rankPlaces(
  candidates: PlaceCandidate[],
  text: string,
  hints: PlaceHints,
  incidentsIn: (country: string) => number,
): PlaceCandidate[] {
  const code = codeOfHint(hints.country);
  const whole = foldKeepingArticles(text);
  const textSound = soundKey(foldWithoutPlaceType(text));
  const folded = fold(text);
  const best = Math.max(...candidates.map((c) => c.score));
  const kind = levelInName(text);
  const hasRegion = candidates.some((c) => c.level === 'region' && c.incidents > 0);
  const weightOfName = (c: PlaceCandidate) =>
    (kind !== undefined && isCalled(c, folded, whole) ? nameWeight(c) : 0) +
    (c.level !== 'region' && c.dataNames.includes(text) ? (c.level === 'admin1' ? 1 : 0.3) : 0) -
    // "Palestine", which the data counts to Israel.
    (hasRegion && c.level === 'country' && c.incidents === 0 ? 12 : 0);
  const weight = (c: PlaceCandidate) =>
    weightOfName(c) +
    c.score * 24 +
    (c.score < exactly && c.countryCode ? Math.log10(1 + incidentsIn(c.countryCode)) : 0) +
    (c.score >= best - 0.1 ? 10 : 0) +
    (hints.level && (c.level === hints.level || (hints.level === 'admin1' && c.level === 'region')) ? 6 : 0) +
    (code !== undefined && c.countryCode === code ? 4 : 0) +
    levelWeight[c.level] +
    Math.log10(1 + c.incidents) * 1.2 +
    Math.log10(1 + c.population) * 0.35 +
    (foldKeepingArticles(c.name) === whole ? 0.4 : 0) +
    (isKnown(c) &&
    (soundKey(foldWithoutPlaceType(c.name)) === textSound ||
      (isWide(c) && countryNicknames.has(folded)) ||
      (c.level === 'region' && c.incidents > 0))
      ? 3.6
      : 0);
  const sorted = candidates
    .map((c) => [weight(c), c] as const)
    .sort(([x], [y]) => y - x)
    .map(([, c]) => c);
  const ordered = provinceBeforeRegion(sorted, text);
  return hints.level || kind ? ordered : preferMoreIncidents(ordered);
}

/** Puts the province that is all of a region before it: "Oromia", "Afar region". */
function provinceBeforeRegion(sorted: PlaceCandidate[], text: string): PlaceCandidate[] {
  const [first] = sorted;
  if (first?.level !== 'region') return sorted;
  const isCalledSo = ({ name }: PlaceCandidate) => foldWithoutPlaceType(name) === foldWithoutPlaceType(text);
  const province = sorted.find(
    (c) => c.level === 'admin1' && c.incidents >= first.incidents && (c.incidents > 0 || isCalledSo(c)),
  );
  return province ? [province, ...sorted.filter((c) => c !== province)] : sorted;
}

/** If a town and a province share the name, puts the one with more incidents first. */
function preferMoreIncidents(sorted: PlaceCandidate[]): PlaceCandidate[] {
  const [first] = sorted;
  const other = first && { town: 'admin1', admin1: 'town' }[first.level as string];
  const key = phoneticKey(foldWithoutPlaceType(first?.name ?? ''));
  const sound = soundKey(foldWithoutPlaceType(first?.name ?? ''));
  const soundsAlike = ({ name }: PlaceCandidate) =>
    soundKey(foldWithoutPlaceType(name)) === sound ||
    (key.length > 2 && phoneticKey(foldWithoutPlaceType(name)) === key);
  const twin = sorted.find(
    (c) =>
      c.level === other &&
      c.countryCode === first?.countryCode &&
      c.score >= (first?.score ?? 1) - 0.05 &&
      soundsAlike(c),
  );
  return first &&
    twin &&
    (twin.incidents > first.incidents ||
      (twin.incidents === 0 && first.incidents === 0 && twin.level === 'admin1' && first.population < 100_000))
    ? [twin, ...sorted.filter((c) => c !== twin)]
    : sorted;
}
