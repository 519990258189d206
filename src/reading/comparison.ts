import type { Frame } from '../frames/frame.ts';
import type { Filter, Period, Query } from '../incidents/query.ts';
import { actorSlot, isPair } from './actor-roles.ts';
import type { Facets } from './extract-slots.ts';
import { located } from './place-slots.ts';

const cue =
  /\b(?:compar\w*|versus|vs\.?|against|or|which (?:had|has|was|saw)|who had|each|more|fewer|than|difference)\b/i;
const joint = /(?:,|\band\b|\bor\b|\bvs\.?|\bversus\b|\bwith\b|\bto\b|\bagainst\b|\bthan\b|\/)/i;

type Sides = NonNullable<Query['sides']>;

const year = /^(\d{4})-01-01$/;

/** A whole year, in words. */
function yearOf({ start, end }: Period): string | undefined {
  const [from, to] = [start?.match(year)?.[1], end?.match(year)?.[1]];
  return from && to && Number(to) === Number(from) + 1 ? from : undefined;
}

/** What one facet of a filter is called, where it has one value: the sides of a comparison differ in it. */
const called: { facet: 'places' | 'actors' | 'period'; name(filter: Filter): string | undefined }[] = [
  { facet: 'places', name: ({ places }) => (places?.length === 1 ? places[0]?.name : undefined) },
  { facet: 'actors', name: ({ actors }) => (actors?.length === 1 ? actors[0]?.name : undefined) },
  { facet: 'period', name: ({ period }) => period && yearOf(period) },
];

/** "compare with Yobe": the last question beside the same of another place, group or year. */
export function setBeside(facets: Facets, last: Query, now: Filter): (Partial<Query> & { filter: Filter }) | undefined {
  if (!facets.measure.some((r) => r.value === 'compare')) return undefined;
  for (const { facet, name } of called) {
    const [before, after] = [name(last.filter), name(now)];
    if (!before || !after || before === after) continue;
    const { [facet]: own, ...filter } = last.filter;
    const side = (key: string, of: Filter): Sides[number] => ({ key, filter: { [facet]: of[facet] } });
    const sides = [side(before, last.filter), side(after, now)];
    return { measure: 'compare', of: last.of, order: 'newest', limit: 5, filter, sides };
  }
  return undefined;
}

/** "chart it": a comparison stays one; what its sides are told together is no more than places. */
export const stillCompared = ({ measure, grouping }: Facets, { measure: last, sides = [] }: Query): boolean =>
  last === 'compare' &&
  ((measure.length > 0 && grouping.length === 0 && measure.every((r) => r.value === 'trend')) ||
    sides.some(({ filter }) => !filter.places));

/** The sides of a comparison together. */
export const undivided = ({ filter, sides = [] }: Query): Filter =>
  sides.length ? { ...filter, places: sides.flatMap((side) => side.filter.places ?? []) } : filter;

const keyOf = (words: string) =>
  words
    .replace(/^(?:in|during|on|for|of|the|from)\s+/gi, '')
    .replace(/^the\s+/i, '')
    .trim();

/** "more than 40 killed" compares nothing; its words are blanked, places kept. */
const withoutThresholds = (facets: Facets) =>
  facets.threshold.reduce(
    (text, t) => text.slice(0, t.start) + ' '.repeat(t.end - t.start) + text.slice(t.end),
    facets.text,
  );

type SlotSides = NonNullable<Frame['sides']>;

/** The sides of a comparison: two or more periods, places or actors set against each other. Undefined: no comparison. */
export function sidesOf(facets: Facets): SlotSides | undefined {
  const text = withoutThresholds(facets);
  const asked = facets.measure.some((r) => r.value === 'compare');
  if (!asked && !cue.test(text)) return undefined;
  const apart = (a: { end: number }, b: { start: number }) => joint.test(text.slice(a.end, b.start)) || asked;
  const [p, q] = facets.period;
  if (
    p &&
    q &&
    apart(p, q) &&
    (asked ||
      /\b(?:vs\.?|versus|against|or|compar\w*|than)\b/i.test(text.slice(p.end, q.start)) ||
      /\beach\b/i.test(text))
  ) {
    return facets.period.map((r) => ({ key: keyOf(r.words), period: r.value }));
  }
  const [a, b] = facets.actor;
  if (a && b && !isPair(text, a, b) && (asked || /\bor\b/i.test(text.slice(a.end, b.start)))) {
    return facets.actor.map((r) => ({ key: keyOf(r.words), actors: [actorSlot(r, 'either')] }));
  }
  return placeSides(facets, asked);
}

function placeSides(facets: Facets, asked: boolean): SlotSides | undefined {
  const text = withoutThresholds(facets);
  const [c, d] = facets.place;
  if (!c || !d || facets.distance.length > 0 || /\bbetween $/i.test(text.slice(0, c.start))) return undefined;
  const between = text.slice(c.end, d.start);
  const set =
    asked ||
    /\b(?:vs\.?|versus|against|compared)\b/i.test(between) ||
    (/\bor\b/i.test(between) && /\b(?:more|fewer|worse|deadlier|which|who|less|higher)\b/i.test(text));
  if (!set) return undefined;
  const level = (r: typeof c) => r.value.candidates[0]?.level;
  const peers = facets.place.filter((r) => level(r) === level(c) || level(r) === level(d) || asked);
  return peers.flatMap(({ words, value: { candidates } }) =>
    candidates[0] ? [{ key: keyOf(words), places: [located(candidates[0]).slot] }] : [],
  );
}
