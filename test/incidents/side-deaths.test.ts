import { beforeAll, expect, test } from 'vitest';
import type { Incident } from '../../src/incidents/incident.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { openStore } from '../support/world.ts';
import { find, put, told } from './world.ts';

const killed = (best: number) => ({ low: best, best, high: best });
type Dead = Record<string, number>;

/** An incident between two sides, the dead of each group, and everybody. */
function battle(n: number, sides: [string, string], dead: Dead, more: Partial<Incident> = {}): Incident {
  const actors = sides.flatMap((side, at) =>
    side.split(', ').map((actor) => ({ actor, role: 'party' as const, side: at === 0 ? (1 as const) : (2 as const) })),
  );
  const all = Object.values(dead).reduce((a, b) => a + b, 0);
  const casualties = [
    { group: 'all', killed: killed(all) },
    ...Object.entries(dead).map(([group, best]) => ({ group, killed: killed(best) })),
  ];
  return told(`told:${n}`, { more: { actors, casualties, ...more } });
}

let store: Incidents;
beforeAll(async () => {
  store = await openStore();
  await put(store, [
    battle(1, ['Government of Mali', 'JNIM'], { 'Government of Mali': 4, JNIM: 7, civilians: 2 }),
    battle(2, ['Government of Mali, Government of France', 'JNIM'], {
      'Government of Mali, Government of France': 5,
      civilians: 0,
    }),
    battle(3, ['JNIM', 'IS'], { JNIM: 1, IS: 3 }),
  ]);
});

test('the dead of governments and of those who fought beside them, each side of an incident once', async () => {
  const sum = { measure: 'sum', of: 'killed' } as const;
  expect(await find(store, {}, { ...sum, lost: 'governments' })).toMatchObject({ value: 9, withoutFigure: 0 });
  expect(await find(store, {}, { ...sum, lost: 'groups' })).toMatchObject({ value: 11, withoutFigure: 0 });
});

test('the dead of an actor’s own side among those of its incidents', async () => {
  const by = (name: string) => ({ actors: [{ name, names: [name], role: 'attacker' as const }] });
  const sum = { measure: 'sum', of: 'killed' } as const;
  expect(await find(store, by('JNIM'), sum)).toMatchObject({ value: 22, own: 8 });
  expect(await find(store, by('Government of Mali'), sum)).toMatchObject({ value: 18, own: 9 });
  expect(await find(store, by('JNIM'), { ...sum, lost: 'own' })).toMatchObject({ value: 8, withoutFigure: 0 });
});

test('a record that does not tell its dead apart has no figure, which is not 0', async () => {
  await put(store, [told('told:4', { killed: 6, actors: ['JNIM', 'Government of Mali'] })]);
  const sum = { measure: 'sum', of: 'killed' } as const;
  expect(await find(store, {}, { ...sum, lost: 'governments' })).toMatchObject({ value: 9, withoutFigure: 1 });
  expect((await find(store, { ids: ['told:4'] }, { ...sum, lost: 'groups' })).value).toBe(null);
  const by = { actors: [{ name: 'JNIM', names: ['JNIM'], role: 'attacker' as const }] };
  expect((await find(store, by, sum)).own).toBe(undefined);
});
