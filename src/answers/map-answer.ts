import type { MapPoint } from '../incidents/incidents.ts';
import { countedQuantity, isNonFatal } from '../incidents/quantities.ts';
import type { PlaceFilter, Query } from '../incidents/query.ts';
import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import { creditOf } from './chart-data.ts';
import type { Part, Table } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { type MapArea, type MapExtent, type MapSpot, type PlaceMap, placeKey } from './document/place-map.ts';
import { capital, clean, sentence } from './messages/english/text.ts';
import { pictureLabelsFor } from './messages/localize-pictures.ts';
import type { PictureLabels } from './messages/picture-labels.ts';

const rowsShown = 10;
const precise = new Set<MapPoint['precision']>(['exact', 'near', 'district', 'line', 'sea']);

const weightOf = ({ of }: Query, spot: MapPoint): number => countedQuantity(of, spot);

const isPoint = (s: MapPoint) => s.lat !== undefined && precise.has(s.precision);

function nameOf(words: PictureLabels, s: MapPoint): string {
  const { between, unnamed } = words.map;
  const name = (text: string) => words.name(clean(text, 80));
  if (s.to) return between(name(s.place ?? ''), name(s.to.name));
  if (s.place ?? s.admin1) return name(s.place ?? s.admin1 ?? '');
  return s.country ? words.country(clean(s.country, 80)) : unnamed;
}

const point = (words: PictureLabels, query: Query, s: MapPoint): MapSpot => ({
  name: nameOf(words, s),
  ...(s.country ? { country: words.country(clean(s.country, 60)) } : {}),
  ...(s.admin1 ? { province: clean(s.admin1, 80) } : {}),
  lat: s.lat as number,
  lon: s.lon as number,
  ...(s.to ? { to: { lat: s.to.lat, lon: s.to.lon } } : {}),
  exact: s.precision === 'exact' || s.precision === 'near',
  weight: weightOf(query, s),
});

/** Points grouped by place name, in the order of their first point. */
const places = (words: PictureLabels, spots: readonly MapPoint[]): MapPoint[][] => [
  ...Map.groupBy(spots, (s) =>
    placeKey({ name: nameOf(words, s), province: s.admin1 ?? '', country: s.country ?? '' }),
  ).values(),
];

