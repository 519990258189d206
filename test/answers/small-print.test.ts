import { describe, expect, test } from 'vitest';
import { notesOf } from '../../src/answers/notes.ts';
import { answerTo, contextOf, coverage, dataset, type Given, some } from './composed.ts';

const first = (given: Given) => answerTo(given).text.split('\n')[0];
const notes = (given: Given) => notesOf(contextOf(given));
const line = (given: Given) => answerTo(given).parts.flatMap((p) => (p.kind === 'note' ? [p.text] : []));
const ended = (start: string | null, end: string | null = null) => ({ filter: { period: { start, end } } });

describe('a period beside the data', () => {
  test.each<[string | null, string | null, string, string]>([
    ['2002-01-01', '2003-01-01', 'No incidents in 2002. The data begins on 1 January 2003.', ''],
    ['2002-01-01', '2003-01-02', 'No incidents, 1 January 2002 to 1 January 2003.', ''],
    ['2020-06-30', null, 'No incidents since 30 June 2020.', ''],
    [
      '2020-07-01',
      null,
      'No incidents since July 2020. The data ends on 30 June 2020.',
      ', before the period asked for',
    ],
  ])('from %s to %s', (start, end, said, beyond) => {
    const given = { query: ended(start, end) };
    expect(first(given)).toBe(said);
    expect(notes(given)).toContain(`The data ends on 30 June 2020${beyond}. From Dataset a (CC0).`);
  });
  test.each([
    ['2002-01-01', '2003-01-01', 'Aucun incident en 2002. Les données commencent le 1er janvier 2003.'],
    ['2020-06-30', null, 'Aucun incident depuis le 30 juin 2020.'],
    ['2020-07-01', null, 'Aucun incident depuis juillet 2020. Les données s’arrêtent le 30 juin 2020.'],
  ])('in French, from %s to %s', (start, end, said) =>
    expect(first({ query: ended(start, end), language: 'fr' })).toBe(said),
  );
});

describe('the small print', () => {
  const left = (n: number): Given => ({
    query: { by: 'month' },
    result: { total: 5, incidents: some(2), unreviewed: n, alike: n, overlapping: n, coarse: n, ungrouped: n },
  });
  test.each<[number, 'en' | 'fr', string[]]>([
    [
      1,
      'en',
      [
        '1 of these is not reviewed yet: reported by people, confirmed by nobody.',
        '1 of these may be the same as another told by a different dataset, and is counted beside it: “merge” lists them.',
        '1 more only overlaps the period and is not counted.',
        '1 more may lie there, located too coarsely to count.',
        '1 incident is in no group: the date range crosses the border of a month.',
      ],
    ],
    [
      2,
      'en',
      [
        '2 of these are not reviewed yet: reported by people, confirmed by nobody.',
        '2 of these may be the same as another told by a different dataset, and are counted beside it: “merge” lists them.',
        '2 more only overlap the period and are not counted.',
        '2 more may lie there, located too coarsely to count.',
        '2 incidents are in no group: the date range crosses the border of a month.',
      ],
    ],
    [
      1,
      'fr',
      [
        '1 n’est pas encore vérifié : signalé par des personnes, sans confirmation d’un responsable.',
        '1 est peut-être le même qu’un incident d’un autre jeu de données, et est compté à part.',
        '1 autre ne fait que chevaucher la période et n’est pas compté.',
        '1 autre s’y trouve peut-être, localisé trop vaguement pour être compté.',
        '1 incident n’est dans aucun groupe : les dates passent d’un groupe à l’autre.',
      ],
    ],
  ])('of %d left out, in %s', (n, language, said) =>
    expect(notes({ ...left(n), language }).slice(1, -1)).toEqual(said),
  );

  const from = (...ids: string[]) =>
    notes({ coverage: { ...coverage, datasets: ids.map((id) => dataset(id)) } }).at(-1);
  test('names three datasets, counts the others, and none that holds nothing', () => {
    expect(from('a', 'b', 'c')).toMatch(/From Dataset a \(CC0\), Dataset b \(CC0\) and Dataset c \(CC0\)\.$/);
    expect(from('a', 'b', 'c', 'd')).toMatch(/Dataset c \(CC0\) and 1 more \(“status” names them\)\.$/);
    expect(notes({ coverage: { ...coverage, datasets: [dataset('a', 0)] } }).at(-1)).not.toMatch(/From/);
  });
  test('tells the end of the data for one country by its own, for two by the last', () => {
    const place = (name: string) => ({
      relation: 'in' as const,
      name,
      level: 'country' as const,
      countries: [name],
      dataNames: [],
    });
    const other = {
      ...coverage,
      datasets: coverage.datasets.map((d) => ({
        ...d,
        countries: [...d.countries, { country: 'Mali', incidents: 1, last: '2020-06-30' }],
      })),
    };
    const end = (...names: string[]) =>
      notes({ coverage: other, query: { filter: { places: names.map(place) } } }).at(-1);
    expect(end('Iraq')).toMatch(/^The data for Iraq ends on 31 May 2020\./);
    expect(end('Iraq', 'Mali')).toMatch(/^The data ends on 30 June 2020\./);
  });
  test('says which words were not used', () =>
    expect(notes({ unread: ['x', 'y'] }).at(-1)).toBe('Not used: “x”, “y”.'));
});

describe('the line under an answer', () => {
  const unread = ['x'];
  test('has all of it in one paragraph, and the end of the data where the question goes beyond it', () => {
    expect(line({ result: { total: 5, incidents: some(2), coarse: 2 }, unread })).toEqual([
      '2 more may lie there, located too coarsely to count. Not used: “x”. The data ends on 30 June 2020. From Dataset a (CC0).',
    ]);
    const within = { filter: { period: { start: '2019-01-01', end: '2020-01-01' } } };
    expect(line({ query: within, result: { total: 5, incidents: some(2) } })).toEqual(['From Dataset a (CC0).']);
  });
});
