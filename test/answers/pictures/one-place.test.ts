import { expect, test } from 'vitest';
import { type MapSpot, mapWords, type PlaceMap } from '../../../src/answers/document/place-map.ts';
import { svgOf } from '../../../src/answers/drawing/draw.ts';
import { colours } from '../../../src/answers/drawing/theme.ts';
import { areaLabels } from '../../../src/answers/maps/imprecise-areas.ts';
import { fitProjection, type MapProjection } from '../../../src/answers/maps/projection.ts';
import { pictureLabelsFor } from '../../../src/answers/messages/localize-pictures.ts';
import { put, told } from '../../incidents/world.ts';
import { botOver, openStore, question } from '../../support/world.ts';

const spot = (more: Partial<MapSpot>): MapSpot => ({
  name: 'Mosul',
  country: 'Iraq',
  province: 'Nineveh',
  lat: 36.34,
  lon: 43.13,
  exact: true,
  weight: 20,
  ...more,
});
const map = (spots: MapSpot[], more: Partial<PlaceMap> = {}): PlaceMap => ({
  title: 'Attacks in Iraq',
  unit: 'attacks',
  spots,
  areas: [],
  extents: [],
  withoutPosition: 0,
  credit: 'Made up for tests (CC0)',
  ...more,
});
const around = spot({ lat: 36.9, lon: 43.9, exact: false, weight: 5 });
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

test('a town and what is known only around it are one place in words', () => {
  expect(mapWords(map([spot({}), around]))).toContain(
    'Attacks at 1 place: Mosul 25 (5 of them only somewhere around it) (25 in all).',
  );
  expect(mapWords(map([around]))).toContain('Attacks at 1 place: Mosul 5 (5 in all).');
});

test('places of one name in two provinces are two', () => {
  const other = spot({ province: 'Wasit', lat: 32.5, lon: 45.8 });
  expect(mapWords(map([spot({}), other]))).toContain('Attacks at 2 places: Mosul 20 and Mosul 20');
});

test('on the map the two circles do not bear the same name', async () => {
  const named = words(await svgOf({ kind: 'map', map: map([spot({}), around]) }, 'light'));
  expect(named).toContain('Mosul');
  expect(named).toContain('around Mosul');
  const alone = words(await svgOf({ kind: 'map', map: map([around]) }, 'light'));
  expect(alone.filter((text) => text?.includes('around'))).toEqual([]);
});

test('in one circle they are not another place more', async () => {
  const close = spot({ lat: 36.35, lon: 43.14, exact: false, weight: 19 });
  const far = spot({ name: 'Basra', province: 'Basra', lat: 30.5, lon: 47.8 });
  const named = words(await svgOf({ kind: 'map', map: map([spot({}), close, far]) }, 'light'));
  expect(named.filter((text) => text?.startsWith('Mosul'))).toEqual(['Mosul']);
});

test('the answer lists it once, and says how much of it is known only roughly', async () => {
  const store = await openStore();
  const rough = {
    country: 'Iraq',
    place: 'Mosul',
    lat: 36.5,
    lon: 43.3,
    precision: 'district',
    basis: 'source',
  } as const;
  await put(store, [told('made:1'), told('made:2'), told('made:3', { more: { where: rough } })]);
  const { text, parts } = await (await botOver(store)).ask(question('a map of incidents in Iraq'));
  expect(text).toMatch(/^3 attacks in Iraq\. 3 at 1 place\./);
  const table = parts.find((p) => p.kind === 'table')?.table;
  expect(table).toMatchObject({ title: 'Places', rows: [['Mosul, Iraq (1 somewhere in the district)', '3', '0']] });
});

test('a province that is spelled in two ways is one area', async () => {
  const store = await openStore();
  const somewhere = (id: string, admin1: string, lat: number) => {
    const where = { country: 'Syria', admin1, lat, lon: 36.5, precision: 'province', basis: 'source' } as const;
    return told(id, { more: { where } });
  };
  const spelled = [somewhere('made:1', 'Idlib governorate', 36), somewhere('made:2', 'Idlib Governorate', 35.9)];
  await put(store, [...spelled, somewhere('made:3', 'Idlib Governorate', 35.9)]);
  const { parts } = await (await botOver(store)).ask(question('a map of incidents in Syria'));
  const areas = [{ level: 'province', name: 'Idlib Governorate', weight: 3 }];
  expect(parts.find((p) => p.kind === 'map')).toMatchObject({ areas });
});

test('areas bear their names, the eight of most; on a map of the world none does', () => {
  const provinces = ['Anbar', 'Maysan', 'Diyala', 'Najaf', 'Erbil', 'Kirkuk', 'Nineveh', 'Wasit', 'Babil'];
  const areas = provinces.map((name, i) => ({ level: 'province' as const, name, country: 'Iraq', weight: i + 1 }));
  const box = { x: 0, y: 0, width: 1000, height: 580 };
  const iraq = fitProjection(
    [
      [39, 30],
      [48, 37],
    ],
    box,
  );
  const labels = (view: MapProjection) =>
    areaLabels(areas, view, pictureLabelsFor('en'), colours.light).map((label) => label.words);
  expect(labels(iraq).slice(0, 2)).toEqual(['Babil: 9', 'Wasit: 8']);
  expect(labels(iraq)).toHaveLength(8);
  expect(labels(fitProjection([], box))).toEqual([]);
});
