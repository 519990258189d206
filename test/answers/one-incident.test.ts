import { describe, expect, test } from 'vitest';
import { title, where } from '../../src/answers/messages/english/card.ts';
import { when } from '../../src/answers/messages/english/dates.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import type { Query } from '../../src/incidents/query.ts';
import { told } from '../incidents/world.ts';
import { answerTo } from './composed.ts';

/** What is said of one incident when that is asked of it: the first sentence, then the lines before its card. */
function said(about: Query['about'], more: Partial<Incident>): string[] {
  const incident = told('wire:1', { more });
  const { parts } = answerTo({ query: { measure: 'describe', about }, result: { total: 1, incidents: [incident] } });
  const lines = parts.flatMap((part) => (part.kind === 'text' ? part.text.split('\n') : []));
  return lines.map((line) => line.replace('Ambush, Mosul: ', ''));
}
const reds = (...statuses: string[]) =>
  ({ attributions: statuses.map((status) => ({ actor: 'Reds', status, by: 'Wire' })) }) as unknown as Partial<Incident>;
const lead = { attributions: [] };

describe('who did it', () => {
  const claimed = 'Claimed by Reds (according to Wire).';
  const one = (status: string) => `${status}: Reds (according to Wire).`;
  test.each<[Query['about'], Partial<Incident>, string[]]>([
    ['claims', lead, ['No source reports a claim of responsibility.']],
    ['claims', reds('claimed'), [claimed, 'The claim is not confirmed.']],
    ['claims', reds('confirmed', 'claimed'), [claimed]],
    [
      'claims',
      reds('doubted', 'denied', 'blamed', 'claimed'),
      [
        claimed,
        'The claim is not confirmed.',
        one('Blamed'),
        'Denied by Reds (according to Wire).',
        one('Thought unlikely'),
      ],
    ],
    ['blame', lead, ['No source blames or suspects anyone.']],
    ['blame', reds('suspected'), ['No source blames anyone outright; some suspect:', one('Suspected')]],
    ['blame', reds('suspected', 'blamed'), [one('Blamed'), one('Suspected')]],
    ['denials', reds('claimed'), ['No source reports that anyone has denied it.', claimed]],
    ['who', lead, ['No source says who did it; nobody is named as responsible.']],
    ['who', reds('claimed', 'confirmed'), [one('Confirmed')]],
    ['who', reds('claimed', 'observed'), ['Who did it is not established.', one('Observed'), claimed]],
  ])('%s of %j', (about, more, lines) => expect(said(about, more)).toEqual(lines));
  test('a claim by whom it is of is its own word', () => {
    const own = { attributions: [{ actor: 'Reds', status: 'claimed', by: 'Reds' }] } as unknown as Partial<Incident>;
    expect(said('claims', own)[0]).toBe('Claimed by Reds (its own word).');
  });
});

describe('whose word it is', () => {
  const from = (...reports: object[]) => said('sources', { reports } as Partial<Incident>)[0];
  test.each([
    ['nobody’s', [], 'No source is named.'],
    ['one source', [{ publisher: 'A' }], 'Only one independent source reports it: A.'],
    ['the same twice', [{ publisher: 'A' }, { publisher: 'A' }], 'Only one independent source reports it: A.'],
    ['two', [{ publisher: 'A' }, { publisher: 'B' }], '2 independent sources report it: A and B.'],
    [
      'one and what it passes on',
      [{ publisher: 'A' }, { publisher: 'B', via: 'A' }],
      'Only one independent source reports it: A. B is known only through A.',
    ],
    [
      'one that nobody quotes but through another',
      [
        { publisher: 'B', via: 'A' },
        { publisher: 'C', via: 'A' },
      ],
      'Only one independent source reports it: A. B and C are known only through A.',
    ],
  ])('%s', (_, reports, words) => expect(from(...reports)).toBe(words));
});