/** Points located only to a province, however it is spelled, or a country, one area each with the sum of their weights. */
function areas(query: Query, coarse: MapPoint[]): MapArea[] {
  const byArea = Map.groupBy(coarse, (s) =>
    s.precision === 'country' || !s.admin1 ? s.country : `${s.country}|${foldWithoutPlaceType(s.admin1)}`,
  );
  return [...byArea.values()].map(([first, ...rest]) => {
    const spot = first as MapPoint;
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

/** The circles, corridors and outlines of the question's places. */
function extentsOf(words: PictureLabels, places: PlaceFilter[] = []): MapExtent[] {
  return places.flatMap((p): MapExtent[] => {
    const at = p.lat === undefined ? {} : { lat: p.lat, lon: p.lon as number };
    const around = p.relation !== 'in' || p.level === 'point' || p.level === 'town' || p.level === 'site';
    if (around && p.lat !== undefined) {
      const name = p.to ? words.map.pair(p.name) : p.name;
      return [{ name, level: 'point', ...at, radiusKm: radiusOf(p), ...(p.to ? { to: p.to } : {}) }];
    }
    if (p.level === 'admin1')
      return [{ name: p.name, level: 'province', ...(p.country ? { country: p.country } : {}), ...at }];
    return p.level === 'country' ? [{ name: p.name, level: 'country', ...at }] : [];
  });
}

/** The search radius in km: 15 in a town, 50 near it, 25 along a line. */
const radiusOf = ({ relation, radiusKm }: PlaceFilter): number =>
  radiusKm ?? (relation === 'in' ? 15 : relation === 'near' ? 50 : 25);

/** Splits points by precision: exact enough to draw, known only to an area, without any place. */
function byPrecision(spots: MapPoint[]) {
  const rough = spots.filter((s) => !isPoint(s));
  return {
    points: spots.filter(isPoint),
    coarse: rough.filter((s) => s.country !== undefined),
    nowhere: rough.filter((s) => s.country === undefined),
  };
}

/** The answer's places as a map to draw. */
function mapOf(words: PictureLabels, context: AnswerContext): PlaceMap {
  const { query, result, language } = context;
  const { points, coarse, nowhere } = byPrecision(result.spots ?? []);
  return {
    language,
    title: capital(`${words.measured(query)} ${words.around(query.filter)}`.trim()),
    about: summary(words, context),
    unit: words.measured(query),
    spots: points.map((s) => point(words, query, s)),
    areas: areas(query, coarse),
    extents: extentsOf(words, query.filter.places),
    withoutPosition: nowhere.reduce((n, s) => n + weightOf(query, s), 0),
    credit: creditOf(context),
  };
}

const sum = (some: readonly MapPoint[], of: (s: MapPoint) => number) => some.reduce((n, s) => n + of(s), 0);
const incidents = (some: readonly MapPoint[]) => sum(some, (s) => s.count);

/** The precision of a place, with counts where its incidents differ in it. */
function grain(words: PictureLabels, spots: readonly MapPoint[]): string {
  const byGrain = [...Map.groupBy(spots, (s) => s.precision)].flatMap(([precision, some]) => {
    const label = words.map.grain[precision];
    return label ? [{ label, n: incidents(some) }] : [];
  });
  const all = incidents(spots);
  const grains = byGrain.map(({ label, n }) => (n === all ? label : `${words.number(n)} ${label}`));
  return grains.length ? ` (${words.list(grains)})` : '';
}

/** "Mosul, Iraq (3 somewhere in the district)" */
function placeWithGrain(words: PictureLabels, spots: readonly MapPoint[]): string {
  const [first] = spots as readonly [MapPoint];
  const country = first.country ? words.country(clean(first.country, 60)) : '';
  const names = [...new Set([nameOf(words, first), country].filter(Boolean))];
  return names.join(words.comma) + grain(words, spots);
}

function table(words: PictureLabels, { query, result }: AnswerContext, spots: MapPoint[]): Table {
  const by = (some: MapPoint[]) => sum(some, (s) => weightOf(query, s));
  const rows = places(words, spots).toSorted((a, b) => by(b) - by(a));
  const top = rows.slice(0, rowsShown);
  const all = rows.length + (result.spotTotal ?? spots.length) - spots.length;
  const [place, count, killed] = words.map.columns;
  const beside = isNonFatal(query.of);
  return {
    title: words.map.table(top.length, all),
    columns: [
      { name: place, align: 'left' },
      { name: count, align: 'right' },
      { name: beside ? capital(words.measured(query)) : killed, align: 'right' },
    ],
    rows: top.map((some) => [
      placeWithGrain(words, some),
      words.number(incidents(some)),
      words.number(sum(some, (s) => (beside ? weightOf(query, s) : (s.killed ?? 0)))),
    ]),
  };
}

/** "690 at 176 places and 35 known only to the province or country" */
function summary(words: PictureLabels, { query, result }: AnswerContext): string {
  const spots = result.spots ?? [];
  const { points, coarse, nowhere } = byPrecision(spots);
  const lines = points.filter((s) => s.to !== undefined);
  const exact = points.filter((s) => s.to === undefined);
  // The store merges neighbours where there are very many points; spotTotal counts them before.
  const all = places(words, exact).length + (result.spotTotal ?? spots.length) - spots.length;
  const countsIncidents = query.of === 'incidents';
  return words.list(
    [
      exact.length ? words.map.at(incidents(exact), all, countsIncidents) : '',
      lines.length ? words.map.alongLine(incidents(lines), countsIncidents || exact.length > 0) : '',
      coarse.length ? words.map.coarse(incidents(coarse)) : '',
      nowhere.length ? words.map.nowhere(incidents(nowhere)) : '',
    ].filter(Boolean),
  );
}

/** A map answer: how many incidents at how many places, how many located only roughly, and the top places. */
export function map(context: AnswerContext): AnswerBody {
  const { query, result, language } = context;
  const words = pictureLabelsFor(language);
  const spots = result.spots ?? [];
  const counts = sentence(words.counted(query.filter, result.total));
  const { points, coarse } = byPrecision(spots);
  if (points.length + coarse.length === 0)
    return { first: `${counts} ${words.map.nothingToDraw(query.filter, result.total)}`, parts: [] };
  const parts: Part[] = [
    { kind: 'map', ...mapOf(words, context) },
    { kind: 'table', table: table(words, context, spots) },
  ];
  return { first: `${counts} ${capital(summary(words, context))}.`, parts };
}
