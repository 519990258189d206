import { describe, expect, test } from 'vitest';
import { arabic } from '../../src/answers/messages/arabic/picture-labels.ts';
import { english } from '../../src/answers/messages/english/picture-labels.ts';
import { french } from '../../src/answers/messages/french/picture-labels.ts';
import type { PictureLabels } from '../../src/answers/messages/picture-labels.ts';
import { eventWords } from '../../src/incidents/event-words.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { type Query, query, type Unit } from '../../src/incidents/query.ts';
import { readShippedData } from '../../src/incidents/shipped-data.ts';

const incidents = readShippedData().records.filter((r) => r.kind === 'incident') as Incident[];
const numbers = [0, 1, 2, 3, 11, 100, 1234];
const units: Unit[] = [
  ...(['day', 'week', 'month', 'quarter', 'half', 'year', 'weekday', 'hour'] as const),
  ...(['place', 'district', 'admin1', 'country', 'actor', 'pair', 'eventType', 'source'] as const),
];
const asked = (of: Query['of'], eventTypes?: string[]) =>
  query.parse({ measure: 'map', of, filter: eventTypes ? { eventTypes } : {} });
const queries = [
  asked('incidents'),
  asked('incidents', ['violence']),
  ...[...eventWords.fr.keys()].map((id) => asked('incidents', [id])),
  asked('killed'),
  asked('civilians killed'),
];
const day = '2016-03-01';
const when = { start: day, end: '2016-03-31', precision: 'month' as const, basis: 'source' as const };
const tolls = ['none reported', 'number unknown', { low: 1, best: 2, high: 3 }, { low: 2, best: 2, high: 2 }] as const;

function chart({ chart: w, measured, key, range, labelled, tick }: PictureLabels): string[] {
  return [
    ...queries.flatMap((q) => [
      ...numbers.map((n) => measured(q, n)),
      ...units.flatMap((unit) => [w.series(q, unit, 1), w.series(q, unit, 5), w.ranked(q, unit, 3, 14)]),
      w.ranked(q, 'country', 3, 3),
      w.sides(q),
    ]),
    ...['2016', '2016-03', '2016-W11', '2016-Q3', '2016-H1', day].map((k) => key('month', k)),
    ...[key('weekday', '7'), key('hour', '09'), key('pair', 'Zzz | Zzz')],
    ...[...eventWords.fr.keys()].map((id) => key('eventType', id)),
    ...[key('country', 'Iraq'), key(undefined, 'Syria'), range(2, 1, 3), labelled('1', '2')],
    ...[tick.day(Date.parse(day)), tick.month(Date.parse(day))],
    ...numbers.flatMap((n) => [w.first(n, 100), w.highest(n, 100)]),
    ...[w.band, w.partial, w.end(day), w.kind(true), w.kind(false), w.incomplete, w.nothing, w.dataEnds(day)],
  ];
}

function map({ map: w, name, country, ground }: PictureLabels): string[] {
  const zzz = name('Zzz');
  return [
    ...numbers.flatMap((n) => [
      ...[w.undrawn(n), w.others(zzz, n), w.table(n, 100), w.table(n, n), w.inAll(n), w.roughlyOf(n), w.more(n)],
      ...[w.at(n, n, true), w.at(n, n, false), w.alongLine(n, true), w.alongLine(n, false), w.coarse(n), w.nowhere(n)],
      ...[w.kilometres(n), w.asked(zzz, n, true), w.asked(zzz, n, false), w.corridor(n, zzz), w.circle(n, zzz)],
      ...[w.weighed('1', n), w.nothingToDraw({ eventTypes: ['violence'] }, n)],
    ]),
    ...[w.known, w.roughly, w.line, w.province, w.country, w.outlines, w.rough(zzz), w.between(zzz, zzz), w.unnamed],
    ...[w.pair('Zzz and Zzz'), ...w.columns, ...Object.values(w.grain), w.map, w.noPlaces, w.provinces, w.countries],
    ...[
      w.withoutPlace,
      w.also,
      w.outline(zzz),
      country('Iraq'),
      ground('West Bank'),
      country('Bosnia and Herzegovina'),
    ],
  ];
}

const timeline = ({ timeline: w, list, day: said }: PictureLabels): string[] => [
  ...numbers.map((n) => w.chosen(n)),
  ...tolls.map((t) => w.toll(t)),
  ...[w.table, ...w.columns, w.unknown, w.span(day, '2016-04-02'), w.when(when), list(['1', '2', '3']), said(day)],
];

const all = (w: PictureLabels) => [...chart(w), ...map(w), ...timeline(w), w.cut];
const empty = (text: string) => text.trim().length === 0 || /undefined|null|NaN|#|\[object| {2}/.test(text);

describe.each([
  ['en', english],
  ['fr', french],
  ['ar', arabic],
] as const)('%s', (_, w) => {
  test('every word of a picture says something, with nothing left to fill in', () => {
    expect(all(w).filter(empty)).toEqual([]);
  });

  test('a line of a timeline says when and what', () => {
    for (const incident of incidents)
      expect([w.timeline.when(incident.when), w.timeline.title(incident)].filter(empty)).toEqual([]);
  });
});

test('French has no English left', () => {
  const english = /\b(?:the|and|with|from|killed|attacks|in|of|by|more|data|not|known|within|around|place)\b/i;
  expect(all(french).filter((text) => english.test(text))).toEqual([]);
});

test('Arabic has no Latin letter but in an isolate, and every isolate ends', () => {
  const bare = all(arabic).map((text) => text.replace(/\u2068[^\u2068\u2069]*\u2069/g, ''));
  expect(bare.filter((text) => /\p{Script=Latin}|[\u2066-\u2069]/u.test(text))).toEqual([]);
});

test('Arabic has its plural forms, Latin digits, and months of the Gregorian year', () => {
  expect([1, 2, 3, 11, 100].map((n) => arabic.map.at(n, n, true))).toEqual([
    'حادث واحد في مكان واحد',
    'حادثان في مكانين',
    '3 حوادث في 3 أماكن',
    '11 حادثًا في 11 مكانًا',
    '100 حادث في 100 مكان',
  ]);
  expect(arabic.tick.month(Date.parse('2016-03-01'))).toBe('مارس 2016');
});

test('French agrees and elides', () => {
  expect(french.map.at(1, 1, true)).toBe('1 incident dans 1 lieu');
  expect(french.map.others('Mossoul', 1)).toBe('Mossoul et 1 autre');
  expect(french.map.circle(50, 'Alep')).toBe('un cercle de 50 km autour d’Alep');
  expect(french.chart.ranked(asked('incidents', ['violence']), 'country', 3, 14)).toBe(
    'Pays par nombre d’attaques (3 sur 14)',
  );
});