describe('who was hurt', () => {
  const toll = (killed: unknown, wounded?: unknown) => ({
    group: 'all',
    ...(killed ? { killed } : {}),
    ...(wounded ? { wounded } : {}),
    by: 'Wire',
  });
  const three = { low: 3, best: 3, high: 3 };
  test.each([
    [
      'nothing is said',
      [],
      ['No source says how many people, if any, were killed.', 'No source says how many people, if any, were wounded.'],
    ],
    [
      'of the wounded alone nothing',
      [toll(three)],
      ['Killed: 3, says Wire.', 'No source says how many people, if any, were wounded.'],
    ],
    [
      'some, nobody knows how many',
      [toll(three, 'number unknown')],
      ['Killed: 3, says Wire.', 'Wounded: some, number not known, says Wire.'],
    ],
  ])('%s', (_, casualties, lines) => expect(said('casualties', { casualties } as Partial<Incident>)).toEqual(lines));
});

test.each([
  [
    'who fought',
    [
      ['Reds', 'party'],
      ['Blues', 'party'],
    ],
    'Reds vs Blues, Mosul',
  ],
  [
    'and whoever else did',
    [
      ['Reds', 'party'],
      ['Blues', 'party'],
      ['Greens', 'party'],
    ],
    'Reds vs Blues and others, Mosul',
  ],
  [
    'who attacked whom',
    [
      ['Civilians', 'victim'],
      ['Reds', 'attacker'],
    ],
    'Reds against civilians, Mosul',
  ],
  ['who attacked', [['Reds', 'attacker']], 'Reds, Mosul'],
  ['what it was', [], 'Ambush, Mosul'],
])('a title says %s', (_, parts, words) => {
  const actors = parts.map(([actor, role]) => ({ actor, role }));
  expect(title(told('wire:1', { more: { actors } as Partial<Incident> }))).toBe(words);
});

test.each([
  [{ place: 'Mosul', admin1: 'Nineveh', country: 'Iraq', precision: 'exact' }, 'Mosul, Nineveh, Iraq'],
  [{ place: 'Najaf', admin1: 'Najaf', country: 'Iraq', precision: 'district' }, 'Najaf, Iraq; exact place not known'],
  [
    { place: 'Najaf province', admin1: 'Najaf', country: 'Iraq', precision: 'province' },
    'Najaf province, Iraq; where in the province is not known',
  ],
  [{ country: 'Iraq', precision: 'country' }, 'Iraq; where in the country is not known'],
  [{ precision: 'unknown' }, 'place not given'],
  [{ place: 'Mosul', country: 'Iraq', precision: 'near' }, 'Mosul, Iraq; the place is known to within about 25 km'],
])('where: %j', (at, words) => expect(where({ where: at as Incident['where'] })).toBe(words));

test.each([
  [{ precision: 'week' }, '11 to 17 July 2020 (to within a week)'],
  [{ precision: 'month', start: '2020-07-01', end: '2020-07-31' }, '1 to 31 July 2020 (day not known)'],
  [{ precision: 'month', start: '2020-07-17' }, '17 July 2020'],
  [{ precision: 'day', start: '2020-07-17', partOfDay: 'morning' }, '17 July 2020, in the morning'],
  [{ precision: 'day', start: null, end: null }, 'no date given'],
])('when: %j', (more, words) =>
  expect(when({ start: '2020-07-11', end: '2020-07-17', basis: 'source', ...more } as Incident['when'])).toBe(words),
);

describe('a timeline', () => {
  const days = (n: number) =>
    Array.from({ length: n }, (_, i) => told(`wire:${i}`, { day: `2020-07-0${i + 1}`, killed: i }));
  const made = (n: number, total = n) => {
    const groups = Array.from({ length: n }, (_, i) => ({
      key: `2020-07-0${i + 1}`,
      count: 1,
      killed: i,
      low: i,
      high: i,
      civilians: 0,
    }));
    return answerTo({ query: { measure: 'timeline' }, result: { total, incidents: days(n), groups, unit: 'day' } });
  };
  test('has a chart from four busy days on', () => {
    expect(made(3).parts.map(({ kind }) => kind)).not.toContain('chart');
    expect(made(4).parts.map(({ kind }) => kind)).toContain('chart');
  });
  test('says from when to when, or which were chosen', () => {
    expect(made(2).text).toMatch(/^2 incidents\. From 1 to 2 July 2020\.\n/);
    expect(made(1).text).toMatch(/^1 incident\.\n/);
    expect(made(2, 3).text).toMatch(/^3 incidents\. The deadliest 2 in the order they happened:\n/);
  });
});
