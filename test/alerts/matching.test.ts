import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentIndexKeys } from '../../src/alerts/index-keys.ts';
import { createSubscriptionIndex } from '../../src/alerts/subscription-index.ts';
import { type Incident, incident } from '../../src/incidents/incident.ts';
import { createMatcher } from '../../src/incidents/match-filter.ts';
import { toMatchRow } from '../../src/incidents/match-row.ts';
import { type Filter, query } from '../../src/incidents/query.ts';
import { openStore } from '../support/world.ts';

// Few names and a small map, so that random incidents and random filters meet.
const countries = ['Iraq', 'Syria'];
const provinces = ['Anbar', 'Homs'];
const towns = ['Samawah', 'Palmyra', 'Rutbah'];
const actors = ['IS', 'Government of Iraq', 'SDF'];
const publishers = ['SOFREP', 'Anadolu'];
const types = ['airstrike', 'drone-strike', 'battle', 'ambush', 'protest', 'arson', 'raid'];
const asked = ['violence', 'airstrike', 'battle', 'unrest', 'ambush', 'security-operation'];
const statuses = ['claimed', 'denied', 'suspected'] as const;
const precisions = ['exact', 'near', 'district', 'province', 'country', 'unknown'] as const;

const one = <T>(all: readonly T[]) => fc.constantFrom(...all);
const maybe = <T>(what: fc.Arbitrary<T>) => fc.option(what, { nil: undefined });
const seldom = <T>(what: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: what });
const degrees = {
  lat: fc.double({ min: 30, max: 36, noNaN: true }),
  lon: fc.double({ min: 38, max: 46, noNaN: true }),
};
const day = fc
  .integer({ min: 0, max: 59 })
  .map((n) => new Date(Date.UTC(2020, 5, 1) + n * 86_400_000).toISOString().slice(0, 10));
const told = (toll: unknown) => JSON.parse(JSON.stringify(toll));
const figure = fc.integer({ min: 0, max: 30 }).map((n) => ({ low: n, best: n, high: n }));

const anyIncident: fc.Arbitrary<Omit<Incident, 'id'>> = fc
  .record({
    days: fc.tuple(day, day).map((pair) => pair.sort()),
    dated: fc.boolean(),
    point: maybe(fc.record(degrees)),
    between: maybe(fc.tuple(fc.record(degrees), fc.record(degrees))),
    country: maybe(one(countries)),
    admin1: maybe(one(provinces)),
    place: maybe(one(towns)),
    precision: one(precisions),
    eventTypes: fc.uniqueArray(one(types), { minLength: 1, maxLength: 2 }),
    parts: fc.array(
      fc.record({
        actor: one(actors),
        role: one(['attacker', 'target', 'victim', 'party', 'other'] as const),
        side: maybe(one([1, 2] as const)),
      }),
      { maxLength: 3 },
    ),
    killed: maybe(fc.oneof(figure, fc.constant('none reported' as const))),
    civilians: maybe(figure),
    attributions: fc.array(fc.record({ actor: one(actors), status: one(statuses), by: one(publishers) }), {
      maxLength: 2,
    }),
    publishers: fc.uniqueArray(one(publishers)),
    unreviewed: fc.boolean(),
  })
  .map(
    ({
      days,
      dated,
      point,
      between,
      country,
      admin1,
      place,
      precision,
      eventTypes,
      parts,
      killed,
      civilians,
      attributions,
      publishers: by,
      unreviewed,
    }) => {
      const ends = between?.map((end, i) => ({ name: `end ${i}`, ...end }));
      return incident.parse(
        told({
          kind: 'incident',
          id: 'a:0',
          when: dated
            ? { start: days[0], end: days[1], precision: 'day' }
            : { start: null, end: null, precision: 'unknown' },
          where: { country, admin1, place, precision, ...(point ?? {}), between: ends },
          eventTypes,
          actors: parts,
          attributions,
          casualties: [
            ...(killed === undefined ? [] : [{ group: 'all', killed }]),
            ...(civilians === undefined ? [] : [{ group: 'civilians', killed: civilians }]),
          ],
          reports: by.map((publisher) => ({ publisher })),
          flags: unreviewed ? ['unreviewed'] : [],
        }),
      );
    },
  );

