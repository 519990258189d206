import type { Filter, Query } from '../incidents/query.ts';
import { undivided } from '../reading/comparison.ts';
import { carriedOver, type DialogueState, withDistance } from '../reading/dialogue-state.ts';
import { type Draft, has, itemsOf } from './draft.ts';
import type { Shape } from './interpret/shape.ts';
import { civiliansOnly, type Going, goingOn, incidentsInstead, moves } from './thread.ts';

/** The thread's query with what is said now put in place of it. `now`: what the draft means as a filter. */
export function followed(
  draft: Draft,
  state: DialogueState,
  now: Filter,
  shape: Shape,
): Partial<Query> & { filter: Filter } {
  const last = groundOf(draft, state);
  const beside = setBeside(draft, last, now);
  if (beside) return beside;
  const going = goingOn(draft, last);
  const kept =
    last.sides &&
    (going === 'anew' || now.places || now.actors) &&
    !(has(draft, 'time', 'times') && !now.places && !now.actors)
      ? undivided(last)
      : last.filter;
  const km = itemsOf(draft, 'distance')[0]?.value;
  const filter = joined(draft, kept, km && !now.places ? withDistance(kept, km) : now, shape);
  return { ...shapeAfter(going, draft, last, shape), filter };
}

/** What is gone on from: after one incident was looked at, new places, times or groups are for the question before it. */
function groundOf(draft: Draft, { query, before }: DialogueState): Query {
  const apart = has(
    draft,
    'where',
    'party',
    'pair',
    'time',
    'times',
    'kinds',
    'source',
    'threshold',
    'grouping',
    'excluded',
    'harm',
  );
  return query.filter.ids && before && apart ? before : query;
}

function joined(draft: Draft, kept: Filter, now: Filter, shape: Shape): Filter {
  const added = moves(draft, 'add') && !moves(draft, 'go', 'same', 'instead');
  const out = now.exclude?.places;
  // "not Idlib, Aleppo": what the thread was about is left for another.
  const replaced = out?.some((o) => kept.places?.some((p) => p.name === o.name));
  const { exclude, ...rest } = now;
  const base = replaced ? { ...kept, places: undefined } : kept;
  const next = carriedOver(base as Filter, replaced ? rest : now);
  const both = added && kept.places && now.places ? { ...next, places: [...kept.places, ...now.places] } : next;
  const periods = (now as { periods?: unknown }).periods;
  const timed = now.period || periods ? { ...both, period: now.period, ...({ periods } as object) } : both;
  const wide = shape.measure === 'rank' && shape.by === 'country' ? { ...timed, places: now.places } : timed;
  return Object.fromEntries(Object.entries(wide).filter(([, v]) => v !== undefined)) as Filter;
}

function shapeAfter(going: Going, draft: Draft, last: Query, now: Shape): Partial<Query> {
  const { measure, of, by, order, limit, about, sides } = last;
  const before = { measure, of, by, order, limit, about, sides };
  if (going === 'recounted')
    return {
      ...before,
      of: incidentsInstead(draft) ? 'incidents' : civiliansOnly(draft) ? 'civilians killed' : now.of,
    };
  if (going === 'shorter')
    return {
      ...before,
      limit: now.limit === 5 ? Number(itemsOf(draft, 'loose-number')[0]?.value) || now.limit : now.limit,
    };
  if (going === 'same') return before;
  // The same quantity in another form.
  const again = ['trend', 'map', 'rank'].includes(now.measure);
  return (again && now.of === 'incidents' && !itemsOf(draft, 'kinds').length ? { ...now, of } : now) as Partial<Query>;
}

const year = /^(\d{4})-01-01$/;
const called: { facet: 'places' | 'actors' | 'period'; name(filter: Filter): string | undefined }[] = [
  { facet: 'places', name: ({ places }) => (places?.length === 1 ? places[0]?.name : undefined) },
  { facet: 'actors', name: ({ actors }) => (actors?.length === 1 ? actors[0]?.name : undefined) },
  { facet: 'period', name: ({ period }) => period?.start?.match(year)?.[1] ?? period?.start?.slice(0, 7) },
];

/** "compare with Yobe": the last question beside the same of another place, group or time. */
function setBeside(draft: Draft, last: Query, now: Filter): (Partial<Query> & { filter: Filter }) | undefined {
  if (!has(draft, 'compare', 'vs')) return undefined;
  for (const { facet, name } of called) {
    const [before, after] = [name(last.filter), name(now)];
    if (!before || !after || before === after) continue;
    const { [facet]: _, ...filter } = last.filter;
    const side = (key: string, of: Filter) => ({ key, filter: { [facet]: of[facet] } });
    return {
      measure: 'compare',
      of: last.of,
      order: 'newest',
      limit: 5,
      filter,
      sides: [side(before, last.filter), side(after, now)],
    };
  }
  return undefined;
}
