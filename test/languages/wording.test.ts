import { describe, expect, test } from 'vitest';
import { arabic } from '../../src/answers/messages/arabic/catalogue.ts';
import { apart } from '../../src/answers/messages/arabic/filter.ts';
import type { MessageCatalogue } from '../../src/answers/messages/catalogue.ts';
import { english } from '../../src/answers/messages/english/catalogue.ts';
import { french } from '../../src/answers/messages/french/catalogue.ts';
import { inCountry } from '../../src/answers/messages/french/filter.ts';
import { eventWords } from '../../src/incidents/event-words.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import type { Filter, PlaceFilter, Query, Unit } from '../../src/incidents/query.ts';
import { readShippedData } from '../../src/incidents/shipped-data.ts';
import { pieces } from './walk.ts';
import { numbers } from './walk-alerts.ts';

const incidents = readShippedData().records.filter((r) => r.kind === 'incident') as Incident[];
const ofs: Query['of'][] = ['incidents', 'killed', 'civilians killed', 'wounded', 'abducted', 'arrested'];
const units: Unit[] = [
  ...(['day', 'week', 'month', 'quarter', 'half', 'year', 'season', 'weekday', 'hour'] as const),
  ...(['place', 'district', 'admin1', 'country', 'actor', 'pair', 'conflict', 'eventType', 'source'] as const),
];
const place = (level: PlaceFilter['level'], relation: PlaceFilter['relation'] = 'in'): PlaceFilter => ({
  relation,
  name: level === 'country' ? 'Iraq' : relation === 'between' ? 'Zzz and Zzz' : 'Zzz',
  level,
  country: 'Iraq',
  countries: ['Iraq'],
  dataNames: [],
  radiusKm: 40,
});
const actor = (role: 'attacker' | 'target' | 'either') => ({ name: 'Zzz', names: ['Zzz'], role });
const periods: Filter['period'][] = [
  { start: null, end: null },
  { start: null, end: '2016-01-01' },
  { start: '2016-03-01', end: null },
  { start: '2016-03-04', end: null },
  { start: '2016-01-01', end: '2017-01-01' },
  { start: '2014-01-01', end: '2017-01-01' },
  { start: '2016-03-01', end: '2016-04-01' },
  { start: '2016-03-01', end: '2016-06-01' },
  { start: '2016-03-01', end: '2016-03-02' },
  { start: '2016-03-02', end: '2016-03-09' },
  { start: '2016-03-02T18:00', end: '2016-03-03T06:00' },
];
const filters: Filter[] = [
  {},
  ...[...eventWords.fr.keys()].map((id) => ({ eventTypes: [id] })),
  { eventTypes: ['airstrike', 'shelling'] },
  ...(['country', 'admin1', 'admin2', 'town', 'site', 'region', 'world-region'] as const).map((l) => ({
    places: [place(l)],
  })),
  { places: [place('town', 'near'), place('town', 'between')] },
  { actors: [actor('attacker'), actor('target'), actor('either')] },
  { pair: [actor('either'), actor('either')] },
  { text: 'Zzz', source: 'Zzz', killed: { min: 3 }, civilians: { max: 4 }, wounded: { min: 1, max: 2 } },
  { wherePrecision: 'exact', whenPrecision: 'day', unreviewed: true, asOf: { at: '2020-01-05' } } as unknown as Filter,
  ...['claimed', 'denied', 'blamed', 'suspected', 'confirmed'].map((s) => ({
    attribution: { statuses: [s], unless: ['confirmed'], actor: { name: 'Zzz', names: ['Zzz'] } },
  })),
  { exclude: { places: [place('town')], actors: [actor('either')], eventTypes: ['bombing'] } },
  ...periods.map((period) => ({ period })),
  { periods: periods.slice(4, 6) },
  { periods: periods.slice(6) },
  { periods },
] as Filter[];
const group = (n: number) => ({ key: 'Zzz', count: n, killed: n, low: n, high: n, civilians: n });
const when = { start: '2016-03-02', end: '2016-03-02', precision: 'day' as const, basis: 'source' as const };

