import { describe, expect, test } from 'vitest';
import { type ActorPart, record } from '../../src/incidents/incident.ts';
import { createMatcher } from '../../src/incidents/match-filter.ts';
import { toMatchRow } from '../../src/incidents/match-row.ts';
import { joinActors } from '../../src/incidents/sides.ts';
import { told } from './world.ts';

/** "A1 B2 C": parties with their sides. */
const parties = (words: string): ActorPart[] =>
  words.split(' ').map((word) => {
    const [actor = '', side] = word;
    return { actor, role: 'party', ...(side ? { side: Number(side) as 1 | 2 } : {}) };
  });

describe('a record', () => {
  const written = (side: unknown) => ({
    ...told('wire:1'),
    actors: [{ actor: 'IS', role: 'party', ...(side === undefined ? {} : { side }) }],
  });
  test.each([1, 2, undefined])('with an actor on side %s is the same when it is read again', (side) => {
    const read = record.parse(JSON.parse(JSON.stringify(written(side))));
    expect(read).toEqual(written(side));
    expect(record.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });
  test.each([0, 3, '1', null])('has no side %j', (side) =>
    expect(record.safeParse(written(side)).error?.issues[0]?.path).toEqual(['actors', 0, 'side']),
  );
});

test.each([
  ['A1 B2', true],
  ['A1 B1', false],
  ['A1 B', true],
  ['A B', true],
  ['A1 A2 B2', true],
  ['A1 C2', false],
  ['A1 B1 C2', false],
])('A against B matches %s: %s', (words, expected) => {
  const [a, b] = ['A', 'B'].map((name) => ({ name, names: [name], role: 'either' as const }));
  const matches = createMatcher({ pair: [a!, b!] });
  expect(matches(toMatchRow(told('wire:1', { more: { actors: parties(words) } }), 'wire'))).toBe(expected);
});

describe('the actors of two records of one incident', () => {
  test.each([
    ['in the same order', 'A1 B2', 'A1 B2 C2', 'A1 B2 C2'],
    ['in the other order', 'A1 B2', 'B1 C1 A2', 'A1 B2 C2'],
    ['with no name in common', 'A1 B2', 'X1 Y2', 'A1 B2 X Y'],
    ['that contradict each other', 'A1 B2', 'A1 B1 C2', 'A1 B2 C'],
    ['of which one tells no sides', 'A B', 'A1 B2 C2', 'A1 B2 C2'],
    ['of which the other tells none', 'A1 B2', 'A B C', 'A1 B2 C'],
  ])('%s', (_, kept, added, joined) => {
    expect(joinActors(parties(kept), parties(added))).toEqual(parties(joined));
  });
});
