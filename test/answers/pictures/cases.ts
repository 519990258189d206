import type { Chart } from '../../../src/answers/document/chart.ts';
import type { MapSpot, PlaceMap } from '../../../src/answers/document/place-map.ts';
import type { DrawingJob } from '../../../src/answers/drawing/draw.ts';

const chart = (title: string, points: Chart['points'], more: Partial<Chart> = {}): DrawingJob => ({
  kind: 'chart',
  chart: { title, unit: 'attacks', points, credit: 'Made up for tests (CC0)', ...more },
});

const map = (title: string, more: Partial<PlaceMap>): DrawingJob => ({
  kind: 'map',
  map: {
    title,
    unit: 'attacks',
    spots: [],
    areas: [],
    extents: [],
    withoutPosition: 0,
    credit: 'Made up for tests (CC0)',
    ...more,
  },
});

const spot = (name: string, lat: number, lon: number, weight = 1, more: Partial<MapSpot> = {}): MapSpot => ({
  name,
  lat,
  lon,
  exact: true,
  weight,
  ...more,
});

/** The same numbers in every run: a linear congruence. */
function numbers(seed: number) {
  let x = seed;
  return () => {
    x = (x * 1103515245 + 12345) % 2147483648;
    return x / 2147483648;
  };
}
const some = numbers(7);
const many = (n: number, make: (i: number) => MapSpot) => Array.from({ length: n }, (_, i) => make(i));
const bars = (n: number, label: (i: number) => string, value: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => ({ label: label(i), value: value(i) }));
const month = (i: number) => `${2014 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
const day = (i: number) => new Date(Date.UTC(2016, 0, 1 + i)).toISOString().slice(0, 10);
const toll = (value: number) => ({ value, low: Math.round(value * 0.8), high: Math.round(value * 1.3) });

const arabic = ['محافظة نينوى', 'هيئة تحرير الشام', 'دير الزور', 'عصائب أهل الحق (العراق)', 'البصرة'];
const long =
  'Popular Mobilisation Forces of the Third Brigade and Allied Tribal Fighters of the Upper Euphrates Valley';

const charts: Record<string, DrawingJob> = {
  'one bar': chart(
    'Attacks by province',
    bars(
      1,
      () => 'Nineveh',
      () => 12,
    ),
  ),
  'two sides': chart('People killed, side by side', [
    { label: '2016', ...toll(5680) },
    { label: '2017', ...toll(3439) },
  ]),
  'sixty bars': chart(
    'Places by attacks',
    bars(
      60,
      (i) => `Town number ${i + 1}`,
      (i) => 600 - i * 10,
    ),
  ),
  zeros: chart(
    'Attacks by month',
    bars(12, month, () => 0),
    { by: 'month', end: '2014-12-31' },
  ),
  outlier: chart(
    'Attacks by month',
    bars(24, month, (i) => (i === 9 ? 98_765 : i % 4)),
    { by: 'month' },
  ),
  'long names': chart(
    `Actors by attacks ${long}`,
    bars(
      6,
      (i) => `${long} ${i}`,
      (i) => 60 - i * 9,
    ),
    { about: long },
  ),
  'Arabic names': chart(
    'الحوادث حسب المحافظة',
    bars(
      5,
      (i) => arabic[i] as string,
      (i) => 50 - i * 9,
    ),
  ),
  'markup in names': chart(
    '<script> & "quotes"',
    bars(
      3,
      (i) => `<b>&amp;${i}</b> ${'\u202e'}evil`,
      (i) => 3 + i,
    ),
  ),
  'three years of days': chart(
    'Attacks by day',
    bars(900, day, () => Math.floor(some() * 12)),
    { by: 'day' },
  ),
  'weeks, the last one not whole': chart(
    'Attacks by week',
    bars(
      20,
      (i) => `2016-W${String(i + 1).padStart(2, '0')}`,
      (i) => 5 + ((i * 7) % 11),
    ).map((p, i) => (i === 19 ? { ...p, partial: true } : p)),
    { by: 'week', end: '2016-05-18' },
  ),
  'low to high by year': chart(
    'People killed by year',
    Array.from({ length: 30 }, (_, i) => ({ label: String(1990 + i), ...toll(Math.round(some() * 9000)) })),
    { by: 'year', end: '2019-06-23', about: 'in Iraq', unit: 'people killed' },
  ),
  'Arabic bars': chart(
    'القتلى حسب المحافظة',
    arabic.map((label, i) => ({ label, ...toll(5000 - i * 900) })),
    { language: 'ar', about: 'في العراق' },
  ),
  'French months': chart(
    'Attaques par mois',
    bars(24, month, (i) => 900 + ((i * 7) % 11) * 100),
    {
      language: 'fr',
      by: 'month',
      end: '2015-12-14',
    },
  ),
  'letters of no font': chart(
    '北京 and ኢትዮጵያ',
    bars(
      3,
      (i) => `上海 ${i}`,
      (i) => 9 - i,
    ),
  ),
};

const maps: Record<string, DrawingJob> = {
  'one point': map('One attack', { spots: [spot('Samawah', 31.31, 45.28)] }),
  'a recorded line': map('Attacks near Samawah', {
    spots: [
      spot('between Diwaniya and Samawah', 31.993, 44.926, 1, { to: { lat: 31.332, lon: 45.294 }, exact: false }),
    ],
    extents: [{ name: 'Samawah', level: 'point', lat: 31.31, lon: 45.28, radiusKm: 50 }],
  }),
  'a corridor': map('Attacks between Baghdad and Mosul', {
    spots: many(40, (i) => spot(`Village ${i}`, 33.4 + some() * 2.8, 43.2 + some() * 1.2, 1 + (i % 9))),
    extents: [
      {
        name: 'Baghdad and Mosul',
        level: 'point',
        lat: 33.34,
        lon: 44.4,
        radiusKm: 25,
        to: { name: 'Mosul', lat: 36.34, lon: 43.13 },
      },
    ],
  }),
  'the date line': map('Attacks in Fiji and Samoa', {
    spots: [spot('Suva', -18.14, 178.44, 4), spot('Apia', -13.83, -171.77, 2), spot('Taveuni', -16.9, 179.99, 1)],
  }),
  'the far north': map('Attacks in the Arctic', {
    spots: [spot('Longyearbyen', 78.2, 15.6, 3), spot('Alert', 82.5, -62.3, 2), spot('Tiksi', 71.6, 128.9, 1)],
  }),
  'the south pole': map('Attacks at the pole', { spots: [spot('South Pole', -90, 0, 2)] }),
  'five thousand points': map('Attacks in the Middle East', {
    spots: many(5000, (i) => spot(`Place ${i}`, 30 + some() * 8, 36 + some() * 14, 1 + Math.floor(some() ** 8 * 300))),
  }),
  'all over the world': map('Attacks', {
    spots: many(800, (i) =>
      spot(`Place ${i}`, -40 + some() * 100, -170 + some() * 340, 1 + (i % 30), { country: `Land ${i % 40}` }),
    ),
  }),
  'provinces alone': map('Attacks in Deir ez-Zor', {
    areas: [{ level: 'province', name: 'Deir ez-Zor', country: 'Syria', lat: 34.45, lon: 40.92, weight: 3 }],
    extents: [{ name: 'Deir ez-Zor', level: 'province', country: 'Syria' }],
  }),
  'a country alone': map('Attacks in Iraq', {
    areas: [{ level: 'country', name: 'Iraq', country: 'Iraq', weight: 7 }],
    extents: [{ name: 'Iraq', level: 'country' }],
    withoutPosition: 2,
  }),
  'Arabic places': map('الهجمات في العراق', {
    spots: [
      spot('الموصل', 36.34, 43.13, 9),
      spot('السماوة', 31.31, 45.28, 4),
      spot('البصرة', 30.5, 47.8, 6, { exact: false }),
    ],
    areas: [{ level: 'province', name: 'محافظة الأنبار', country: 'Iraq', lat: 33, lon: 41, weight: 2 }],
  }),
  'an Arabic map': map('الهجمات في العراق', {
    language: 'ar',
    spots: [spot('\u2068Mosul\u2069', 36.34, 43.13, 9), spot('\u2068Basra (port)\u2069', 30.5, 47.8, 1200)],
    extents: [{ name: 'Mosul', level: 'point', lat: 36.34, lon: 43.13, radiusKm: 50 }],
  }),
  'weights of nothing': map('People killed in Iraq', {
    unit: 'people killed',
    spots: [spot('Mosul', 36.34, 43.13, 0), spot('Basra', 30.5, 47.8, 0)],
  }),
  'long names in a crowd': map(`Attacks by ${long}`, {
    spots: many(60, (i) => spot(`${long} ${i}`, 33 + some(), 44 + some(), 1 + (i % 7))),
  }),
  'a place no outline knows': map('Attacks', {
    areas: [{ level: 'province', name: 'Nowhere', country: 'Atlantis', weight: 2 }],
    spots: [spot('Mid-Atlantic', 30, -40, 1, { exact: false })],
  }),
};

/** Pictures at the edges of what there may be to draw. */
export const cases: [string, DrawingJob][] = [...Object.entries(charts), ...Object.entries(maps)];