/** Everything a language can say. */
function all(w: MessageCatalogue): string[] {
  const steps = w.steps;
  return [
    ...filters.flatMap((f) => numbers.map((n) => w.counted(f, n))),
    ...filters.slice(1, 3).map((f) => w.about({ ...f, period: { start: '2016-01-01', end: '2017-01-01' } })),
    ...numbers.flatMap((n) => [
      ...ofs.flatMap((of) => [
        w.toll(of, n, [n, n + 1], n, {}),
        w.toll(of, n, undefined, n, {}),
        w.noToll(of, n, {}),
        ...units.map((unit) => w.series(n, of, {}, unit)),
        w.quantity(of, group(n), {}),
      ]),
      w.withoutFigure(n),
      w.span(n, {}, when, when),
      ...(['deadliest', 'oldest', 'relevance', 'newest'] as const).flatMap((how) => [
        w.shown(how, n),
        w.shown(how, n, 6),
      ]),
      w.notes.unreviewed(n),
      w.notes.alike(n),
      w.notes.overlapping(n),
      w.notes.coarse(n, true),
      w.notes.coarse(n, false),
      w.notes.ungrouped(n, 'month'),
      w.notes.ungrouped(n, 'actor'),
      w.notes.from([], n),
      w.notes.readAs({}, n ? ['2016', '2017'] : []),
      w.notes.assumed(['1']),
      ...(['killed', 'wounded', 'abducted', 'arrested'] as const).flatMap((kind) => [
        w.row.harm(kind, n, undefined, undefined),
        w.row.harm(kind, n, [n, n + 1], '1'),
        w.row.some(kind, undefined),
        w.row.none(kind, undefined),
      ]),
      steps.within(n),
    ]),
    ...ofs.flatMap((of) =>
      units.flatMap((unit) => [...[true, false].map((few) => w.leader(unit, few, of, {}, '1', '2'))]),
    ),
    w.sideBySide,
    w.compared(['1', '2'], {}),
    w.follow(['1', '2']),
    w.row.undated,
    w.row.deed('1', ['2'], ['3']),
    w.row.somewhere('1'),
    w.row.between('1', '2'),
    ...(['any time before', 'any time', 'further around', 'any kind'] as const).map((what) =>
      w.nearest(what, when, '1'),
    ),
    ...['2016', '2016-03', '2016-W11', '2016-Q1', '2016-Q4', '2016-H1', '2016-H2', '2016-03-04'].map((key) =>
      w.key('year', key),
    ),
    ...[w.key('weekday', '1'), w.key('hour', '23'), w.key('pair', 'Zzz | Zzz')],
    ...units.flatMap((unit) => [
      w.noGroups(unit, 2, {}),
      w.quiet(unit, ['2016', '2017'], 3, {}),
      w.notes.ungrouped(2, unit),
    ]),
    w.key('country', 'Iraq'),
    ...[...eventWords.fr.keys()].map((id) => w.key('eventType', id)),
    ...[...Object.values(w.columns.unit), w.columns.side, w.columns.incidents, w.columns.killed, w.columns.civilians],
    w.bothSides,
    w.nothingToRank,
    w.dataBegins('2016-03-04'),
    w.dataEnds('2016-03-04', '1', true),
    w.notes.battles,
    w.notes.alongLine,
    w.notes.laterChanges,
    w.notes.noData,
    w.notes.total('1', '2'),
    w.notes.unread(['1']),
    ...[steps.map, steps.more, steps.back, steps.subscribe, steps.export, steps.why, steps.anyKind, steps.anyTime],
    ...incidents.flatMap((r) => w.card(r).facts.map((f) => f.label)),
    ...pieces(w),
  ];
}

