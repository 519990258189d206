import { describe, expect, test } from 'vitest';
import type { ParseResult } from '../../src/reading/parse-result.ts';
import { type Expected, laterMeanings, meanings, parse } from './meanings.ts';
import { knownFacets, misread, periodOf } from './read-as.ts';

const all = [...meanings, ...laterMeanings];
const told = all.flatMap((m) => [m.expected, ...(m.second ? [m.second] : [])]);

test('at least 2,600 phrasings, none told twice', () => {
  const asked = all.flatMap((m) => m.phrasings.map((p) => [...m.before, p].join(' > ').toLowerCase()));
  expect(asked.length).toBeGreaterThanOrEqual(2600);
  expect(asked.filter((p, i) => asked.indexOf(p) !== i)).toEqual([]);
});

test('only facets that are compared', () => {
  const facets = told.flatMap((t) => Object.keys(t));
  expect([...new Set(facets)].filter((f) => f !== 'measure' && !knownFacets.includes(f))).toEqual([]);
});

test('periods that are days, and begin before they end', () => {
  const periods = told.flatMap(({ period, periods }) => [period ?? [], periods?.split(',') ?? []].flat());
  const wrong = periods
    .filter((p) => p !== 'any')
    .filter((p) => {
      const { start, end } = periodOf(p);
      return start !== null && end !== null && start >= end;
    });
  expect(wrong).toEqual([]);
});

const everything = { measure: 'sum', of: 'killed', filter: {}, order: 'newest', limit: 5, offset: 0 };
const read = (query: object, more: object = {}) =>
  ({ kind: 'query', query: { ...everything, ...query }, ...more }) as unknown as ParseResult;
const expected = (header: string): { expected: Expected; second?: Expected | undefined } => {
  const [meaning] = parse('made up', `= ${header}`);
  if (!meaning) throw new Error(header);
  return meaning;
};
const actor = (name: string, role = 'attacker') => ({ name, names: [name], role });
const year = (y: number) => ({ start: `${y}-01-01`, end: `${y + 1}-01-01` });
const inPlace = (name: string) => ({ relation: 'in', name, level: 'admin1' });

describe('what a header tells is compared', () => {
  test.each([
    ['sum of=killed periods=2014,2016', read({ filter: { periods: [year(2014), year(2016)] } })],
    ['sum of=killed notby=FARC', read({ filter: { exclude: { actors: [actor('FARC')] } } })],
    ['sum of=killed nottype=riot', read({ filter: { exclude: { eventTypes: ['riot'] } } })],
    ['sum of=killed actor=FARC role=target', read({ filter: { actors: [actor('FARC', 'target')] } })],
    ['sum of=killed killed=5 max=10 bound=wounded', read({ filter: { wounded: { min: 5, max: 10 } } })],
    ['sum of=killed caveat=yes', read({}, { caveats: ['x'] })],
    ['sum of=killed by=quarter', read({ by: 'quarter' })],
    [
      'sum of=killed sides=Homs@2016,Hama@2017',
      read({
        sides: [
          { key: 'Homs', filter: { places: [inPlace('Homs')], period: year(2016) } },
          { key: 'Hama', filter: { places: [inPlace('Hama')], period: year(2017) } },
        ],
      }),
    ],
  ])('%s', (header, understood) => {
    expect(misread(understood, expected(header))).toEqual([]);
    expect(misread(understood, expected('sum of=killed'))).not.toEqual([]);
  });

  test('both parts of a question with two', () => {
    const { expected: first, second } = expected('sum of=killed\n+ count');
    const count = read({ measure: 'count', of: 'incidents' });
    expect(misread(read({}, { second: count }), { expected: first, second })).toEqual([]);
    expect(misread(read({}), { expected: first, second })).not.toEqual([]);
  });

  test('declined and unclear are told apart', () => {
    const declined: ParseResult = { kind: 'declined', why: 'forecast' };
    expect(misread(declined, expected('declined'))).toEqual([]);
    expect(misread(declined, expected('declined|unclear'))).toEqual([]);
    expect(misread(declined, expected('unclear'))).not.toEqual([]);
  });
});
