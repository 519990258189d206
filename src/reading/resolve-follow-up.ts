import type { EntityLookup } from '../frames/build-places.ts';
import type { Query } from '../incidents/query.ts';
import { unclear } from './anaphora.ts';
import { slotsOf } from './build-slots.ts';
import { setBeside, stillCompared, undivided } from './comparison.ts';
import { carriedOver, type DialogueState, groundOf, withDistance } from './dialogue-state.ts';
import type { Facets } from './extract-slots.ts';
import { type MeasureIntent, shapeOf } from './measure-intent.ts';
import type { ParseResult } from './parse-result.ts';
import { filterOf, madeOf } from './result.ts';

/** The earlier question with what is said now put in place of it. */
export function followed(facets: Facets, memory: DialogueState, entities: EntityLookup): ParseResult {
  const { slots, cues } = slotsOf(facets, false);
  const filter = filterOf(slots, entities);
  if (!filter) return unclear({ kind: 'unread', said: facets.text });
  const last = groundOf(memory, facets);
  const beside = setBeside(facets, last, filter);
  if (beside) return madeOf(facets, beside, cues);
  const going = goingOn(facets, last);
  const kept = going === 'anew' ? undivided(last) : last.filter;
  const km = facets.distance[0]?.value.km;
  const joined = carriedOver(kept, facets.place.length === 0 && km ? withDistance(kept, km) : filter);
  return madeOf(facets, { ...shapeAfter(going, last, shapeOf(facets, joined)), filter: joined }, cues);
}

const asksAnew = ({ measure, grouping, quantity, order, limit }: Facets): boolean =>
  [measure, grouping, quantity, order, limit].some((f) => f.length > 0);

/** "only civilians", "and wounded?" of a series or a ranking: the same of another quantity. */
const recounted = ({ quantity, measure, grouping, order, limit }: Facets, last: Query): boolean =>
  ['trend', 'rank', 'compare', 'map'].includes(last.measure) &&
  quantity.length > 0 &&
  [measure, grouping, order, limit].every((f) => f.length === 0);

/** "top 3" of a ranking: as many of the same. */
const shorter = ({ limit, measure, grouping, quantity }: Facets, last: Query): boolean =>
  last.measure === 'rank' && limit.length > 0 && [measure, grouping, quantity].every((f) => f.length === 0);

/** What becomes of what was asked for: the same, the same of another quantity or of as many, or another measure. */
type Going = 'same' | 'recounted' | 'shorter' | 'anew';

function goingOn(facets: Facets, last: Query): Going {
  if (recounted(facets, last)) return 'recounted';
  if (shorter(facets, last)) return 'shorter';
  return asksAnew(facets) && !stillCompared(facets, last) ? 'anew' : 'same';
}

function shapeAfter(going: Going, last: Query, now: MeasureIntent): Partial<Query> {
  const { measure, of, by, order, limit, about, sides } = last;
  const before = { measure, of, by, order, limit, about, sides };
  if (going === 'recounted') return { ...before, of: now.of };
  if (going === 'shorter') return { ...before, limit: now.limit };
  if (going === 'same') return before;
  // The same quantity in another form.
  const again = ['trend', 'map', 'rank'].includes(now.measure);
  return again && now.of === 'incidents' ? { ...now, of } : now;
}
