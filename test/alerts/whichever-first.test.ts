import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createFaults } from '../../src/alerts/faults.ts';
import { createSubscriptionMatcher } from '../../src/alerts/matching-subscriptions.ts';
import { filterOfWords } from '../../src/alerts/standing-words.ts';
import { createSubscriptionIndex } from '../../src/alerts/subscription-index.ts';
import type { Subscription } from '../../src/alerts/subscriptions.ts';
import { countryName, countryRows } from '../../src/entities/gazetteer/countries.ts';
import { type GazetteerRow, rowOf } from '../../src/entities/gazetteer/row.ts';
import { curatedRows } from '../../src/entities/gazetteer/sites.ts';
import { levelInName } from '../../src/entities/place-kinds.ts';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { toMatchRow } from '../../src/incidents/match-row.ts';
import { query } from '../../src/incidents/query.ts';
import { names } from '../entities/linker-over.ts';
import { runs } from '../support/runs.ts';
import { incidentOf } from './alert-world.ts';

// Whatever a question finds among new records, its subscription was told, though it was made before the data had any
// name. `SITREP_TEST_RUNS=1000000` asks for every name of the gazetteer.
const locale = 'en-GB';
const batch = 250;

/** Levels of a record's place, as datasets write them. */
const levels = ['country', 'admin1', 'admin2', 'place'] as const;

function vocabularyOf(incidents: readonly Incident[], version: number): Vocabulary {
  const places = new Map<string, VocabularyPlace>();
  const actors = new Map<string, number>();
  for (const { where, actors: parties } of incidents) {
    for (const level of levels) {
      const name = where[level];
      if (name === undefined) continue;
      const admin1 = level === 'country' ? null : (where.admin1 ?? null);
      const { country = null, lat = null, lon = null } = where;
      const key = `${level}|${name}|${country}`;
      const incidents = (places.get(key)?.incidents ?? 0) + 1;
      places.set(key, { level, name, country, admin1, lat, lon, incidents });
    }
    for (const { actor } of parties) actors.set(actor, (actors.get(actor) ?? 0) + 1);
  }
  const named = [...actors].map(([name, incidents]) => ({ name, incidents, country: null }));
  return { version, places: [...places.values()], actors: named, sources: [] };
}

let version = 1e6;
const learn = (incidents: readonly Incident[]): Vocabulary => {
  const vocabulary = vocabularyOf(incidents, ++version);
  names.setVocabulary(vocabulary);
  return vocabulary;
};

const subscriptionOf = (id: number, words: string, vocabulary: Vocabulary): Subscription | undefined => {
  const filter = filterOfWords(words, locale, names, vocabulary);
  return (
    filter && {
      ...{
        id,
        platform: 'slack',
        channel: 'C1',
        words,
        readIn: locale,
        query: query.parse({ filter, measure: 'list' }),
      },
      ...{ by: 'Ana', at: '', changes: true, horizon: 7, mutedUntil: 0 },
      rhythm: { rhythm: 'at-once', at: '08:00', weekday: 'monday', zone: 'UTC' },
    }
  );
};

/** Of subscriptions made before any data: the incidents that the same words find when all are there, and of them those not told. */
async function silent(
  asked: readonly string[],
  incidents: readonly Incident[],
): Promise<{ found: number; missed: string[] }> {
  let vocabulary = learn([]);
  const all = asked.flatMap((words, id) => subscriptionOf(id, words, vocabulary) ?? []);
  const faults = createFaults(pino({ level: 'silent' }));
  const matching = createSubscriptionMatcher(
    // What is read as words of the text is taken as found, by the question too.
    { vocabulary: async () => vocabulary, find: async () => ({ total: 1 }) } as never,
    { all: async () => all } as never,
    names,
    {
      guard: faults.guard,
      guardOne: (_, work) => work(),
      mark: async () => undefined,
      quarantine: async (_, error) => Promise.reject(error),
    },
  );
  const third = Math.ceil(incidents.length / 3);
  for (const many of [0, third, 2 * third, incidents.length]) {
    vocabulary = learn(incidents.slice(0, many));
    await matching(incidents[0] as Incident, version);
  }
  const questions = all.flatMap(({ id, words }) => {
    const filter = filterOfWords(words, locale, names, vocabulary);
    return filter ? [{ id, words, filter }] : [];
  });
  const find = createSubscriptionIndex(questions.map(({ filter }) => filter));
  let found = 0;
  const missed: string[] = [];
  for (const incident of incidents) {
    const told = new Set((await matching(incident, version)).map(({ id }) => id));
    for (const n of find(toMatchRow(incident, 'wire'))) {
      found++;
      const { id, words } = questions[n] as (typeof questions)[number];
      if (!told.has(id)) missed.push(`${words}: ${JSON.stringify(incident.where)}`);
    }
  }
  return { found, missed };
}

