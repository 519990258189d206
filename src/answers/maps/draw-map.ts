import { areaAt, outlineOf, ringOf } from '../../geo/areas.ts';
import type { PlaceMap } from '../document/place-map.ts';
import { drawPictureFrame } from '../drawing/picture-frame.ts';
import type { Colours } from '../drawing/theme.ts';
import { pictureLabelsFor } from '../messages/localize-pictures.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';
import { drawBasemap } from './basemap.ts';
import { basemapLabels } from './basemap-labels.ts';
import { clustersOf } from './clusters.ts';
import { drawExtent, extentPoints } from './extent.ts';
import {
  areaLabels,
  drawImpreciseAreas,
  drawImpreciseLines,
  drawnAreas,
  isLine,
  lineLabels,
} from './imprecise-areas.ts';
import { createLabels } from './label-placement.ts';
import { legendOf } from './legend.ts';
import { type Cluster, drawMarker, drawMarkerValue, markerLabel } from './markers.ts';
import { fitProjection, isWorldwide, type MapProjection } from './projection.ts';
import { scaleBar, scaleRoom } from './scale-bar.ts';

const [nearHeight, worldHeight] = [580, 490];
const namedClusters = 14;
/** How many places decide which countries a map is about. */
const decisivePlaces = 8;

const hatch = (colours: Colours) =>
  `<defs><pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="12" height="12" fill="${colours.mark}" fill-opacity="0.1"/><rect width="3" height="12" fill="${colours.mark}" fill-opacity="0.28"/></pattern></defs>`;

/** The points that a map must show: places, imprecise areas and the question's extents. */
function pointsOf(map: PlaceMap): [number, number][] {
  const spots = map.spots.flatMap(({ lon, lat, to }): [number, number][] => [
    [lon, lat],
    ...(to ? [[to.lon, to.lat] as [number, number]] : []),
  ]);
  const { provinces, countries } = drawnAreas(map);
  const rough = provinces.length || spots.length ? provinces : countries;
  return [...spots, ...rough.flatMap((a) => ringOf(outlineOf(a))), ...map.extents.flatMap(extentPoints)];
}

/** The countries that a map is about: those of its heaviest places. */
function countriesOf({ spots, areas }: PlaceMap): Set<string> {
  const points = spots.toSorted((a, b) => b.weight - a.weight).slice(0, decisivePlaces);
  const at = [
    ...points.map((s) => areaAt(s.lon, s.lat)),
    ...areas.slice(0, decisivePlaces).map((a) => outlineOf(a)[0]),
  ];
  return new Set(at.flatMap((a) => a?.properties.country ?? []));
}

/** Every label that fits: the heaviest places first, names of the ground last. */
function placeLabels(map: PlaceMap, view: MapProjection, clusters: Cluster[], words: PictureLabels, colours: Colours) {
  const labels = createLabels(view.box, words.rightToLeft);
  for (const room of scaleRoom(view, words)) labels.reserve(room);
  for (const c of clusters) labels.circle(c);
  const named = clusters.toSorted((a, b) => b.weight - a.weight).slice(0, namedClusters);
  const { provinces, countries } = drawnAreas(map);
  const labelledCountries = new Set(countries.map((a) => a.name));
  const placed = [
    ...lineLabels(map, view, words, colours),
    ...named.map((c) => markerLabel(c, words.number(c.weight), words, colours)),
    ...areaLabels([...provinces, ...countries], view, words, colours),
    ...basemapLabels(view, { labelledCountries, within: countriesOf(map) }, words, colours),
  ].flatMap((label) => labels.place(label) ?? []);
  return { lines: placed.map((p) => p.line).join(''), words: placed.map((p) => p.words).join('') };
}

/** A map as SVG. */
export function drawMap(map: PlaceMap, colours: Colours): string {
  const words = pictureLabelsFor(map.language);
  const points = pointsOf(map);
  const height = isWorldwide(points) ? worldHeight : nearHeight;
  const view = fitProjection(points, { x: 0, y: 0, width: 1000, height });
  const spots = map.spots.filter((s) => !isLine(s));
  const clusters = clustersOf(spots, view, words);
  const labels = placeLabels(map, view, clusters, words, colours);
  const layers = [
    hatch(colours),
    drawBasemap(view, colours),
    drawImpreciseAreas(map, view, colours),
    ...map.extents.map((p) => drawExtent(p, view, colours)),
    drawImpreciseLines(map, view, colours),
    labels.lines,
    ...clusters.map((c) => drawMarker(c, colours)),
    ...clusters.map((c) => drawMarkerValue(c, words.number(c.weight), clusters, colours)),
    labels.words,
    scaleBar(view, words, colours),
  ];
  return drawPictureFrame({
    title: map.title,
    about: map.about,
    legend: legendOf(map, clusters, colours),
    credit: `${words.map.outlines}. ${map.credit}`,
    height,
    colours,
    rightToLeft: words.rightToLeft,
    inside: ({ y }) => `<svg x="0" y="${y}" width="1000" height="${height}">${layers.join('')}</svg>`,
  });
}
