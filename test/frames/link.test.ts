import { beforeAll, expect, test } from 'vitest';
import type { EntityLinker } from '../../src/entities/entity-linker.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import type { Frame } from '../../src/frames/frame.ts';
import { linkNames } from '../../src/frames/link-names.ts';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';

const place = (level: VocabularyPlace['level'], name: string, country: string, incidents: number, at?: number[]) => {
  const [lat = null, lon = null] = at ?? [];
  return { level, name, country, admin1: null, lat, lon, incidents };
};
const countries = ['Sudan', 'Iraq', 'Syria', 'Russia (Soviet Union)', 'Myanmar (Burma)', 'Pakistan', 'Afghanistan'];
const vocabulary: Vocabulary = {
  version: 3,
  places: [
    ...countries.map((name) => place('country', name, name, 500)),
    place('admin1', 'West Darfur state', 'Sudan', 60),
    place('admin1', 'Central Darfur state', 'Sudan', 40),
    place('admin1', 'Mon state', 'Myanmar (Burma)', 20),
    place('admin1', 'Aleppo Governorate', 'Syria', 900),
    place('place', 'Aleppo city', 'Syria', 300, [36.2, 37.16]),
    place('place', 'Grozny', 'Russia (Soviet Union)', 30, [43.3, 45.7]),
    place('admin1', 'Idlib Governorate', 'Syria', 700),
    place('place', 'Idlib', 'Syria', 90, [35.93, 36.63]),
    place('place', 'Haddad village', 'Sudan', 9, [14, 30]),
    place('place', 'Haddad village', 'Syria', 8, [35, 37]),
    place('place', 'Al Aziziyah village', 'Syria', 2, [36, 37]),
    place('place', 'Aziziyah village', 'Syria', 9, [33, 36]),
  ],
  actors: [
    { name: 'Taleban', incidents: 900, country: 'Afghanistan' },
    { name: 'Government of Iraq', incidents: 90, country: 'Iraq' },
  ],
  sources: [],
};
let names: EntityLinker;
beforeAll(() => {
  names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  names.setVocabulary(vocabulary);
});
const link = (frame: Frame) => linkNames(frame, names);
const keys = (frame: Frame) => {
  const linked = link(frame);
  return linked.kind === 'frame' ? linked.names.map(({ means }) => means.key) : linked;
};

test.each([
  ['Al Aziziyah village', 'data:place:Syria:Al Aziziyah village'],
  ['Haddad village, Syria', 'data:place:Syria:Haddad village'],
  ['data:admin1:Sudan:West Darfur state', 'data:admin1:Sudan:West Darfur state'],
])('%s is the data’s own', (said, key) => {
  expect(keys({ places: [{ place: said }] })).toEqual([key]);
});

test.each(['West Darfur', 'Central Darfur', 'West Darfur state'])('%s is not the other', (said) => {
  const [key = ''] = keys({ places: [{ place: said }] }) as string[];
  expect(names.place(key)?.dataNames).toEqual([`${said.replace(' state', '')} state`]);
});

test.each([
  ['Grozny, Russia (Soviet Union)', 'Groznyy'],
  ['Russia (Soviet Union)', 'Russia'],
  ['Mon state', 'Mon'],
])('%s is %s', (said, name) => {
  const linked = link({ places: [{ place: said }] });
  expect(linked.kind === 'frame' && linked.names[0]?.means.name).toBe(name);
});

test('two places that the data knows equally well: a frame for each, the rest of it kept', () => {
  const linked = link({ places: [{ place: 'Haddad village' }], eventTypes: ['air strikes'], killed: { min: 3 } });
  expect(linked).toMatchObject({
    kind: 'which',
    choices: ['Sudan', 'Syria'].map((country) => ({
      means: { kind: 'place', country },
      frame: {
        places: [{ place: `data:place:${country}:Haddad village` }],
        eventTypes: ['airstrike'],
        killed: { min: 3 },
      },
    })),
  });
});

test('of two such names one is asked about, and its choices leave the other open', () => {
  const linked = link({ places: [{ place: 'Haddad village' }], actors: [{ actor: 'Talibannist Frontt' }] });
  expect(linked).toMatchObject({
    kind: 'which',
    choices: ['Sudan', 'Syria'].map((country) => ({
      open: true,
      frame: { places: [{ place: `data:place:${country}:Haddad village` }], actors: [{ actor: 'Talibannist Frontt' }] },
    })),
  });
});

test.each(['Aleppo', 'Idlib'])(
  '%s is the province, of which the data holds more; the town is one step away',
  (said) => {
    const linked = link({ places: [{ place: said }] });
    expect(linked).toMatchObject({
      kind: 'frame',
      names: [{ means: { level: 'admin1' } }],
      alternatives: [{ means: { level: 'town', country: 'Syria' } }],
    });
  },
);

test('names are linked wherever they stand', () => {
  const linked = link({
    measure: 'compare',
    places: [{ relation: 'between', place: 'Grozny', to: 'Haddad village, Sudan' }],
    pair: ['Taliban', 'Iraqi army'],
    attribution: { statuses: ['claimed'], actor: { actor: 'the Taliban', said: 'Taliban' } },
    exclude: { places: [{ place: 'Syria' }], actors: [{ actor: 'Saudi Arabia' }], eventTypes: ['protests'] },
    sides: [
      { key: 'one', actors: [{ actor: 'Talibann' }] },
      { key: 'other', places: [{ place: 'Iraq' }] },
    ],
  });
  expect(linked).toMatchObject({
    kind: 'frame',
    frame: {
      places: [{ place: expect.stringMatching(/^gazetteer:\d+$/), to: 'data:place:Sudan:Haddad village' }],
      pair: ['taliban', 'government-of-iraq'],
      attribution: { actor: { actor: 'taliban', said: 'Taliban' } },
      exclude: { actors: [{ actor: 'state:SA' }], eventTypes: ['protest'] },
      sides: [{ key: 'one', actors: [{ actor: 'taliban' }] }, { key: 'other' }],
    },
    assumed: expect.arrayContaining([{ said: 'Talibann', name: 'Taliban' }]),
  });
});

test('what is wrong says in which slot', () => {
  const problems: [Frame, object][] = [
    [{ exclude: { places: [{ place: 'Syria or Iraq' }] } }, { slot: 'exclude', wrong: 'not-one' }],
    [
      { places: [{ place: 'Iraq except Basra' }] },
      { slot: 'places', wrong: 'not-one', except: { whole: 'Iraq', out: 'Basra' } },
    ],
    [{ actors: [{ actor: 'data:Nobody' }] }, { slot: 'actors', wrong: 'unknown', said: 'data:Nobody' }],
    [{ eventTypes: ['raids or picnics'] }, { slot: 'eventTypes', wrong: 'unknown', said: 'raids or picnics' }],
  ];
  for (const [frame, problem] of problems) expect(link(frame)).toMatchObject({ kind: 'problem', problem });
});
