import { describe, expect, test } from 'vitest';
import { countryRows, curatedCountries } from '../../src/entities/gazetteer/countries.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { fold } from '../../src/kernel/normalise.ts';

const ids = new Set(knownActors.map(({ id }) => id));
const namesOf = ({ name, aliases, datasetNames }: (typeof knownActors)[number]) => [name, ...aliases, ...datasetNames];

/** Names of more than one group of a country: each with their ids. */
function shared(): string[] {
  const said = knownActors.flatMap((one) => {
    const own = new Set(namesOf(one).map(fold));
    return [...own].map((name) => ({ id: one.id, name: `${name}, ${one.country ?? 'everywhere'}` }));
  });
  return [...Map.groupBy(said, ({ name }) => name)].flatMap(([name, groups]) =>
    groups.length > 1 ? [`${name}: ${groups.map(({ id }) => id).join(', ')}`] : [],
  );
}

describe('the list of known groups', () => {
  test('has each id once', () => expect(ids.size).toBe(knownActors.length));

  test('has the parents and namesakes that it names', () => {
    const named = knownActors.flatMap(({ parent, alsoIn }) => [parent, alsoIn?.actor]);
    expect(named.filter((id) => id != null && !ids.has(id))).toEqual([]);
  });

  test('makes no group part of itself', () => {
    const parents = new Map(knownActors.map(({ id, parent }) => [id, parent]));
    const above = (id: string, most: number): string | undefined => {
      const parent = parents.get(id);
      return parent == null ? undefined : most === 0 ? id : above(parent, most - 1);
    };
    expect(knownActors.filter(({ id }) => above(id, 5) !== undefined)).toEqual([]);
  });

  test('gives no name to two groups of one country', () => expect(shared()).toEqual([]));

  test('says no name of a group twice', () => {
    const twice = knownActors.flatMap(({ id, aliases }) =>
      new Set(aliases).size === aliases.length ? [] : [`${id}: ${aliases.join(', ')}`],
    );
    expect(twice).toEqual([]);
  });

  test('has no alias without a letter', () =>
    expect(knownActors.flatMap(namesOf).filter((name) => !/\p{L}/u.test(fold(name)))).toEqual([]));

  test('calls no group by the bare name of a country or its people', () => {
    const countries = countryRows.flatMap(({ names, name }) => [name, ...names]);
    const peoples = Object.values(curatedCountries).flatMap(({ names, adjectives }) => [...names, ...adjectives]);
    // Not their codes: "IRA" is a group.
    const taken = new Set([...countries, ...peoples].map(fold).filter((name) => name.length > 3));
    expect(knownActors.flatMap(({ aliases }) => aliases).filter((name) => taken.has(fold(name)))).toEqual([]);
  });
});
