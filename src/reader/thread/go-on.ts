import { buildQuery } from '../../frames/build-query.ts';
import type { Frame } from '../../frames/frame.ts';
import type { Filter, Query } from '../../incidents/query.ts';
import { isTimeUnit, unitKey } from '../../incidents/time-units.ts';
import type { DialogueState } from '../../reading/dialogue-state.ts';
import type { ParseResult } from '../../reading/parse-result.ts';
import type { UnderstandContext } from '../context.ts';
import { type Draft, has, itemsOf, wordsOf } from '../draft.ts';
import { frameOf } from '../frame-of.ts';
import { aspectAsked } from '../interpret/aspects.ts';
import { type Shape, shapeOf } from '../interpret/shape.ts';
import type { Item } from '../item.ts';
import { aboutShownLast, theNth, unclear } from '../shown.ts';
import { groundOf, periodOfKey } from './anchor.ts';
import { type Asked, asked } from './asked.ts';
import { setBeside } from './beside.ts';
import { editedFilter } from './filter.ts';
import { groupFilter } from './group.ts';
import { withKind } from './other-level.ts';
import { paged } from './page.ts';
import { shapeAfter } from './shape.ts';
import { topicOf } from './topics.ts';
import type { Turn } from './turn.ts';
import { asksFigure, workedOutAfter } from './worked-out.ts';

/** What a turn that goes on from its thread asks; a result where it is no query. */
export function goneOn(turn: Turn, state: DialogueState, context: UnderstandContext): Query | ParseResult {
  const direct = aboutShown(turn, state) ?? paged(turn, state) ?? otherLevel(turn, state, context);
  if (direct) return direct;
  const group = narrowedToGroup(turn, state, context);
  const draft = group ? withoutGrouping(turn.draft, state.query) : turn.draft;
  const frame = frameOf(draft);
  const { measure: _, of: __, by: ___, order: ____, limit: _____, about: ______, sides: _______, ...slots } = frame;
  const built = buildQuery(slots as Frame, context.names);
  if ('problem' in built) return unclear({ kind: 'unread', said: draft.text });
  const now = built.query.filter;
  const told = group ?? groundOf(draft, state);
  const ground =
    (turn.wider && withKind({ ...state, query: told, before: undefined }, 'country', context.names)) || told;
  const beside = setBeside(draft, ground, now) ?? newSides(frame, state, context);
  if (beside) return asked(beside);
  const worked = asksFigure(draft) && workedOutAfter(draft, ground, now, editedFilter(turn, ground.filter, now));
  if (worked) return asked(worked);
  const shape = shapeOf(draft, slots as never);
  const topic = turn.leads.has('back') || turn.leads.has('again') ? topicOf(state, now) : undefined;
  if (topic)
    return asked({
      ...topic,
      offset: 0,
      ...shapeAfter(turn, topic, shape),
      filter: editedFilter(turn, topic.filter, now),
    });
  return asked(edited({ ...turn, draft }, ground, now, shape));
}

/** The thread's question with what is said now. */
function edited(turn: Turn, last: Query, now: Filter, shape: Shape): Asked {
  const after = shapeAfter(turn, last, shape);
  const keptSides = after.sides && !now.places && !now.actors;
  const before =
    last.sides && !keptSides && !(now.period && !now.places && !now.actors) ? undivided(last) : last.filter;
  const filter = editedFilter(turn, before, now);
  const whole = after.measure === 'rank' && after.by === 'country' && after.by !== last.by;
  const { sides, ...rest } = after;
  const figure: Partial<Query> = rest.of === 'incidents' ? { measure: 'count' } : { measure: 'sum' };
  return {
    ...(after.by === last.by && isOneOf(after, now) ? { of: rest.of, ...figure } : rest),
    ...(keptSides ? { sides } : rest.measure === 'compare' ? { measure: 'list' } : {}),
    filter: whole ? { ...filter, places: now.places } : filter,
  };
}

/** Whether the time told now is one group of a ranking or series by that unit of time. */
function isOneOf({ measure, by }: Partial<Query>, { period }: Filter): boolean {
  if ((measure !== 'rank' && measure !== 'trend') || !isTimeUnit(by) || !period?.start || !period.end) return false;
  const { start, end } = periodOfKey(unitKey(Date.parse(period.start.slice(0, 10)), by));
  return start === period.start && end === period.end;
}

/** The sides of a comparison together. */
const undivided = ({ filter, sides = [] }: Query): Filter => {
  const places = sides.flatMap((side) => side.filter.places ?? []);
  return { ...filter, ...(places.length ? { places } : {}) };
};

