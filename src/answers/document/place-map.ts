import type { Language } from '../../kernel/language.ts';
import { clean } from '../messages/english/text.ts';
import { pictureLabelsFor } from '../messages/localize-pictures.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';

/** A position on a map. `weight` is what the map is about: incidents, or people killed. */
export interface MapSpot {
  name: string;
  /** In the language of the map. */
  country?: string;
  /** With the name and the country: which place it is. */
  province?: string;
  lat: number;
  lon: number;
  /** The other end of a recorded line: it was somewhere between. */
  to?: { lat: number; lon: number };
  /** Known to the town or to 25 km; otherwise only to the district, or to somewhere along a line. */
  exact: boolean;
  weight: number;
}

/** What is known only to the province or the country: drawn as the area, never as a point. */
export interface MapArea {
  level: 'province' | 'country';
  /** As the data has it: its outline is found by it. */
  name: string;
  country: string;
  /** A position inside, where the data gives one. */
  lat?: number;
  lon?: number;
  weight: number;
}

/** A place that was asked for: a circle, a corridor, or an area by its name. */
export interface MapExtent {
  /** As the data has it; of a corridor in the language of the map. */
  name: string;
  level: 'point' | 'province' | 'country';
  country?: string;
  lat?: number;
  lon?: number;
  radiusKm?: number;
  to?: { name: string; lat: number; lon: number };
}

/** Places to be drawn; a renderer without pictures shows the table beside it. */
export interface PlaceMap {
  /** Of its words; English where none is told. */
  language?: Language | undefined;
  title: string;
  /** How many at how many places: "912 at 143 places". */
  about?: string;
  /** What `weight` counts: "attacks", "people killed". */
  unit: string;
  spots: MapSpot[];
  areas: MapArea[];
  extents: MapExtent[];
  /** Weight that has no place at all. */
  withoutPosition: number;
  credit: string;
}

const [shown, longest] = [12, 2000];
interface Weighed {
  name: string;
  weight: number;
  /** After its figure. */
  more?: string;
}
const weights = (all: readonly { weight: number }[]) => all.reduce((n, { weight }) => n + weight, 0);

/** Which place a position is to a reader: the town itself and what is known only to be somewhere around it are one. */
export const placeKey = ({ name, province, country }: Pick<MapSpot, 'name' | 'province' | 'country'>): string =>
  [name, province, country].join('|');

function placeNames(words: PictureLabels, spots: readonly MapSpot[]): Weighed[] {
  return [...Map.groupBy(spots, placeKey).values()].map((all) => {
    const [{ name }] = all as [MapSpot];
    const [weight, roughly] = [weights(all), weights(all.filter((s) => !s.exact))];
    const mixed = roughly > 0 && roughly < weight;
    return { name: nameOf(words, name), weight, ...(mixed ? { more: ` (${words.map.roughlyOf(roughly)})` } : {}) };
  });
}

const nameOf = (words: PictureLabels, name: string) => words.name(clean(name, 60));
/** An area as people call it in the language of the map. */
export const areaName = (words: PictureLabels, { level, name }: Pick<MapArea, 'level' | 'name'>): string =>
  level === 'country' ? words.country(clean(name, 60)) : nameOf(words, name);

function named(words: PictureLabels, all: readonly Weighed[]): string {
  const top = all.toSorted((a, b) => b.weight - a.weight).slice(0, shown);
  const rest = all.length - top.length;
  return words.list([
    ...top.map(({ name, weight, more = '' }) => `${name} ${words.number(weight)}${more}`),
    ...(rest ? [words.map.more(rest)] : []),
  ]);
}

function asked(words: PictureLabels, p: MapExtent): string {
  const { corridor, circle, outline } = words.map;
  if (p.to) return corridor(p.radiusKm ?? 25, p.name);
  if (p.radiusKm) return circle(p.radiusKm, words.name(p.name));
  return outline(p.level === 'country' ? words.country(p.name) : words.name(p.name));
}

/** The map in words: the same figures, for those who do not see it. */
export function mapWords(map: PlaceMap): string {
  const words = pictureLabelsFor(map.language);
  const say = words.map;
  const areas = (level: MapArea['level']) =>
    map.areas.filter((a) => a.level === level).map((a) => ({ name: areaName(words, a), weight: a.weight }));
  const [provinces, countries] = [areas('province'), areas('country')];
  const places = placeNames(words, map.spots);
  const sentences = [
    `${say.map}. ${map.title}.`,
    places.length
      ? `${words.labelled(say.weighed(map.unit, places.length), named(words, places))} (${say.inAll(weights(places))}).`
      : say.noPlaces,
    provinces.length ? `${words.labelled(say.provinces, named(words, provinces))}.` : '',
    countries.length ? `${words.labelled(say.countries, named(words, countries))}.` : '',
    map.withoutPosition ? `${words.labelled(say.withoutPlace, words.number(map.withoutPosition))}.` : '',
    map.extents.length ? `${words.labelled(say.also, words.list(map.extents.map((p) => asked(words, p))))}.` : '',
  ];
  const told = sentences
    .filter(Boolean)
    .join(' ')
    .replace(/\p{Cc}+/gu, ' ');
  return told.length <= longest ? told : `${told.slice(0, longest - words.cut.length).trimEnd()}${words.cut}`;
}
