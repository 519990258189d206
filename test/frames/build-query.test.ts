import { beforeAll, describe, expect, test } from 'vitest';
import type { EntityLinker } from '../../src/entities/entity-linker.ts';
import { entityKey } from '../../src/entities/key.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { buildQuery } from '../../src/frames/build-query.ts';
import type { Frame } from '../../src/frames/frame.ts';
import { linkNames } from '../../src/frames/link-names.ts';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';

const place = (level: VocabularyPlace['level'], name: string, country: string, incidents: number): VocabularyPlace => {
  const at = level === 'place' ? { lat: 33, lon: 44 } : { lat: null, lon: null };
  return { level, name, country, admin1: null, ...at, incidents };
};
const vocabulary: Vocabulary = {
  version: 7,
  places: [
    ...['Iraq', 'Sudan', 'South Sudan', 'Myanmar (Burma)'].map((name) => place('country', name, name, 900)),
    place('admin1', 'Homs Governorate', 'Iraq', 40),
    place('admin1', 'Homs governorate', 'Iraq', 2),
    place('admin1', 'Upper Nile state', 'Sudan', 12),
    place('admin1', 'Upper Nile state', 'South Sudan', 30),
    place('admin1', 'Mon state', 'Myanmar (Burma)', 9),
    place('place', 'Wadi al-Nowhere', 'Iraq', 3),
  ],
  actors: [
    { name: 'IS', incidents: 300, country: 'Iraq' },
    { name: 'Government of Iraq', incidents: 280, country: 'Iraq' },
    { name: `Brigade ${'of the Long Name '.repeat(10)}`, incidents: 4, country: 'Iraq' },
  ],
  sources: [],
};
let names: EntityLinker;
beforeAll(() => {
  names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  names.setVocabulary(vocabulary);
});
const filter = (frame: Frame) => {
  const built = buildQuery(frame, names);
  if ('problem' in built) throw new Error(JSON.stringify(built.problem));
  return built.query.filter;
};
const problem = (frame: Frame) => {
  const built = buildQuery(frame, names);
  return 'problem' in built ? built.problem : undefined;
};

describe('keys of entities', () => {
  test('a province that the data writes two ways is one, under either key', () => {
    for (const name of ['Homs Governorate', 'Homs governorate'])
      expect(filter({ places: [{ place: `data:admin1:Iraq:${name}` }] }).places).toEqual([
        expect.objectContaining({ level: 'admin1', dataNames: ['Homs Governorate', 'Homs governorate'] }),
      ]);
  });

  test('of a name that two countries have, the key says which', () => {
    for (const country of ['Sudan', 'South Sudan'])
      expect(filter({ places: [{ place: `data:admin1:${country}:Upper Nile state` }] }).places).toEqual([
        expect.objectContaining({ dataNames: ['Upper Nile state'], countries: [country] }),
      ]);
  });

  test('a long name has a key of at most 100 characters, which stays the same', () => {
    const key = entityKey('data', vocabulary.actors[2]?.name);
    expect(key.length).toBe(100);
    expect(key).toBe(entityKey('data', vocabulary.actors[2]?.name));
    expect(filter({ actors: [{ actor: key }] }).actors).toEqual([
      expect.objectContaining({ names: [vocabulary.actors[2]?.name], role: 'attacker' }),
    ]);
  });

  test('a government that no incident names is looked for by its usual name', () => {
    const names = ['Government of Saudi Arabia'];
    expect(filter({ actors: [{ actor: 'state:SA' }] }).actors).toEqual([expect.objectContaining({ names })]);
    expect(filter({ actors: [{ actor: 'state:IQ' }] }).actors).toEqual([
      expect.objectContaining({ names: ['Government of Iraq'] }),
    ]);
  });
});

