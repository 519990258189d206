import type { Filter, Period, Query } from '../../incidents/query.ts';
import type { Draft } from '../draft.ts';
import { has } from '../draft.ts';

/** A period in figures: its year, its month, or its first and last day. */
function calledPeriod({ start, end }: Period): string | undefined {
  if (start === null || end === null) return undefined;
  const [from, to] = [start, end].map((day) => Temporal.PlainDate.from(day.slice(0, 10))) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  for (const [unit, length] of [
    ['years', 4],
    ['months', 7],
    ['days', 10],
  ] as const)
    if (from.add({ [unit]: 1 }).equals(to)) return start.slice(0, length);
  return `${from} – ${to.subtract({ days: 1 })}`;
}

const called: { facet: 'places' | 'actors' | 'period' | 'eventTypes'; name(filter: Filter): string | undefined }[] = [
  { facet: 'places', name: ({ places }) => (places?.length === 1 ? places[0]?.name : undefined) },
  { facet: 'actors', name: ({ actors }) => (actors?.length === 1 ? actors[0]?.name : undefined) },
  { facet: 'period', name: ({ period }) => period && calledPeriod(period) },
  { facet: 'eventTypes', name: ({ eventTypes }) => (eventTypes?.length === 1 ? eventTypes[0] : undefined) },
];

type Beside = Partial<Query> & { filter: Filter };

/** "compare with Yobe": the last question beside the same of another place, group, time or kind. */
export function setBeside(draft: Draft, last: Query, now: Filter): Beside | undefined {
  if (!has(draft, 'compare', 'vs', 'than')) return undefined;
  for (const { facet, name } of called) {
    const [before, after] = [name(last.filter), name(now)];
    if (!before || !after || before === after) continue;
    const { [facet]: _, ...filter } = last.filter;
    const side = (key: string, of: Filter) => ({ key, filter: { [facet]: of[facet] } });
    const sides = [side(before, last.filter), side(after, now)];
    return { measure: 'compare', of: last.of, order: 'newest', limit: 5, filter, sides };
  }
  return last.sides ? another(last, now) : apart(last, now);
}

/** "compare them": what the thread has several of, each for itself. */
function apart(last: Query, now: Filter): Beside | undefined {
  for (const { facet, name } of called) {
    const parts: Filter[] =
      facet === 'period'
        ? (last.filter.periods ?? []).map((period) => ({ period }))
        : (last.filter[facet] ?? []).map((one) => ({ [facet]: [one] }));
    if (parts.length < 2 || now[facet]) continue;
    const { [facet]: _, periods: __, ...rest } = last.filter;
    const filter =
      facet === 'period' ? rest : { ...rest, ...(last.filter.periods ? { periods: last.filter.periods } : {}) };
    const sides = parts.map((part) => ({ key: name(part) ?? '', filter: part }));
    return { measure: 'compare', of: last.of, order: 'newest', limit: 5, filter, sides };
  }
  return undefined;
}

/** "compare with Syria too": one more side of a comparison. */
function another(last: Query, now: Filter): Beside | undefined {
  const sides = last.sides ?? [];
  for (const { facet, name } of called) {
    const key = name(now);
    if (!key || !sides.every((s) => s.filter[facet]) || sides.some((s) => s.key === key)) continue;
    return { ...last, sides: [...sides, { key, filter: { [facet]: now[facet] } }] };
  }
  return undefined;
}
