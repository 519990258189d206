import { daysOf } from './day-spans.ts';
import { withDescendants } from './event-types.ts';
import { placeTest, type Test } from './match-place.ts';
import { stretchesOf } from './periods.ts';
import { type ActorFilter, type Filter, type Period, rolesOf } from './query.ts';
import { areAllies } from './sides.ts';

const lower = (text: string) => text.replace(/[A-Z]/g, (c) => c.toLowerCase());

function actorTest({ names, role }: ActorFilter): Test {
  const wanted = new Set(names);
  const roles = rolesOf[role];
  return ({ actors }) => actors.some((a) => wanted.has(a.actor) && (roles === undefined || roles.includes(a.role)));
}

/** Two different actors, one from each side, that are not known to be allies. */
function pairTest(pair: NonNullable<Filter['pair']>): Test {
  const [some, others] = pair.map(({ names }) => new Set(names)) as [Set<string>, Set<string>];
  return ({ actors }) =>
    actors.some(
      (a) => some.has(a.actor) && actors.some((b) => b.actor !== a.actor && others.has(b.actor) && !areAllies(a, b)),
    );
}

function typeTest(ids: readonly string[]): Test {
  const wanted = new Set(withDescendants(ids));
  return ({ types }) => types.some((type) => wanted.has(type));
}

type Bounds = { min?: number | undefined; max?: number | undefined };
const within = (value: number | null, { min, max }: Bounds) =>
  (min === undefined || (value !== null && value >= min)) && (max === undefined || (value !== null && value <= max));

function periodTest(period: Period): Test {
  const { from, before } = daysOf(period);
  return ({ first, last }) =>
    first !== null && last !== null && (from === null || first >= from) && (before === null || last < before);
}

function attributionTest({ statuses, actor, unless = [] }: NonNullable<Filter['attribution']>): Test {
  const names = actor && new Set(actor.names.map((name) => name.toLowerCase()));
  const did =
    actor && statuses.includes('blamed') && unless.length === 0 ? actorTest({ ...actor, role: 'attacker' }) : undefined;
  return (facts) => (facts.attributions.length === 0 && did?.(facts)) || isSaid(facts.attributions);

  function isSaid(attributions: Parameters<Test>[0]['attributions']): boolean {
    return (
      (statuses.length === 0 ||
        attributions.some((a) => statuses.includes(a.status) && (!names || names.has(a.actor.toLowerCase())))) &&
      !attributions.some((a) => unless.includes(a.status))
    );
  }
}

/** A single test is returned as it is: most filters have one place and little else, and run very often. */
const anyOf = (tests: readonly Test[]): Test =>
  tests.length === 1 && tests[0] ? tests[0] : (facts) => tests.some((test) => test(facts));
const allOf = (tests: readonly Test[]): Test =>
  tests.length === 1 && tests[0] ? tests[0] : (facts) => tests.every((test) => test(facts));
const none =
  (test: Test): Test =>
  (facts) =>
    !test(facts);

/**
 * A predicate for the incidents that a filter selects, by the same rules as the store's `find` but without the store.
 * Full text (`text`) and `asOf` are ignored: only the store can test them.
 */
export function createMatcher(filter: Filter): Test {
  const periods = stretchesOf(filter);
  const { ids, pair, killed, civilians, wounded, exclude, source } = filter;
  const tests: (Test | undefined)[] = [
    periods && anyOf(periods.map(periodTest)),
    killed && (({ best }) => within(best, killed)),
    civilians && ((f) => within(f.civilians, civilians)),
    wounded && ((f) => within(f.wounded, wounded)),
    filter.eventTypes?.length ? typeTest(filter.eventTypes) : undefined,
    filter.places && anyOf(filter.places.map(placeTest)),
    filter.actors?.length ? anyOf(filter.actors.map(actorTest)) : undefined,
    pair && pairTest(pair),
    filter.attribution && attributionTest(filter.attribution),
    source === undefined ? undefined : ({ publishers }) => publishers.some((p) => lower(p) === lower(source)),
    filter.dataset === undefined ? undefined : ({ dataset }) => dataset === filter.dataset,
    filter.wherePrecision && ((f) => filter.wherePrecision?.includes(f.wherePrecision) === true),
    filter.whenPrecision && ((f) => filter.whenPrecision?.includes(f.whenPrecision) === true),
    filter.unreviewed ? ({ unreviewed }) => unreviewed : undefined,
    ids && (({ id }) => ids.includes(id)),
    exclude?.eventTypes?.length ? none(typeTest(exclude.eventTypes)) : undefined,
    exclude?.actors && none(anyOf(exclude.actors.map(actorTest))),
    exclude?.places && none(anyOf(exclude.places.map(placeTest))),
  ];
  return allOf(tests.filter((test) => test !== undefined));
}