describe('what is wrong is a value that says where and what', () => {
  const wadi = 'data:place:Iraq:Wadi al-Nowhere';
  const iraq = 'data:country:Iraq:Iraq';
  const year = (n: number) => ({ start: `${n}-01-01`, end: `${n + 1}-01-01` });
  test.each<[string, Frame, object]>([
    ['a key of nothing', { places: [{ place: 'gazetteer:999999999' }] }, { slot: 'places', wrong: 'unknown' }],
    ['words where a key belongs', { actors: [{ actor: 'Taliban!' }] }, { slot: 'actors', wrong: 'unknown' }],
    ['a kind of nothing', { eventTypes: ['picnic'] }, { slot: 'eventTypes', wrong: 'unknown', said: 'picnic' }],
    [
      'from after to',
      { period: { start: '2017-01-01', end: '2016-01-01' } },
      { slot: 'period', wrong: 'backwards', start: '2017-01-01' },
    ],
    [
      'one of several from after to',
      { periods: [year(2015), { start: '2017-01-01', end: '2016-01-01' }] },
      { slot: 'periods', wrong: 'backwards', start: '2017-01-01' },
    ],
    [
      'one period and several',
      { period: year(2014), periods: [year(2015), year(2016)] },
      { slot: 'period', wrong: 'unused', unused: 'period' },
    ],
    ['near a country', { places: [{ relation: 'near', place: iraq }] }, { wrong: 'no-centre', said: 'Iraq' }],
    ['a line with one end', { places: [{ relation: 'between', place: wadi }] }, { missing: 'to' }],
    ['another end of no line', { places: [{ place: wadi, to: wadi }] }, { missing: 'between' }],
    ['no place', { places: [{ relation: 'near', radiusKm: 5 }] }, { missing: 'place' }],
    [
      'asked for and left out',
      { places: [{ place: iraq }], exclude: { places: [{ place: iraq }] } },
      { slot: 'exclude', wrong: 'contradiction', said: 'Iraq' },
    ],
    ['one side twice', { pair: ['state:IQ', 'state:IQ'] }, { slot: 'pair', wrong: 'contradiction' }],
    ['too many at once', { limit: 1000 }, { slot: 'limit', wrong: 'invalid' }],
  ])('%s', (_, frame, expected) => {
    expect(problem(frame)).toMatchObject(expected);
  });
});

test('several periods reach the query', () => {
  const periods = ['2014', '2016'].map((year) => ({ start: `${year}-01-01`, end: `${year}-07-01` }));
  expect(filter({ periods })).toEqual({ periods });
});

test('every slot reaches the query', () => {
  const wadi = 'data:place:Iraq:Wadi al-Nowhere';
  const built = buildQuery(
    {
      measure: 'compare',
      of: 'killed',
      places: [{ relation: 'near', place: wadi, radiusKm: 20 }, { point: { lat: 1, lon: 2 } }],
      attribution: { statuses: ['claimed'], actor: { actor: 'data:IS', said: 'Daesh' } },
      killed: { min: 5 },
      source: 'Reuters',
      dataset: 'ucdp',
      text: 'convoy',
      wherePrecision: ['exact'],
      exclude: { eventTypes: ['protest'], text: 'drill' },
      sides: [
        { key: '2016', period: { start: '2016-01-01', end: '2017-01-01' } },
        { key: 'Iraq', places: [{ place: 'data:country:Iraq:Iraq' }] },
      ],
    },
    { ...names, actor: (key) => names.actor(key) ?? names.actors('IS', { exact: true })[0] },
  );
  expect(built).toMatchObject({
    query: {
      measure: 'compare',
      of: 'killed',
      order: 'newest',
      limit: 5,
      filter: {
        places: [
          { relation: 'near', name: 'Wadi al-Nowhere', radiusKm: 20, lat: 33 },
          { relation: 'near', level: 'point', lat: 1, lon: 2, radiusKm: 50 },
        ],
        attribution: { statuses: ['claimed'], actor: { names: expect.arrayContaining(['IS', 'Daesh']) } },
        killed: { min: 5 },
        source: 'Reuters',
        text: 'convoy',
        exclude: { eventTypes: ['protest'], text: 'drill' },
      },
      sides: [
        { key: '2016', filter: { period: { start: '2016-01-01', end: '2017-01-01' } } },
        { key: 'Iraq', filter: { places: [{ level: 'country', countries: ['Iraq'] }] } },
      ],
    },
  });
});

test('names in the part of a share are linked, and reach the query', () => {
  const frame: Frame = {
    measure: 'share',
    places: [{ place: 'Iraq' }],
    part: { places: [{ place: 'Wadi al-Nowhere' }] },
  };
  const linked = linkNames(frame, names);
  if (linked.kind !== 'frame') throw new Error(linked.kind);
  expect(buildQuery(linked.frame, names)).toMatchObject({
    query: {
      filter: { places: [{ name: 'Iraq' }] },
      part: { places: [{ name: 'Wadi al-Nowhere', relation: 'in' }] },
    },
  });
});
