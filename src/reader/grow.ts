import { type EntityLinker, isWide } from '../entities/entity-linker.ts';
import { capitals } from '../entities/gazetteer/capitals.ts';
import { governmentOf } from '../entities/government.ts';
import type { PlacePart } from '../incidents/query.ts';
import { applyRules, type Chart } from './grammar.ts';
import type { ActorMention, PlaceMention } from './item.ts';
import { ownFirst } from './mentions/own-first.ts';
import { exclusions } from './rules/exclusions.ts';
import { kinds, manyKinds } from './rules/kinds.ts';
import { addLists } from './rules/lists.ts';
import { moves } from './rules/moves.ts';
import { bounds, conditions, distances, harms, rates, thresholds } from './rules/numbers.ts';
import { nounFirst, orderAround } from './rules/order.ts';
import { appositions, bareForces, governments, governmentsOpposed, parties } from './rules/parties.ts';
import {
  borders,
  capitalsOf,
  containment,
  kindsOfPlace,
  kindsOfPlaces,
  partsOf,
  type Whole,
  wheres,
} from './rules/places.ts';
import { shapes } from './rules/shapes.ts';
import { ranges } from './rules/times.ts';

/** How names begin that are no part of something. */
const wholeNames: Record<PlacePart, readonly string[]> = {
  north: ['north', 'northern'],
  south: ['south', 'southern'],
  east: ['east', 'eastern'],
  west: ['west', 'western'],
  'north-east': ['north east', 'north eastern'],
  'north-west': ['north west', 'north western'],
  'south-east': ['south east', 'south eastern'],
  'south-west': ['south west', 'south western'],
  centre: ['central'],
};

/** Applies the grammar: words to phrases, phrases to lists, lists to parts of the question. */
export function grow(chart: Chart, names: EntityLinker): void {
  const government = ({ candidates: [country] }: PlaceMention): ActorMention | undefined =>
    country && { said: country.name, candidates: [governmentOf(names, country.name)] };
  applyRules(chart, [
    ...distances,
    ...rates,
    ...bounds,
    ...harms,
    ...thresholds,
    ...conditions,
    ...shapes,
    ...orderAround,
    ...kinds.filter((k) => k.name !== 'kind'),
  ]);
  const capital = ({ candidates: [country] }: PlaceMention): PlaceMention | undefined => {
    const said = country?.level === 'country' ? capitals[country.countryCode ?? ''] : undefined;
    const found =
      said === undefined
        ? []
        : names.places(said, { exact: true, limit: 12 }).filter((c) => c.countryCode === country?.countryCode);
    return said === undefined || found.length === 0 ? undefined : { said, candidates: found };
  };
  const whole: Whole = ({ part, said }, place, apart) => {
    const called = (point: string, name = place.said) =>
      ownFirst(`${point} ${name}`, names.places(`${point} ${name}`, { exact: true, limit: 6 })).filter(
        ({ level, countryCode }) =>
          isWide({ level }) ||
          level === 'region' ||
          (level === 'admin1' && countryCode === place.candidates[0]?.countryCode),
      );
    const named = called(said);
    if (named.length && !apart) return 'neither';
    // "South African" is neither South Africa nor the south of Africa.
    if (named.length === 0 && called(said, place.candidates[0]?.name).length) return 'neither';
    const found = [named, ...wholeNames[part].map((point) => called(point))].find((one) => one.length);
    return found ? { said: `${said} ${place.said}`, candidates: found } : 'part';
  };
  applyRules(chart, [...kindsOfPlace, ...capitalsOf(capital), ...containment, ...kindsOfPlace, ...partsOf(whole)]);
  applyRules(chart, [...governments(government).slice(0, 1), ...nounFirst(government), ...appositions, bareForces]);
  applyRules(chart, ranges);
  addLists(chart, 'place', 'places');
  applyRules(chart, kindsOfPlaces);
  addLists(chart, 'actor', 'actors');
  addLists(chart, 'time', 'times');
  addLists(chart, 'kind', 'kind-list');
  applyRules(chart, manyKinds);
  applyRules(chart, [
    ...kinds.filter((k) => k.name === 'kind'),
    ...borders,
    ...wheres,
    ...governments(government).slice(1),
    ...governmentsOpposed(government),
    ...parties,
    ...exclusions,
    ...moves,
  ]);
}
