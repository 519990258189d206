import { describe, expect, test } from 'vitest';
import { casualtyFacts, casualtyText } from '../../src/answers/messages/english/casualties.ts';
import { days, period, when } from '../../src/answers/messages/english/dates.ts';
import { around, counted } from '../../src/answers/messages/english/filter.ts';
import { clean, list, plural } from '../../src/answers/messages/english/text.ts';
import { told } from '../incidents/world.ts';

describe('a period', () => {
  test.each([
    [{ start: '2020-07-01', end: '2020-08-01' }, 'in July 2020'],
    [{ start: '2020-07-11', end: '2020-07-12' }, 'on 11 July 2020'],
    [{ start: '2016-01-01', end: '2017-01-01' }, 'in 2016'],
    [{ start: '2003-01-01', end: '2006-01-01' }, '2003 to 2005'],
    [{ start: '2014-06-01', end: '2015-01-01' }, 'June to December 2014'],
    [{ start: '2023-04-15', end: null }, 'since 15 April 2023'],
    [{ start: null, end: '2018-01-01' }, 'before 2018'],
    [{ start: '2020-07-11T18:00', end: '2020-07-12T06:00' }, '11 July 2020 18:00 to 12 July 2020 06:00'],
  ])('%j is said as %s', (given, said) => expect(period(given)).toBe(said));
});

const near = (radiusKm: number) => ({
  ...{ relation: 'near' as const, name: 'Aden', level: 'town' as const },
  ...{ countries: [], dataNames: [], radiusKm },
});

describe('a filter in words: a comma before a range of dates alone, kilometres as people say them', () => {
  const years = { period: { start: '2021-11-01', end: '2026-11-02' } };
  const year = { period: { start: '2024-01-01', end: '2025-01-01' } };
  const deadly = { killed: { min: 5, max: 10 } };
  test.each([
    [counted({ ...years, ...deadly }, 7), '7 incidents with 5 to 10 killed, 1 November 2021 to 1 November 2026'],
    [counted({ ...year, ...deadly }, 1), '1 incident with 5 to 10 killed in 2024'],
    [around({ places: [near(160.9344)] }), 'within 161 km of Aden'],
    [around({ places: [near(48.28032)] }), 'within 48 km of Aden'],
    [around({ places: [near(4.828032)] }), 'within 4.8 km of Aden'],
    [around(years), '1 November 2021 to 1 November 2026'],
  ])('%s', (told, expected) => expect(told).toBe(expected));
});

test('days share what they share', () => {
  expect(days('2020-07-01', '2020-07-31')).toBe('1 to 31 July 2020');
  expect(days('2020-06-30', '2020-07-02')).toBe('30 June to 2 July 2020');
  expect(days('2019-12-30', '2020-01-02')).toBe('30 December 2019 to 2 January 2020');
});

test('a date that the source does not give says where it comes from', () => {
  expect(
    when({
      start: '2020-07-11',
      end: '2020-07-11',
      precision: 'day',
      partOfDay: 'night',
      asWritten: 'Saturday night',
      basis: 'outside',
    }),
  ).toMatch(/11 July 2020, at night .*only “Saturday night”.*known from elsewhere/);
  expect(when({ start: null, end: null, precision: 'unknown', asWritten: 'Recently', basis: 'source' })).toBe(
    'no date given (“Recently”)',
  );
});

test('unknown, none reported and 0 are three things', () => {
  expect(
    new Set([casualtyText('none reported'), casualtyText('number unknown'), casualtyText({ low: 0, best: 0, high: 0 })])
      .size,
  ).toBe(3);
  expect(casualtyText({ low: 3900, best: 4213, high: 5120 })).toBe('4,213 (best estimate; 3,900 to 5,120)');
});

describe('the killed of a group', () => {
  const figure = (low: number, best = low, high = best) => ({ low, best, high });
  const said = (groups: Record<string, ReturnType<typeof figure>>, by: (group: string) => string = () => 'Wire') => {
    const casualties = Object.entries(groups).map(([group, killed]) => ({ group, killed, by: by(group) }));
    return casualtyFacts(told('wire:1', { more: { casualties } })).map(({ words }) => words);
  };
  test.each([
    ['stands beside all', { all: figure(5), civilians: figure(3) }, '5; civilians: 3, says Wire'],
    ['is left out where it is nobody', { all: figure(5), civilians: figure(0) }, '5, says Wire'],
    [
      'but not where it may be somebody',
      { all: figure(5), civilians: figure(0, 2, 4) },
      '5; civilians: 2 (best estimate; 0 to 4), says Wire',
    ],
    ['nor where nothing is said of all', { civilians: figure(0) }, 'civilians: 0, says Wire'],
  ])('%s', (_, groups, words) => expect(said(groups as never)).toEqual([words]));
  test('names who says so once, or each where they differ', () =>
    expect(said({ all: figure(5), civilians: figure(3) }, (group) => `the ${group}`)).toEqual([
      '5, says the all; civilians: 3, says the civilians',
    ]));
});

test('plurals and lists', () => {
  expect([plural(1, 'attack'), plural(2, 'attack'), plural(0, 'person', 'people')]).toEqual([
    '1 attack',
    '2 attacks',
    '0 people',
  ]);
  expect(list(['a', 'b', 'c'])).toBe('a, b and c');
});

test('text from data is one bounded line without control or direction characters', () => {
  expect(clean('a\u0000b\u202ec\nd')).toBe('a b c d');
  expect(clean('x'.repeat(1000), 50)).toMatch(/^x+… \(cut\)$/);
});