/** Every so manieth of them, from all over. */
function sample<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, n) => all[Math.floor(n * step)] as T);
}

/** In batches whose names come from all over the world, so that they seldom meet. */
const batchesOf = <T>(all: readonly T[]): T[][] => {
  const many = Math.ceil(all.length / batch);
  return Array.from({ length: many }, (_, n) => all.filter((_, i) => i % many === n));
};

const gazetteer = (): GazetteerRow[] => {
  const file = readFileSync(new URL('../../data/gazetteer.tsv.br', import.meta.url));
  const lines = brotliDecompressSync(file).toString('utf8').split('\n');
  const shipped = lines.filter((line) => /^(?:admin1|admin2|town)\t/.test(line)).map(rowOf);
  return [...countryRows, ...curatedRows, ...shipped].filter(({ level }) => level !== 'world-region');
};

const kinds = ['province', 'state', '', 'Governorate', 'region'];
const withKind = (name: string, kind: string) => (kind === '' || levelInName(name) ? name : `${name} ${kind}`);

const provinces = new Map<string, string>();

/** A record at a place, its levels written in one of the manners of datasets. */
function recordedAt({ level, name, country, admin1, lat, lon }: GazetteerRow, n: number): Incident {
  const province = level === 'region' || level === 'country' ? undefined : provinces.get(admin1);
  const finest = {
    ...(level === 'admin2' ? { admin2: withKind(name, 'district') } : {}),
    ...(level === 'town' || level === 'site' ? { place: n % 4 ? name : withKind(name, 'town') } : {}),
  };
  return incidentOf(n, {
    where: {
      country: countryName(country.split(' ')[0] as string),
      ...(province === undefined ? {} : { admin1: withKind(province, kinds[n % kinds.length] as string) }),
      ...finest,
      ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
      precision: 'place' in finest ? 'exact' : 'admin2' in finest ? 'district' : 'province',
    },
  });
}

test('a place by any name of the gazetteer', async () => {
  const rows = gazetteer();
  for (const { level, admin1, name } of rows) if (level === 'admin1') provinces.set(admin1, name);
  const isSmall = ({ level }: GazetteerRow) => level === 'town' || level === 'admin2';
  const [large, small] = [rows.filter((row) => !isSmall(row)), rows.filter(isSmall)];
  const result = { found: 0, missed: [] as string[] };
  for (const some of batchesOf([...sample(large, runs(150)), ...sample(small, runs(150))])) {
    const { found, missed } = await silent(
      some.map(({ name }) => `attacks in ${name}`),
      some.map(recordedAt),
    );
    result.found += found;
    result.missed.push(...missed);
  }
  expect(result.missed).toEqual([]);
  expect(result.found).toBeGreaterThan(150);
}, 7_200_000);

test('every known group by each of its names', async () => {
  const called = knownActors.flatMap(({ name, aliases, datasetNames }) =>
    [name, ...aliases].map((said) => ({ said, recorded: datasetNames[0] ?? name })),
  );
  const result = { found: 0, missed: [] as string[] };
  for (const some of batchesOf(sample(called, runs(250)))) {
    const { found, missed } = await silent(
      some.map(({ said }) => `attacks by ${said}`),
      some.map(({ recorded }, n) => incidentOf(n, { actors: [{ actor: recorded, role: 'attacker' }] })),
    );
    result.found += found;
    result.missed.push(...missed);
  }
  expect(result.missed).toEqual([]);
  expect(result.found).toBeGreaterThan(150);
}, 7_200_000);