/** Sides told all anew, over what the thread has besides. */
function newSides(frame: Frame, { query }: DialogueState, { names }: UnderstandContext): Asked | undefined {
  const built = frame.sides && buildQuery(frame, names);
  if (!built || 'problem' in built) return undefined;
  const { period, periods, eventTypes, ...others } = query.filter;
  const differs = (facet: 'period' | 'places' | 'actors') => built.query.sides?.some((s) => s.filter[facet]);
  return {
    ...built.query,
    of: built.query.of === 'incidents' ? query.of : built.query.of,
    filter: {
      ...(differs('places') ? {} : { places: others.places }),
      ...(differs('actors') ? {} : { actors: others.actors }),
      ...(differs('period') ? {} : { period, periods }),
      eventTypes,
      ...built.query.filter,
    },
  };
}

const placeUnits = ['place', 'district', 'admin1', 'country'];

/** "the top one", "that province": the ranking narrowed to one of its groups, as a list; undefined where none is meant. */
function narrowedToGroup(turn: Turn, state: DialogueState, { names }: UnderstandContext): Query | undefined {
  const { query, groups = [] } = state;
  if (groups.length === 0 || !query.by) return undefined;
  const by = query.by;
  const pointed = turn.that.some((unit) => unit === by || (unit === 'place' && placeUnits.includes(by)));
  const groupings = itemsOf(turn.draft, 'grouping').map((i) => i.value);
  const told = groupings.length > 1 && groupings.some((g) => g.by === by && g.how === 'which');
  const nth = turn.nth ?? (pointed || told ? 0 : undefined);
  const key = nth === undefined ? undefined : groups.at(nth);
  const filter = key === undefined ? undefined : groupFilter(query, key, names);
  if (!filter) return undefined;
  const { measure: _, by: __, ...rest } = query;
  return asked({
    ...rest,
    measure: 'list',
    order: 'newest',
    limit: 5,
    offset: 0,
    filter: { ...query.filter, ...filter },
  });
}

/** "the top country per month": the group is not asked for, it is what is asked about. */
const withoutGrouping = (draft: Draft, { by }: Query): Draft => ({
  ...draft,
  path: {
    ...draft.path,
    items: draft.path.items.filter((i) => i.cat !== 'grouping' || (i as Item<'grouping'>).value.by !== by),
  },
});

/** "who carried them out?" */
export const whoOf = ({ draft, points }: Turn): 'who' | undefined =>
  (points || draft.path.items.every((i) => i.cat === 'who' || i.cat === 'move')) &&
  has(draft, 'who') &&
  !has(draft, 'clash', 'where', 'time')
    ? 'who'
    : undefined;

/** An incident of those shown, or an aspect of them. */
function aboutShown(turn: Turn, state: DialogueState): Query | ParseResult | undefined {
  const { draft, nth, leads } = turn;
  const groups = state.groups?.length ?? 0;
  const about = aspectAsked(draft) ?? whoOf(turn);
  const { measure } = state.query;
  // "and the last?" after the first.
  if ((nth === 0 || nth === -1) && (measure === 'first' || measure === 'last'))
    return { ...state.query, measure: nth === 0 ? 'first' : 'last', offset: 0 };
  if (nth !== undefined && groups === 0) return theNth(nth, state, about);
  const others = has(
    draft,
    'where',
    'party',
    'pair',
    'time',
    'times',
    'object',
    'grouping',
    'unknown',
    'count',
    'ends',
  );
  const named = has(draft, 'kinds') && !draft.tokens.some((t) => /^(?:it|that|this|they|them)$/.test(t.lower));
  const drawn = itemsOf(draft, 'measure').some((i) => i.value === 'map' || i.value === 'timeline');
  if (!about || others || named || drawn || groups > 0 || leads.has('which') || leads.has('only')) return undefined;
  if (state.ids.length === 0 && has(draft, 'harm', 'people')) return undefined;
  return aboutShownLast(state, about, draft);
}

/** "no, I meant the province": the place of the same name on another level. */
function otherLevel(turn: Turn, state: DialogueState, { names }: UnderstandContext): Query | ParseResult | undefined {
  const [unit] = itemsOf(turn.draft, 'loose-unit');
  if (!unit || !turn.leads.has('instead') || !placeUnits.includes(unit.value) || !state.query.filter.places)
    return undefined;
  const kind = wordsOf(turn.draft, unit).toLowerCase();
  return withKind(state, kind, names) ?? unclear({ kind: 'unknown', name: kind });
}
