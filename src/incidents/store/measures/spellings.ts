import { kmBetweenLines } from '../../../geo/distance.ts';
import { memoize } from '../../../kernel/memoize.ts';
import { fold, foldWithoutPlaceType } from '../../../kernel/normalise.ts';
import type { VocabularyPlace } from '../../data-profile.ts';
import { sumOfKnown } from '../../quantities.ts';
import type { Unit } from '../../query.ts';
import type { Group } from '../../result.ts';

/** Towns of one name further apart are different ones, to filters by place too (entities/data-places.ts). */
const townKm = 30;

/** Rankings fold the same names again and again. */
const mostFolded = 50_000;
const foldName = memoize(fold, mostFolded);

/** A unit whose names the data may spell in several ways. */
export interface SpelledUnit {
  level: VocabularyPlace['level'];
  /** Names that are equal so are spellings of one. */
  fold(name: string): string;
}

/** Names differ in accents and capitals, those of provinces also in the word for their kind ("Bago division, region"). */
export const spelledUnits: Partial<Record<Unit, SpelledUnit>> = {
  place: { level: 'place', fold: foldName },
  district: { level: 'admin2', fold: foldName },
  admin1: { level: 'admin1', fold: memoize(foldWithoutPlaceType, mostFolded) },
  country: { level: 'country', fold: foldName },
};

/** What the data tells of a name: the country that it is in ('' of countries), and where, in degrees. */
export interface NamedPlace {
  name: string;
  country: string;
  position: { lat: number; lon: number } | undefined;
}

/** A group, or the part of it that is in one country. */
export interface GroupInCountry extends NamedPlace {
  group: Group;
}

/** Groups whose names are equal when folded, where there are several. */
export function groupsAlike(groups: readonly Group[], { fold }: SpelledUnit): Group[] {
  const byFold = new Map<string, Group>();
  const alike = new Set<Group>();
  for (const group of groups) {
    const folded = fold(group.key);
    const first = byFold.get(folded);
    if (first) alike.add(first).add(group);
    else byFold.set(folded, group);
  }
  return [...alike];
}

const inCountry =
  ({ fold }: SpelledUnit) =>
  ({ name, country }: NamedPlace) =>
    `${country}|${fold(name)}`;

/** The places whose name has another spelling in one of its countries. */
export function spelledTwice(places: readonly NamedPlace[], unit: SpelledUnit): NamedPlace[] {
  const twice = [...Map.groupBy(places, inCountry(unit)).values()].filter((all) => all.length > 1);
  const names = new Set(twice.flat().map(({ name }) => name));
  return places.filter(({ name }) => names.has(name));
}

const isNear = ({ position: a }: NamedPlace, { position: b }: NamedPlace): boolean =>
  !a || !b || kmBetweenLines(a, a, b, b) <= townKm;

const joined = (groups: readonly Group[]): Group =>
  groups.reduce((a, b) => ({
    key: a.key,
    count: a.count + b.count,
    killed: sumOfKnown(a.killed, b.killed),
    civilians: sumOfKnown(a.civilians, b.civilians),
    low: a.low + b.low,
    high: a.high + b.high,
    ...(a.asked === undefined || b.asked === undefined ? {} : { asked: sumOfKnown(a.asked, b.asked) }),
  }));

/** Spellings of one name, each joined with the most frequent one that is near it. */
function joinNear(level: SpelledUnit['level'], spellings: readonly GroupInCountry[]): Group[] {
  const [first, ...rest] = spellings.toSorted((a, b) => b.group.count - a.group.count || (a.name < b.name ? -1 : 1));
  if (!first) return [];
  const isOne = (one: NamedPlace) => level !== 'place' || isNear(first, one);
  const one = joined([first, ...rest.filter(isOne)].map(({ group }) => group));
  return [
    one,
    ...joinNear(
      level,
      rest.filter((other) => !isOne(other)),
    ),
  ];
}

/**
 * The spellings of each name in a country as one group, under that with most incidents. Of several countries, those that
 * are written alike are one group.
 */
export function joinSpellings(parts: readonly GroupInCountry[], unit: SpelledUnit): Group[] {
  const groups = [...Map.groupBy(parts, inCountry(unit)).values()].flatMap((all) => joinNear(unit.level, all));
  return [...Map.groupBy(groups, ({ key }) => key).values()].map(joined);
}
