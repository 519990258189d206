import type { EntityLinker } from '../entities/entity-linker.ts';
import { capitals } from '../entities/gazetteer/capitals.ts';
import { governmentOf } from '../entities/government.ts';
import { applyRules, type Chart } from './grammar.ts';
import type { ActorMention, PlaceMention } from './item.ts';
import { exclusions } from './rules/exclusions.ts';
import { kinds, manyKinds } from './rules/kinds.ts';
import { addLists } from './rules/lists.ts';
import { moves } from './rules/moves.ts';
import { bounds, distances, harms, thresholds } from './rules/numbers.ts';
import { nounFirst, orderAround } from './rules/order.ts';
import { appositions, bareForces, governments, governmentsOpposed, parties } from './rules/parties.ts';
import { capitalsOf, containment, kindsOfPlace, kindsOfPlaces, wheres } from './rules/places.ts';
import { shapes } from './rules/shapes.ts';
import { ranges } from './rules/times.ts';

/** Applies the grammar: words to phrases, phrases to lists, lists to parts of the question. */
export function grow(chart: Chart, names: EntityLinker): void {
  const government = ({ candidates: [country] }: PlaceMention): ActorMention | undefined =>
    country && { said: country.name, candidates: [governmentOf(names, country.name)] };
  applyRules(chart, [
    ...distances,
    ...bounds,
    ...harms,
    ...thresholds,
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
  applyRules(chart, [...kindsOfPlace, ...capitalsOf(capital), ...containment, ...kindsOfPlace]);
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
    ...wheres,
    ...governments(government).slice(1),
    ...governmentsOpposed(government),
    ...parties,
    ...exclusions,
    ...moves,
  ]);
}
