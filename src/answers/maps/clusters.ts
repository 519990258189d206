import { type MapSpot, placeKey } from '../document/place-map.ts';
import { fitted } from '../drawing/fonts.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';
import { type Cluster, fitsLabel, labelSize } from './markers.ts';
import type { MapProjection } from './projection.ts';

/** Units within which spots become one; further where most circles would be too small for their figures. */
const distances = [34, 48, 66];
const mostHold = 0.5;
const [smallest, largest] = [9, 40];
/** The share of a circle's weight from which on a place gives it its name. */
const standsFor = 0.6;
/** The share of the map that circles may cover. */
const crowd = 0.26;

interface Placed {
  spot: MapSpot;
  x: number;
  y: number;
}

type Gathered = Cluster & { members: Placed[] };

/** What circles are called by. */
interface Naming {
  world: boolean;
  words: PictureLabels;
  /** Places that are known exactly. */
  known: ReadonlySet<string>;
}

const cellOf = (x: number, y: number, together: number) => `${Math.floor(x / together)}:${Math.floor(y / together)}`;

function around(grid: Map<string, Placed[]>, { x, y }: Placed, together: number): Placed[] {
  const cells = [-1, 0, 1].flatMap((dx) =>
    [-1, 0, 1].map((dy) => cellOf(x + dx * together, y + dy * together, together)),
  );
  return cells.flatMap((cell) => grid.get(cell) ?? []).filter((o) => Math.hypot(o.x - x, o.y - y) <= together);
}

function joined(members: Placed[], { world, words, known }: Naming): Gathered {
  const weight = weightOf(members);
  const share = ({ spot }: Placed) => (weight ? spot.weight / weight : 1 / members.length);
  const exact = members.filter((m) => m.spot.exact).reduce((n, m) => n + share(m), 0);
  return {
    members,
    x: members.reduce((n, m) => n + m.x * share(m), 0),
    y: members.reduce((n, m) => n + m.y * share(m), 0),
    r: smallest,
    weight,
    name: world ? countriesOf(members, words) : nameOf(members, { words, known }),
    exact: exact >= 0.5,
  };
}

/** Units for the name of the first, so that how many others there are, and a figure, have room in a label. */
const nameAtMost = 210;
const withOthers = (name: string, others: number, { map }: PictureLabels): string =>
  map.others(fitted(name, nameAtMost, labelSize, true), others);

const weightOf = (members: readonly Placed[]): number => members.reduce((n, m) => n + m.spot.weight, 0);

/** The place that weighs most; a town and what is only somewhere around it are one. */
function nameOf(members: Placed[], { words, known }: Omit<Naming, 'world'>): string {
  const places = [...Map.groupBy(members, (m) => placeKey(m.spot)).values()];
  const [first = []] = places.toSorted((a, b) => weightOf(b) - weightOf(a));
  const [spot] = first.map((m) => m.spot) as [MapSpot];
  const apart = known.has(placeKey(spot)) && !first.some((m) => m.spot.exact);
  const name = apart ? words.map.rough(spot.name) : spot.name;
  const [all, others] = [weightOf(members), places.length - 1];
  const share = all ? weightOf(first) / all : 1 / places.length;
  return others === 0 || share >= standsFor ? name : withOthers(name, others, words);
}

/** On a map of the world: the country that weighs most. */
function countriesOf(members: Placed[], words: PictureLabels): string {
  const weights = new Map<string, number>();
  for (const { spot } of members) weights.set(spot.country ?? '', (weights.get(spot.country ?? '') ?? 0) + spot.weight);
  const [[first = ''] = [], ...rest] = [...weights].toSorted((x, y) => y[1] - x[1]);
  return rest.length ? withOthers(first, rest.length, words) : first;
}

/** The heaviest spots first, each with what lies close around it. */
function gathered(placed: Placed[], together: number): Placed[][] {
  const grid = Map.groupBy(placed, ({ x, y }) => cellOf(x, y, together));
  const taken = new Set<Placed>();
  return placed
    .toSorted((a, b) => b.spot.weight - a.spot.weight)
    .flatMap((one) => {
      if (taken.has(one)) return [];
      const members = [one, ...around(grid, one, together).filter((o) => o !== one && !taken.has(o))];
      for (const member of members) taken.add(member);
      return [members];
    });
}

/** Radii by weight; where there is a crowd, all of them smaller, so that it leaves some of the ground to see. */
function sized<C extends Cluster>(clusters: C[], { box }: MapProjection): C[] {
  const most = Math.max(1, ...clusters.map((c) => c.weight));
  const stretch = most > 1 ? largest - smallest : (largest - smallest) / 5;
  const radii = clusters.map((c) => stretch * Math.sqrt(c.weight / most));
  const covered = radii.reduce((n, r) => n + Math.PI * (smallest + r) ** 2, 0);
  const shrink = Math.min(1, Math.sqrt((box.width * box.height * crowd) / covered));
  return clusters.map((c, i) => ({ ...c, r: smallest + (radii[i] ?? 0) * shrink })).toSorted((a, b) => b.r - a.r);
}

/** A circle whose middle lies in a larger one becomes part of it. */
function merged(clusters: Gathered[], view: MapProjection, naming: Naming): Gathered[] {
  const kept: { into: Cluster; members: Placed[] }[] = [];
  for (const c of clusters) {
    const host = kept.find(({ into }) => Math.hypot(into.x - c.x, into.y - c.y) < into.r);
    if (host) host.members.push(...c.members);
    else kept.push({ into: c, members: [...c.members] });
  }
  return sized(
    kept.map(({ members }) => joined(members, naming)),
    view,
  );
}

/** Spots as circles by area, the largest first; none has its middle in another. */
export function clustersOf(spots: readonly MapSpot[], view: MapProjection, words: PictureLabels): Cluster[] {
  const { projection, box, world } = view;
  const naming = { world, words, known: new Set(spots.filter((s) => s.exact).map(placeKey)) };
  const placed = spots.flatMap((spot): Placed[] => {
    const at = projection([spot.lon, spot.lat]);
    const inside = at && at[0] >= box.x && at[0] <= box.x + box.width && at[1] >= box.y && at[1] <= box.y + box.height;
    return inside ? [{ spot, x: at[0], y: at[1] }] : [];
  });
  let clusters: Gathered[] = [];
  for (const together of distances) {
    clusters = settled(gathered(placed, together), view, naming);
    if (heldShare(clusters, words) >= mostHold) break;
  }
  return clusters;
}

function settled(groups: Placed[][], view: MapProjection, naming: Naming): Gathered[] {
  let clusters = sized(
    groups.map((members) => joined(members, naming)),
    view,
  );
  for (let before = 0; before !== clusters.length; ) {
    before = clusters.length;
    clusters = merged(clusters, view, naming);
  }
  return clusters;
}

/** The share of circles of more than one that have room for their figure. */
function heldShare(clusters: Cluster[], words: PictureLabels): number {
  const several = clusters.filter((c) => c.weight > 1);
  const held = several.filter((c) => fitsLabel(c, words.number(c.weight)));
  return several.length ? held.length / several.length : 1;
}