describe.each([
  ['fr', french],
  ['ar', arabic],
] as const)('%s', (_, w) => {
  test('every wording says something, with nothing left to fill in', () => {
    expect(
      all(w).filter((text) => text.trim().length === 0 || /undefined|null|NaN|#(?!\d)|\[object| {2}/.test(text)),
    ).toEqual([]);
  });

  test('ends a sentence once', () => {
    expect(all(w).filter((text) => /\.\.|\. \./.test(text))).toEqual([]);
  });
});

test('Arabic has no Latin letter but in an isolate, and every isolate ends', () => {
  const bare = all(arabic).map((text) => text.replace(/\u2068[^\u2068\u2069]*\u2069/g, ''));
  expect(bare.filter((text) => /\p{Script=Latin}|[\u2068\u2069]/u.test(text))).toEqual([]);
});

test('an Arabic card isolates what sources wrote', () => {
  const { title, when: at, where, facts, type } = arabic.card(incidents[0] as Incident);
  for (const text of [title, at, where, type, ...facts.map((f) => f.words)])
    expect(text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(/\p{Script=Latin}/u);
});

test.each([
  ['French', french],
  ['Arabic', arabic],
])('%s says nothing as English does', (_, w) => {
  const inEnglish = pieces(english);
  expect(pieces(w).filter((text, i) => text === inEnglish[i] && /\p{L}{3,} \p{L}{2,}/u.test(text))).toEqual([]);
});

test('French has no English left', () => {
  const english = /\b(?:the|and|with|from|killed|attacks|incidents in|of|by|more|data|not|known|read as|in the)\b/i;
  expect(all(french).filter((text) => english.test(text))).toEqual([]);
});

test('all six Arabic plural forms', () => {
  const attacks = { eventTypes: ['violence'] };
  expect(numbers.map((n) => arabic.counted(attacks, n))).toEqual([
    'لا هجمات',
    'هجوم واحد',
    'هجومان',
    '3 هجمات',
    '11 هجومًا',
    '100 هجوم',
  ]);
});

test('French agrees in number and gender', () => {
  expect([0, 1, 2].map((n) => french.counted({ eventTypes: ['airstrike'] }, n))).toEqual([
    'Aucune frappe aérienne',
    '1 frappe aérienne',
    '2 frappes aériennes',
  ]);
  expect(french.counted({ eventTypes: ['bombing'] }, 0)).toBe('Aucun attentat à la bombe');
});

test.each([
  ['Iraq', 'en Irak'],
  ['Syria', 'en Syrie'],
  ['Mali', 'au Mali'],
  ['United States', 'aux États-Unis'],
  ['Mexico', 'au Mexique'],
  ['Philippines', 'aux Philippines'],
  ['Cuba', 'à Cuba'],
  ['Israel', 'en Israël'],
])('in %s: %s', (country, words) => {
  expect(inCountry(country)).toBe(words);
});

test.each([
  [{ start: '2016-01-01', end: '2017-01-01' }, 'incident en 2016', 'حادث واحد في عام 2016'],
  [{ start: '2016-07-01', end: '2016-08-01' }, 'incident en juillet 2016', 'حادث واحد في يوليو 2016'],
  [{ start: '2016-03-01', end: '2016-03-02' }, 'incident le 1er mars 2016', 'حادث واحد في 1 مارس 2016'],
  [
    { start: '2016-03-01', end: '2016-04-16' },
    'incident du 1er mars 2016 au 15 avril 2016',
    'حادث واحد من 1 مارس 2016 إلى 15 أبريل 2016',
  ],
  [
    { start: '2016-04-01', end: '2016-07-01' },
    "incident d'avril 2016 à juin 2016",
    'حادث واحد من أبريل 2016 إلى يونيو 2016',
  ],
  [{ start: '2016-04-01', end: null }, 'incident depuis avril 2016', 'حادث واحد منذ أبريل 2016'],
  [{ start: null, end: '2016-01-01' }, 'incident avant 2016', 'حادث واحد قبل 2016'],
])('the period %o', (period, inFrench, inArabic) => {
  expect(french.counted({ period }, 1)).toBe(`1 ${inFrench}`);
  expect(arabic.counted({ period }, 1)).toBe(inArabic);
});

test('Latin words alone are set apart', () => {
  expect(apart('Mosul')).toBe('\u2068Mosul\u2069');
  expect(apart('الموصل 3')).toBe('الموصل 3');
});

const near = (name: string, more: Partial<PlaceFilter> = {}) => ({
  places: [{ ...place('town', 'near'), name, ...more }],
});
test.each<[Filter, string]>([
  [near('Samawah'), '2 incidents à moins de 40 km de Samawah (Irak)'],
  [near('Aden', { country: 'Yemen' }), "2 incidents à moins de 40 km d'Aden (Yémen)"],
  [near('Homs', { country: 'Syria' }), "2 incidents à moins de 40 km d'Homs (Syrie)"],
  [near('Erbil', { radiusKm: 160.9 }), "2 incidents à moins de 161 km d'Erbil (Irak)"],
  [{ killed: { min: 1 } }, '2 incidents avec au moins 1 mort'],
  [{ killed: { max: 2 } }, '2 incidents avec au plus 2 morts'],
  [{ wounded: { min: 1, max: 2 } }, '2 incidents avec 1 à 2 blessés'],
  [{ period: { start: '2014-08-01', end: '2014-11-01' } }, "2 incidents d'août 2014 à octobre 2014"],
])('in French, %j', (filter, words) => expect(french.counted(filter, 2)).toBe(words));
