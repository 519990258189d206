import { createSubscriptionIndex } from '../../src/alerts/subscription-index.ts';
import { incident } from '../../src/incidents/incident.ts';
import { createMatcher } from '../../src/incidents/match-filter.ts';
import { type MatchRow, toMatchRow } from '../../src/incidents/match-row.ts';
import { type Filter, query } from '../../src/incidents/query.ts';
import { table, times } from './figures.ts';

const sizes = [1_000, 10_000, 100_000];
const incidents = 20_000;
const looped = 40;

// A made-up world, the same every time: countries, provinces and towns of very different weight, as in the data.
let seed = 42;
const random = () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() ** 1.45 * all.length)] as T;
const chance = (share: number) => random() < share;
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

const towns = range(60).flatMap((c) => {
  const [lat, lon] = [random() * 60 - 20, random() * 120 - 20];
  return range(15).flatMap((p) =>
    range(12).map((t) => ({
      country: `Country ${c}`,
      admin1: `Province ${c}.${p}`,
      place: `Town ${c}.${p}.${t}`,
      lat: lat + random() * 8,
      lon: lon + random() * 8,
    })),
  );
});
const actors = range(800).map((n) => `Group ${n}`);
const types = ['battle', 'airstrike', 'ambush', 'shelling', 'protest', 'abduction', 'suicide-bombing', 'drone-strike'];
const asked = ['violence', 'battle', 'airstrike', 'ambush', 'unrest', 'bombing', 'attack-on-civilians'];

function place(): Filter['places'] {
  const { country, admin1, place: name, lat, lon } = pick(towns);
  const shared = { name, countries: [country], dataNames: [] as string[], relation: 'in' as const };
  if (chance(0.4))
    return [{ ...shared, relation: 'near', level: 'town', lat, lon, radiusKm: pick([50, 25, 100, 200]) }];
  if (chance(0.5)) return [{ ...shared, level: 'admin1', dataNames: [admin1] }];
  if (chance(0.5)) return [{ ...shared, level: 'town', dataNames: [name], lat, lon }];
  return [{ ...shared, level: 'country' }];
}

const actor = () => [{ name: 'x', names: [pick(actors)], role: pick(['either', 'attacker', 'target'] as const) }];
const filterOf = (): Filter =>
  query.parse({
    measure: 'list',
    filter: {
      ...(chance(0.998) ? { places: place() } : {}),
      ...(chance(0.6) ? { eventTypes: [pick(asked)] } : {}),
      ...(chance(0.15) ? { actors: actor() } : {}),
      ...(chance(0.3) ? { killed: { min: Math.ceil(random() * 20) } } : {}),
    },
  }).filter;

function factsAt(n: number): MatchRow {
  const { country, admin1, place: name, lat, lon } = pick(towns);
  const best = Math.floor(random() ** 3 * 20);
  return toMatchRow(
    incident.parse({
      kind: 'incident',
      id: `bench:${n}`,
      when: { start: '2020-07-11', end: '2020-07-11', precision: 'day' },
      where: { country, admin1, place: name, lat, lon, precision: pick(['exact', 'near', 'district', 'province']) },
      eventTypes: [pick(types)],
      actors: [
        { actor: pick(actors), role: 'party' },
        { actor: pick(actors), role: 'party' },
      ],
      casualties: [{ group: 'all', killed: { low: best, best, high: best } }],
    }),
    'bench',
  );
}

const filters = range(Math.max(...sizes)).map(filterOf);
const all = range(incidents).map(factsAt);
const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
const collect = () => (globalThis as { gc?: () => void }).gc?.();
const secondsOf = (work: () => void): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};

/** The index over as many subscriptions beside every subscription tested against every incident, in the same run. */
function measured(subscriptions: number): string[] {
  const some = filters.slice(0, subscriptions);
  collect();
  const before = held();
  let matching = createSubscriptionIndex([]);
  const built = secondsOf(() => {
    matching = createSubscriptionIndex(some);
  });
  collect();
  const megabytes = (held() - before) / 1e6;
  let matches = 0;
  for (const facts of all.slice(0, 2000)) matching(facts);
  const indexed =
    incidents /
    secondsOf(() => {
      for (const facts of all) matches += matching(facts).length;
    });
  const tests = some.map(createMatcher);
  let same = 0;
  const plain =
    looped /
    secondsOf(() => {
      for (const facts of all.slice(0, looped)) for (const test of tests) if (test(facts)) same++;
    });
  const again = all.slice(0, looped).reduce((n, facts) => n + matching(facts).length, 0);
  if (same !== again) throw new Error(`The loop finds ${same}, the index ${again}`);
  return [
    subscriptions.toLocaleString('en-GB'),
    built.toFixed(2),
    megabytes.toFixed(1),
    (matches / incidents).toFixed(1),
    Math.round(indexed).toLocaleString('en-GB'),
    Math.round(plain).toLocaleString('en-GB'),
    times(indexed / plain),
  ];
}

console.log(
  table(
    ['subscriptions', 'built in s', 'MB', 'matches each', 'incidents a second', 'by a loop', 'quicker'],
    sizes.map(measured),
  ),
);
