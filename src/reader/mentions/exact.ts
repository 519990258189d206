import { type ActorCandidate, isObscure, isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import { isNationality } from '../../entities/gazetteer/countries.ts';
import { countryOfCode } from '../../entities/gazetteer/country-codes.ts';
import { levelInName } from '../../entities/place-kinds.ts';
import { foldWithoutPlaceType } from '../../kernel/normalise.ts';
import { beginsAt, type Chart } from '../grammar.ts';
import { addCorrected } from './corrected.ts';
import { ownFirst } from './own-first.ts';
import {
  byLevel,
  isLevel,
  isPeople,
  known,
  levelFeature,
  type Names,
  ofCountry,
  ordinariness,
  push,
  type Source,
  saidBy,
  wordsIn,
} from './span.ts';

export function addExact(source: Source, start: number, end: number): boolean {
  const { chart, names } = source;
  const said = saidBy(source, start, end);
  if (said.length < 2 || /^\d+$/.test(said)) return false;
  const single = end - start === 1;
  const capital = (single ? /^\p{Lu}/u : /\p{Lu}/u).test(said);
  if (capital ? !single && isOfSmallWords(source, said, start, end) : namesNothing(source, said, start, end))
    return false;
  // "Republic of": nothing is left without the word for its kind.
  if (/\s/.test(said) && foldWithoutPlaceType(said).length <= 2) return false;
  const level = levelInName(said);
  const found = names.places(said, { exact: true, limit: 12, ...(level ? { level } : {}) });
  const places = found.length
    ? ownFirst(
        said,
        // "Iraq state" is no state of that name.
        found.filter((c) => c.score > 0.94 && !(level && level !== 'country' && isWide(c))),
        level,
      )
    : [];
  const [first] = places;
  if (single && first?.level === 'town' && first.incidents === 0 && first.population < 200_000)
    addCorrected(source, start, end, isObscure(first) ? () => true : isWide);
  const isCompass = (chart.at[start] ?? []).some((item) => item.cat === 'compass' && item.end === end);
  if (isCompass && first?.incidents === 0) return false;
  if (single && !first?.incidents && !isWide(first) && addCode(source, start)) return true;
  const actors = isPeople(source, start, end) ? [] : actorsNamed(names, said, places.length > 0 && end - start > 2);
  if (places.length + actors.length === 0) return false;
  const length = wordsIn(chart, start, end);
  const named: Named = { said, start, end, length, ordinary: Math.max(0, ordinariness(source, start, end)) };
  const placed = beginsAt(chart, start - 1, 'in', 'the');
  const adjective = single && isNationality(said) && places[0]?.name !== said && !placed;
  if (!adjective) addPlace(chart, named, places, level);
  addActor(chart, named, actors, places[0]?.level === 'country');
  return true;
}

/** "MMR", "IQ": a country by its ISO code, where the word means nothing else. */
function addCode({ chart, lattice, names }: Source, at: number): boolean {
  const said = chart.tokens[at]?.text ?? '';
  const country =
    lattice.shouted || lattice.senses[at] || (said.length === 2 && lattice.ordinary[at])
      ? undefined
      : countryOfCode(said);
  const candidates = country === undefined ? [] : names.places(country, { exact: true, level: 'country', limit: 1 });
  if (candidates.length === 0 || names.actors(said, { exact: true, limit: 1 }).length > 0) return false;
  push(chart, 'place', { said, candidates }, at, at + 1, 1, {
    'place:code': 0.6,
    known: known(candidates[0]?.incidents ?? 0),
  });
  return true;
}

/** Whether a span without capital letters is too small or too common for a name. */
function namesNothing(source: Source, said: string, start: number, end: number): boolean {
  const { chart, lattice } = source;
  if (end - start === 1) {
    const isCountry = () => source.names.places(said, { exact: true, limit: 1 })[0]?.level === 'country';
    const named = chart.tokens[start - 1]?.lower === 'the' && isCountry();
    if (!named && (lattice.filler[start] || /^\p{Ll}{1,2}$/u.test(said))) return true;
    if (named) return false;
    // A code in lower case names nothing: "car bombs", "are".
    const placed = (chart.at[start - 1] ?? []).some(({ cat }) => cat === 'in');
    const phrase = (chart.at[start] ?? []).some((i) => i.end > end);
    if (
      said.length <= 3 &&
      ordinariness(source, start, end) > 0 &&
      (phrase || !(placed || (said.length === 3 && isCountry())))
    )
      return true;
  }
  return isOfSmallWords(source, said, start, end);
}

/** "just the city", "in the State": small words and a word for its kind are no name, unless of a country. */
function isOfSmallWords({ chart, lattice, names }: Source, said: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const token = chart.tokens[i];
    if (token && token.kind !== 'sign' && !lattice.filler[i] && !isLevel(token.lower)) return false;
  }
  return end - start === 1 || !isWide(names.places(said, { exact: true, limit: 1 })[0]);
}

/** `called`: also groups that are called after a town, "Santa Rosa de Lima". */
function actorsNamed(names: Names, said: string, called: boolean): ActorCandidate[] {
  const named = names.actors(said, { exact: true, limit: 6 });
  return named.length || !called
    ? named
    : names.actors(said, { limit: 2 }).filter((c) => c.score >= 0.9 && c.incidents > 0);
}

/** A span of words that name something. */
interface Named {
  said: string;
  start: number;
  end: number;
  /** In words. */
  length: number;
  ordinary: number;
}

function addPlace(
  chart: Chart,
  { said, start, end, length, ordinary }: Named,
  candidates: PlaceCandidate[],
  level: PlaceCandidate['level'] | undefined,
): void {
  const [best] = candidates;
  if (!best) return;
  // "AA", "MMR": letters in capitals are hardly a town of which the data has nothing.
  if (/^\p{Lu}{2,4}$/u.test(said) && best.level === 'town' && best.incidents === 0) return;
  const feature = `place:${levelFeature(best)}`;
  const [held, each]: [string, number] = isWide(best)
    ? ['wide', 0.5]
    : best.incidents > 0
      ? ['known', 1]
      : ['unknown', 1.6];
  const strange = ordinary > 0 ? `ordinary-place:${held}` : 'strange-place';
  push(chart, 'place', { said, candidates, ...(level ? { level } : {}) }, start, end, length, {
    [feature]: byLevel[levelFeature(best)] as number,
    [strange]: -each * ordinary,
    known: known(best.incidents),
  });
}

function addActor(
  chart: Chart,
  { said, start, end, length, ordinary }: Named,
  candidates: ActorCandidate[],
  isCountry: boolean,
): void {
  const [best] = candidates;
  if (!best) return;
  const feature = best.incidents > 0 ? 'actor:known' : 'actor:unknown';
  push(chart, 'actor', { said, candidates }, start, end, length, {
    [feature]: (best.incidents > 0 ? 0.7 : 0) - 1.2 * ordinary,
    ...(isCountry ? { 'actor:country': ofCountry } : {}),
    known: known(best.incidents),
  });
}
