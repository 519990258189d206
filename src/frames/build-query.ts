import type { ActorCandidate } from '../entities/entity-linker.ts';
import { eventTypeById } from '../incidents/event-types.ts';
import { type ActorFilter, type Filter, type Query, query as querySchema } from '../incidents/query.ts';
import type { BuildContext, EntityLookup } from './build-places.ts';
import { placesOf } from './build-places.ts';
import type { Frame } from './frame.ts';
import type { FrameProblem } from './problem.ts';
import type { ActorSlot, Slots } from './slots.ts';

export type BuildResult = { query: Query } | { problem: FrameProblem };

/**
 * Builds the query of a frame: the one place where keys of entities become the data's own names. Every name in the frame
 * must be a key (`linkNames` sees to that). Returns the first problem if there is one; never throws.
 */
export function buildQuery({ sides, part, ...frame }: Frame, names: EntityLookup): BuildResult {
  const problems: FrameProblem[] = [];
  const context: BuildContext = {
    place: names.place,
    actor: names.actor,
    report: (problem) => void problems.push(problem),
  };
  const { measure = 'list', of, lost, by, having, change, order, limit, offset, about, changes, ...slots } = frame;
  const parsed = querySchema.safeParse({
    ...defined({ measure, of, lost, by, having, change, order, limit, offset, about, changes }),
    filter: filterOf(slots, context),
    ...(sides ? { sides: sides.map(({ key, ...side }) => ({ key, filter: filterOf(side, context) })) } : {}),
    ...(part ? { part: filterOf(part, context) } : {}),
  });
  const [problem] = problems;
  if (problem) return { problem };
  if (parsed.success) return { query: parsed.data };
  const [issue] = parsed.error.issues;
  const slot = (issue?.path[0] === 'filter' ? issue.path[1] : issue?.path[0]) as FrameProblem['slot'];
  return { problem: { slot, wrong: 'invalid', said: issue?.message ?? '' } };
}

const defined = <T extends object>(all: T): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;

function filterOf(
  { places, actors, pair, eventTypes, attribution, exclude, period, periods, ...plain }: Slots,
  b: BuildContext,
): Filter {
  const included = [...(places ?? []).map((p) => p.place), ...(actors ?? []).map((a) => a.actor)];
  const excluded = [...(exclude?.places ?? []).map((p) => p.place), ...(exclude?.actors ?? []).map((a) => a.actor)];
  const both = excluded.find((key) => key !== undefined && included.includes(key));
  if (both !== undefined) b.report({ slot: 'exclude', wrong: 'contradiction', said: nameOf(both, b) });
  if (period && periods) b.report({ slot: 'period', wrong: 'unused', unused: 'period' });
  return defined<Filter>({
    ...plain,
    period: period && checkedPeriod(period, 'period', b),
    periods: periods?.flatMap((one) => checkedPeriod(one, 'periods', b) ?? []),
    places: places && placesOf(places, 'places', b),
    actors: actors && actorsOf(actors, 'actors', b),
    pair: pair && pairOf(pair, b),
    eventTypes: eventTypes && kindsOf(eventTypes, 'eventTypes', b),
    attribution: attribution && attributionOf(attribution, b),
    exclude:
      exclude &&
      defined<NonNullable<Filter['exclude']>>({
        places: exclude.places && placesOf(exclude.places, 'exclude', b),
        actors: exclude.actors && actorsOf(exclude.actors, 'exclude', b),
        eventTypes: exclude.eventTypes && kindsOf(exclude.eventTypes, 'exclude', b),
        text: exclude.text,
      }),
  });
}

const nameOf = (key: string, { place, actor }: EntityLookup): string => place(key)?.name ?? actor(key)?.name ?? key;

/** A day is its midnight: "2016-01-31" → "2016-01-31T00:00:00". */
const toSecond = (local: string): string => local + 'T00:00:00'.slice(local.length - 'YYYY-MM-DD'.length);

function checkedPeriod(period: NonNullable<Slots['period']>, slot: 'period' | 'periods', { report }: BuildContext) {
  const { start, end } = period;
  return start !== null && end !== null && toSecond(start) >= toSecond(end)
    ? report({ slot, wrong: 'backwards', start, end })
    : period;
}

function actorByKey(
  key: string,
  slot: FrameProblem['slot'],
  { actor, report }: BuildContext,
): ActorCandidate | undefined {
  return actor(key) ?? report({ slot, wrong: 'unknown', said: key });
}

/** The data's names of an actor, or its best-known name if the data has none. */
const namesOf = ({ name, dataNames }: ActorCandidate): string[] => (dataNames.length ? dataNames : [name]);

function actorOf(
  { actor, role = 'attacker' }: ActorSlot,
  slot: FrameProblem['slot'],
  b: BuildContext,
): ActorFilter | undefined {
  const one = actorByKey(actor, slot, b);
  return one && { name: one.name, names: namesOf(one), role };
}

const actorsOf = (slots: readonly ActorSlot[], slot: FrameProblem['slot'], b: BuildContext): ActorFilter[] =>
  slots.flatMap((one) => actorOf(one, slot, b) ?? []);

function pairOf([one, other]: NonNullable<Slots['pair']>, b: BuildContext): Filter['pair'] {
  const a = actorOf({ actor: one, role: 'either' }, 'pair', b);
  const z = actorOf({ actor: other, role: 'either' }, 'pair', b);
  if (a && one === other) return b.report({ slot: 'pair', wrong: 'contradiction', said: a.name });
  return a && z && [a, z];
}

const kindsOf = (ids: readonly string[], slot: FrameProblem['slot'], b: BuildContext): string[] =>
  ids.flatMap((id) => (eventTypeById(id) ? id : (b.report({ slot, wrong: 'unknown', said: id }) ?? [])));

function attributionOf(
  { actor: of, ...rest }: NonNullable<Slots['attribution']>,
  b: BuildContext,
): Filter['attribution'] {
  const one = of && actorByKey(of.actor, 'attribution', b);
  if (!one) return rest;
  const names = [...new Set([one.name, ...one.dataNames, ...(of.said === undefined ? [] : [of.said])])];
  return { ...rest, actor: { name: one.name, names } };
}