const anyPlace = fc.oneof(
  fc.record({
    relation: fc.constant('in' as const),
    level: fc.constant('country' as const),
    countries: fc.subarray(countries, { minLength: 1 }),
  }),
  fc.record({
    relation: fc.constant('in' as const),
    level: fc.constant('country' as const),
    countries: fc.subarray(countries, { minLength: 1 }),
    part: degrees.lat.map((south) => ({ of: 'north' as const, bounds: { south } })),
  }),
  fc.record({
    relation: fc.constant('along' as const),
    level: fc.constant('country' as const),
    path: fc.array(fc.array(fc.tuple(degrees.lat, degrees.lon), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
    radiusKm: one([10, 50, 200, 900]),
  }),
  fc.record({
    relation: fc.constant('in' as const),
    level: fc.constant('admin1' as const),
    dataNames: fc.subarray(provinces, { minLength: 1 }),
    countries: fc.subarray(countries),
  }),
  fc.record({
    relation: fc.constant('in' as const),
    level: fc.constant('town' as const),
    dataNames: fc.subarray(towns),
    countries: fc.subarray(countries),
    ...degrees,
  }),
  fc.record({
    relation: fc.constant('near' as const),
    level: fc.constant('town' as const),
    radiusKm: one([10, 50, 200, 900]),
    ...degrees,
  }),
  fc.record({
    relation: fc.constant('between' as const),
    level: fc.constant('town' as const),
    radiusKm: fc.constant(25),
    to: fc.record({ name: fc.constant('there'), ...degrees }),
    ...degrees,
  }),
);
const named = anyPlace.map((p) => ({ name: 'somewhere', countries: [], dataNames: [], ...p }));
const actorFilter = fc.record({
  name: fc.constant('x'),
  names: fc.subarray(actors, { minLength: 1 }),
  role: one(['attacker', 'target', 'either'] as const),
});
const bounds = fc.record({ min: maybe(fc.integer({ min: 0, max: 20 })), max: maybe(fc.integer({ min: 0, max: 30 })) });
const facets = {
  places: seldom(fc.array(named, { minLength: 1, maxLength: 2 })),
  eventTypes: seldom(fc.subarray(asked)),
  actors: seldom(fc.array(actorFilter, { maxLength: 2 })),
};

const anyFilter: fc.Arbitrary<Filter> = fc
  .record({
    ...facets,
    period: seldom(fc.record({ start: maybe(day), end: maybe(day) })),
    pair: seldom(fc.tuple(actorFilter, actorFilter)),
    attribution: seldom(
      fc.record({
        statuses: fc.subarray([...statuses]),
        unless: maybe(fc.subarray([...statuses], { minLength: 1 })),
        actor: maybe(one(actors).map((name) => ({ name, names: [name.toLowerCase(), name] }))),
      }),
    ),
    source: seldom(one(['SOFREP', 'anadolu'])),
    killed: seldom(bounds),
    civilians: seldom(bounds),
    unreviewed: seldom(fc.constant(true)),
    wherePrecision: seldom(fc.subarray([...precisions], { minLength: 1 })),
    exclude: seldom(fc.record(facets)),
  })
  .map((filter) => {
    const period = filter.period && { start: filter.period.start ?? null, end: filter.period.end ?? null };
    return query.parse(told({ measure: 'list', filter: { ...filter, period } })).filter;
  });

test('matching means what asking means: random incidents, random filters', async () => {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyIncident, { minLength: 1, maxLength: 40 }),
      fc.array(anyFilter, { minLength: 1, maxLength: 25 }),
      async (drafts, filters) => {
        const incidents: Incident[] = drafts.map((draft, n) => ({ ...draft, id: `a:${n}` }));
        const store = await openStore();
        const dataset = { id: 'a', name: 'a', licence: 'x', citation: 'x' };
        const origin = { dataset, by: 'test', why: 'test', at: '2020-07-14T09:00:00Z' };
        await store.apply(
          incidents.map((record) => ({ action: 'put' as const, record })),
          origin,
        );
        const matching = createSubscriptionIndex(filters);
        const facts = incidents.map((record) => toMatchRow(record, 'a'));
        const matched = facts.map((f) => new Set(matching(f)));
        for (const [n, filter] of filters.entries()) {
          const found = await store.find(query.parse({ measure: 'list', limit: 100, filter }));
          const ids = found.incidents.map((i) => i.id).sort();
          const by = (means: (i: number) => boolean) =>
            incidents
              .filter((_, i) => means(i))
              .map((i) => i.id)
              .sort();
          const plain = createMatcher(filter);
          met += ids.length > 0 && ids.length < incidents.length ? 1 : 0;
          expect(by((i) => plain(facts[i] as (typeof facts)[0]))).toEqual(ids);
          expect(by((i) => matched[i]?.has(n) === true)).toEqual(ids);
        }
        await store.close();
      },
    ),
    { numRuns: 150, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
  );
  // Most filters mean some incidents and not all.
  expect(met).toBeGreaterThan(100);
});

test('an incident is matched once, however many of a filter’s keys it bears', () => {
  const filter = query.parse({
    measure: 'list',
    filter: { eventTypes: ['violence', 'airstrike'], actors: [{ name: 'x', names: ['IS', 'SDF'], role: 'either' }] },
  }).filter;
  const record = incident.parse({
    kind: 'incident',
    id: 'a:1',
    when: { start: null, end: null, precision: 'unknown' },
    where: { precision: 'unknown' },
    eventTypes: ['drone-strike', 'battle'],
    actors: ['IS', 'SDF'].map((actor) => ({ actor, role: 'party' })),
  });
  expect(createSubscriptionIndex([filter])(toMatchRow(record, 'a'))).toEqual([0]);
});

describe('a recorded line', () => {
  const between = (a: [number, number], b: [number, number]) =>
    toMatchRow(
      incident.parse({
        kind: 'incident',
        id: 'a:1',
        when: { start: null, end: null, precision: 'unknown' },
        where: {
          precision: 'line',
          between: [
            { name: 'one end', lat: a[0], lon: a[1] },
            { name: 'other end', lat: b[0], lon: b[1] },
          ],
        },
        eventTypes: ['battle'],
      }),
      'a',
    );
  const near = (lat: number, lon: number, radiusKm = 50) =>
    query.parse({
      measure: 'list',
      filter: { places: [{ relation: 'near', name: 'x', level: 'town', lat, lon, radiusKm }] },
    }).filter;

  test('from one end of the map to the other bears few keys, and is matched along its way alone', () => {
    const facts = between([89, -179], [-89, 179]);
    expect(incidentIndexKeys(facts).length).toBeLessThan(6000);
    const filters = [near(0, 0), near(80, -160.9), near(80, 160)];
    expect(createSubscriptionIndex(filters)(facts)).toEqual([0, 1]);
  });

  test('of any length is matched as it is found', () => {
    const at = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -179, max: 179 }));
    fc.assert(
      fc.property(at, at, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        const facts = between(a, b);
        const filter = near(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
        expect(createMatcher(filter)(facts)).toBe(true);
        expect(createSubscriptionIndex([filter])(facts)).toEqual([0]);
      }),
    );
  });
});
