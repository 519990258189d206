import { eventTypeById } from '../incidents/event-types.ts';
import { createMatcher } from '../incidents/match-filter.ts';
import { circleOf, isPreciselyLocated, type Test } from '../incidents/match-place.ts';
import type { MatchRow } from '../incidents/match-row.ts';
import type { Filter } from '../incidents/query.ts';
import { filterIndexKeys, type IndexKeys, incidentIndexKeys } from './index-keys.ts';

/** From an incident to the positions of the filters that it matches, unordered, leaving `text` aside: that is for the store. */
export type SubscriptionIndex = (row: MatchRow) => number[];

/**
 * A posting list: the filters under one key and event type, by their minimum of killed, ascending. An entry is a filter's
 * position and two bits: whether it has to be tested, and whether it has several postings. A filter that needs neither is
 * decided by this list alone, which is what makes the index fast.
 */
interface PostingList {
  minKilled: Int32Array;
  entries: Int32Array;
}

const needsTest = 1;
const hasSeveral = 2;
const positionOf = (entry: number) => entry >> 2;

type Postings = Map<string | number, Map<string, PostingList>>;

const anyType = '*';
const noMinimum = -1;

const ancestors = new Map<string, string[]>();

/** An event type and its ancestors. */
function withAncestors(type: string): string[] {
  const known = ancestors.get(type);
  if (known) return known;
  const line: string[] = [];
  for (let id: string | null = type; id !== null; id = eventTypeById(id)?.parent ?? null) line.push(id);
  ancestors.set(type, line);
  return line;
}

/** An incident's event types with their ancestors, and the one of filters that name none. */
const indexTypesOf = ([type, ...more]: readonly string[]): string[] =>
  more.length === 0 && type !== undefined
    ? [anyType, ...withAncestors(type)]
    : [...new Set([anyType, ...[type ?? anyType, ...more].flatMap(withAncestors)])];

/** Every filter's entry under each of its keys and event types. */
function entriesByKey(filters: readonly Filter[], filterKeys: readonly IndexKeys[]) {
  const entries = new Map<string | number, Map<string, number[]>>();
  filterKeys.forEach(({ keys: all, sure }, n) => {
    const keys = new Set(all);
    const types = new Set(filters[n]?.eventTypes?.length ? filters[n].eventTypes : [anyType]);
    const entry = (n << 2) | (sure ? 0 : needsTest) | (keys.size * types.size > 1 ? hasSeveral : 0);
    for (const key of keys) {
      const byType = entries.get(key) ?? new Map<string, number[]>();
      entries.set(key, byType);
      for (const type of types) {
        const list = byType.get(type);
        if (list) list.push(entry);
        else byType.set(type, [entry]);
      }
    }
  });
  return entries;
}

function postingsOf(filters: readonly Filter[], filterKeys: readonly IndexKeys[]): Postings {
  const minKilled = (entry: number) => filters[positionOf(entry)]?.killed?.min ?? noMinimum;
  const sorted = (list: number[]): PostingList => {
    list.sort((a, b) => minKilled(a) - minKilled(b));
    return { minKilled: Int32Array.from(list, minKilled), entries: Int32Array.from(list) };
  };
  return new Map(
    [...entriesByKey(filters, filterKeys)].map(([key, byType]) => [
      key,
      new Map([...byType].map(([type, list]) => [type, sorted(list)])),
    ]),
  );
}

/** What is left to test: posting lists decide the event type and the minimum of killed. */
function remainder({ eventTypes, killed, ...rest }: Filter): Filter {
  return killed?.max === undefined ? rest : { ...rest, killed: { max: killed.max } };
}

const noCircle = -1;

/** x, y, z and the longest chord squared of each filter that is a circle and nothing else: most are, and are tested often. */
function circlesOf(filters: readonly Filter[]): Float64Array {
  const circles = new Float64Array(4 * filters.length).fill(noCircle);
  filters.forEach((filter, n) => {
    const circle = circleOf(filter);
    if (circle) circles.set([circle.x, circle.y, circle.z, circle.most], 4 * n);
  });
  return circles;
}

/** A function of its own, so that nothing else of the construction stays in memory. */
function buildIndex(filters: readonly Filter[]): {
  postings: Postings;
  circles: Float64Array;
  tests: (Test | undefined)[];
} {
  const filterKeys = filters.map(filterIndexKeys);
  return {
    postings: postingsOf(filters, filterKeys),
    circles: circlesOf(filters.map(remainder)),
    tests: filters.map((filter, n) => (filterKeys[n]?.sure ? undefined : createMatcher(remainder(filter)))),
  };
}

/**
 * An inverted index over filters (a percolator): each filter is posted under its most selective keys, split by event type
 * and sorted by minimum of killed; what the posting lists do not decide is tested filter by filter. Matches as `find` does.
 */
export function createSubscriptionIndex(filters: readonly Filter[]): SubscriptionIndex {
  const { postings, circles, tests } = buildIndex(filters);
  const seen = new Uint32Array(filters.length);
  let round = 0;

  function matches(n: number, row: MatchRow, precise: boolean): boolean {
    const { at } = row;
    const most = circles[4 * n + 3] as number;
    if (most === noCircle || at === undefined || row.to !== undefined) return tests[n]?.(row) === true;
    const dx = at.x - (circles[4 * n] as number);
    const dy = at.y - (circles[4 * n + 1] as number);
    const dz = at.z - (circles[4 * n + 2] as number);
    return precise && dx * dx + dy * dy + dz * dz <= most;
  }

  function gather({ minKilled, entries }: PostingList, row: MatchRow, found: number[]): void {
    const killed = row.best ?? noMinimum;
    const precise = isPreciselyLocated(row);
    for (let i = 0; i < entries.length && (minKilled[i] as number) <= killed; i++) {
      const entry = entries[i] as number;
      const n = positionOf(entry);
      if (entry & hasSeveral) {
        if (seen[n] === round) continue;
        seen[n] = round;
      }
      if (!(entry & needsTest) || matches(n, row, precise)) found.push(n);
    }
  }

  return (row) => {
    round++;
    const types = indexTypesOf(row.types);
    const found: number[] = [];
    for (const key of incidentIndexKeys(row)) {
      const byType = postings.get(key);
      if (!byType) continue;
      for (const type of types) {
        const list = byType.get(type);
        if (list) gather(list, row, found);
      }
    }
    return found;
  };
}
