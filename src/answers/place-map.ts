import type { Attachment } from './attachment.ts';
import { clean, list, number, plural } from './wording/words.ts';

/** A position on a map. `weight` is what the map is about: incidents, or people killed. */
export interface MapSpot {
  name: string;
  country?: string;
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
  name: string;
  country: string;
  /** A position inside, where the data gives one. */
  lat?: number;
  lon?: number;
  weight: number;
}

/** A place that was asked for: a circle, a corridor, or an area by its name. */
export interface MapPlace {
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
  title: string;
  /** How many at how many places: "912 at 143 places". */
  about?: string;
  /** What `weight` counts: "attacks", "people killed". */
  unit: string;
  spots: MapSpot[];
  areas: MapArea[];
  asked: MapPlace[];
  /** Weight that has no place at all. */
  nowhere: number;
  credit: string;
  picture?: Attachment;
}

const shown = 12;
const weights = (all: readonly { weight: number }[]) => all.reduce((n, { weight }) => n + weight, 0);
const named = (all: readonly { name: string; weight: number }[]): string => {
  const top = all.toSorted((a, b) => b.weight - a.weight).slice(0, shown);
  const rest = all.length - top.length;
  return list([
    ...top.map((s) => `${clean(s.name, 60)} ${number(s.weight)}`),
    ...(rest ? [`${number(rest)} more`] : []),
  ]);
};

const asked = (p: MapPlace): string => {
  if (p.to) return `a corridor of ${number(p.radiusKm ?? 25)} km on each side of the line between ${p.name}`;
  return p.radiusKm ? `a circle of ${number(p.radiusKm)} km around ${p.name}` : `the outline of ${p.name}`;
};

/** The map in words: the same figures, for those who do not see it. */
export function mapWords(map: PlaceMap): string {
  const provinces = map.areas.filter((a) => a.level === 'province');
  const countries = map.areas.filter((a) => a.level === 'country');
  const sentences = [
    `Map. ${map.title}.`,
    map.spots.length
      ? `${capitalUnit(map)} at ${plural(map.spots.length, 'place')}: ${named(map.spots)} (${number(weights(map.spots))} in all).`
      : 'No exact places.',
    provinces.length ? `Known only to the province: ${named(provinces)}.` : '',
    countries.length ? `Known only to the country: ${named(countries)}.` : '',
    map.nowhere ? `Without any place: ${number(map.nowhere)}.` : '',
    map.asked.length ? `Also drawn: ${list(map.asked.map(asked))}.` : '',
  ];
  return clean(sentences.filter(Boolean).join(' '), 2000);
}

const capitalUnit = ({ unit }: PlaceMap) => unit.charAt(0).toUpperCase() + unit.slice(1);
