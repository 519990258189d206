import type { Spot } from '../incidents/incidents.ts';
import type { PlaceFilter, Query } from '../incidents/query.ts';
import type { Part, Table } from './answer.ts';
import { measuredWords } from './groups.ts';
import type { MapArea, MapPlace, MapSpot, PlaceMap } from './place-map.ts';
import { creditOf } from './series.ts';
import type { Composed, Told } from './told.ts';
import { around, counted, shortKinds } from './wording/filter.ts';
import { capital, clean, list, number, plural, sentence } from './wording/words.ts';

const rowsShown = 10;
const precise = new Set<Spot['precision']>(['exact', 'near', 'district', 'line', 'sea']);

const weightOf = ({ of }: Query, spot: Spot): number =>
  of === 'incidents' ? spot.count : of === 'civilians killed' ? spot.civilians : spot.killed;

const isPoint = (s: Spot) => s.lat !== undefined && precise.has(s.precision);
const nameOf = (s: Spot) =>
  s.to ? `between ${s.place ?? ''} and ${s.to.name}` : (s.place ?? s.admin1 ?? s.country ?? 'place not named');

const point = (query: Query, s: Spot): MapSpot => ({
  name: clean(nameOf(s), 80),
  ...(s.country ? { country: clean(s.country, 60) } : {}),
  lat: s.lat as number,
  lon: s.lon as number,
  ...(s.to ? { to: { lat: s.to.lat, lon: s.to.lon } } : {}),
  exact: s.precision === 'exact' || s.precision === 'near',
  weight: weightOf(query, s),
});

/** What is located no finer than a province or a country, one area each. */
function areas(query: Query, coarse: Spot[]): MapArea[] {
  const byArea = Map.groupBy(coarse, (s) =>
    s.precision === 'country' || !s.admin1 ? s.country : `${s.country}|${s.admin1}`,
  );
  return [...byArea.values()].map(([first, ...rest]) => {
    const spot = first as Spot;
    const country = spot.precision === 'country' || !spot.admin1;
    const weight = [spot, ...rest].reduce((n, s) => n + weightOf(query, s), 0);
    return {
      level: country ? 'country' : 'province',
      name: clean((country ? spot.country : spot.admin1) ?? '', 80),
      country: clean(spot.country ?? '', 80),
      ...(spot.lat === undefined ? {} : { lat: spot.lat, lon: spot.lon as number }),
      weight,
    };
  });
}

/** What the question drew around its places. */
function askedOf(places: PlaceFilter[] = []): MapPlace[] {
  return places.flatMap((p): MapPlace[] => {
    const at = p.lat === undefined ? {} : { lat: p.lat, lon: p.lon as number };
    const around = p.relation !== 'in' || p.level === 'point' || p.level === 'town' || p.level === 'site';
    if (around && p.lat !== undefined)
      return [{ name: p.name, level: 'point', ...at, radiusKm: radiusOf(p), ...(p.to ? { to: p.to } : {}) }];
    if (p.level === 'admin1')
      return [{ name: p.name, level: 'province', ...(p.country ? { country: p.country } : {}), ...at }];
    return p.level === 'country' ? [{ name: p.name, level: 'country', ...at }] : [];
  });
}

/** As the question means them: 15 km in a town, 50 km near it, 25 km along a line. */
const radiusOf = ({ relation, radiusKm }: PlaceFilter): number =>
  radiusKm ?? (relation === 'in' ? 15 : relation === 'near' ? 50 : 25);

/** Points, what is known only to an area, and what has no place at all. */
function sorted(spots: Spot[]) {
  const rough = spots.filter((s) => !isPoint(s));
  return {
    points: spots.filter(isPoint),
    coarse: rough.filter((s) => s.country !== undefined),
    nowhere: rough.filter((s) => s.country === undefined),
  };
}

/** Every place of an answer as data to draw. */
function mapOf(told: Told): PlaceMap {
  const { query, result } = told;
  const { points, coarse, nowhere } = sorted(result.spots ?? []);
  return {
    title: capital(`${measuredWords(query)} ${around(query.filter)}`.trim()),
    about: summary(told),
    unit: measuredWords(query),
    spots: points.map((s) => point(query, s)),
    areas: areas(query, coarse),
    asked: askedOf(query.filter.places),
    nowhere: nowhere.reduce((n, s) => n + weightOf(query, s), 0),
    credit: creditOf(told),
  };
}

function table(told: Told, spots: Spot[]): Table {
  const by = (s: Spot) => weightOf(told.query, s);
  const top = spots.toSorted((a, b) => by(b) - by(a)).slice(0, rowsShown);
  const all = told.result.spotTotal ?? spots.length;
  return {
    title: `Places${all > top.length ? ` (${number(top.length)} of ${number(all)})` : ''}`,
    columns: [
      { name: 'Place', align: 'left' },
      { name: 'Incidents', align: 'right' },
      { name: 'Killed', align: 'right' },
    ],
    rows: top.map((s) => [clean(whole(s), 80), number(s.count), number(s.killed)]),
  };
}

const grain: Partial<Record<Spot['precision'], string>> = {
  near: 'within 25 km',
  district: 'somewhere in the district',
  province: 'somewhere in the province',
  line: 'along a line or within an area',
  sea: 'at sea or in the air',
  country: 'somewhere in the country',
};
const whole = (s: Spot) =>
  [...new Set([nameOf(s), s.country].filter(Boolean))].join(', ') +
  (grain[s.precision] ? ` (${grain[s.precision]})` : '');

const incidents = (some: readonly Spot[]) => some.reduce((n, s) => n + s.count, 0);

/** "690 at 176 places and 35 known only to the province or country" */
function summary({ query, result }: Told): string {
  const spots = result.spots ?? [];
  const { points, coarse, nowhere } = sorted(spots);
  // Where there are very many, neighbours share a spot: the store tells how many there were.
  const lines = points.filter((s) => s.to !== undefined);
  const exact = points.filter((s) => s.to === undefined);
  const places = exact.length + (result.spotTotal ?? spots.length) - spots.length;
  const what = query.of === 'incidents' ? '' : ' incidents';
  return list(
    [
      exact.length ? `${number(incidents(exact))}${what} at ${plural(places, 'place')}` : '',
      lines.length
        ? `${number(incidents(lines))}${exact.length ? '' : what} somewhere along a line between two places`
        : '',
      coarse.length ? `${number(incidents(coarse))} known only to the province or country` : '',
      nowhere.length ? `${number(incidents(nowhere))} without any place` : '',
    ].filter(Boolean),
  );
}

/** Where they were: how many at how many places, how many only roughly, the places of most. */
export function map(told: Told): Composed {
  const { query, result } = told;
  const spots = result.spots ?? [];
  const counts = sentence(counted(query.filter, result.total));
  const { points, coarse } = sorted(spots);
  if (points.length + coarse.length === 0) {
    const kinds = shortKinds(query.filter, result.total);
    const none = result.total === 1 ? `of this ${kinds}` : `of any of these ${kinds}`;
    return { first: `${counts} The data does not say ${none} where it was, so there is nothing to draw.`, parts: [] };
  }
  const parts: Part[] = [
    { kind: 'map', ...mapOf(told) },
    { kind: 'table', table: table(told, spots) },
  ];
  return { first: `${counts} ${capital(summary(told))}.`, parts };
}
