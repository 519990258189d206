import { eventTypeById } from '../incidents/event-types.ts';
import { createMatcher } from '../incidents/match-filter.ts';
import { circleOf, isPreciselyLocated, type Test } from '../incidents/match-place.ts';
import type { MatchRow } from '../incidents/match-row.ts';
import type { Filter } from '../incidents/query.ts';
import { filterIndexKeys, type IndexKeys, incidentIndexKeys } from './index-keys.ts';

/** Numbers of the filters that mean an incident; those with `text` still have to be asked of the store. */
export type SubscriptionIndex = (facts: MatchRow) => number[];

/**
 * Filters under one key and kind, by the least number killed that they ask for, ascending. Two bits beside a filter's
 * number say whether it has to be tested and whether it stands under several keys: what needs neither is read from this
 * list alone, which is what makes it fast.
 */
interface List {
  least: Int32Array;
  filters: Int32Array;
}

const toTest = 1;
const several = 2;
const numberOf = (entry: number) => entry >> 2;

type Lists = Map<string | number, Map<string, List>>;

const anyType = '*';
const unasked = -1;

const above = new Map<string, string[]>();

/** An event type and all above it. */
function lineOf(type: string): string[] {
  const known = above.get(type);
  if (known) return known;
  const line: string[] = [];
  for (let id: string | null = type; id !== null; id = eventTypeById(id)?.parent ?? null) line.push(id);
  above.set(type, line);
  return line;
}

/** The kinds an incident is of, and the list of filters that ask for no kind. */
const kindsOf = ([type, ...more]: readonly string[]): string[] =>
  more.length === 0 && type !== undefined
    ? [anyType, ...lineOf(type)]
    : [...new Set([anyType, ...[type ?? anyType, ...more].flatMap(lineOf)])];

/** Every filter under each of its keys and kinds. */
function draft(filters: readonly Filter[], postings: readonly IndexKeys[]) {
  const drafts = new Map<string | number, Map<string, number[]>>();
  postings.forEach(({ keys: told, sure }, n) => {
    const keys = new Set(told);
    const kinds = new Set(filters[n]?.eventTypes?.length ? filters[n].eventTypes : [anyType]);
    const entry = (n << 2) | (sure ? 0 : toTest) | (keys.size * kinds.size > 1 ? several : 0);
    for (const key of keys) {
      const byKind = drafts.get(key) ?? new Map<string, number[]>();
      drafts.set(key, byKind);
      for (const kind of kinds) {
        const list = byKind.get(kind);
        if (list) list.push(entry);
        else byKind.set(kind, [entry]);
      }
    }
  });
  return drafts;
}

function listsOf(filters: readonly Filter[], postings: readonly IndexKeys[]): Lists {
  const least = (entry: number) => filters[numberOf(entry)]?.killed?.min ?? unasked;
  const sorted = (list: number[]): List => {
    list.sort((a, b) => least(a) - least(b));
    return { least: Int32Array.from(list, least), filters: Int32Array.from(list) };
  };
  return new Map(
    [...draft(filters, postings)].map(([key, byKind]) => [
      key,
      new Map([...byKind].map(([kind, list]) => [kind, sorted(list)])),
    ]),
  );
}

/** The lists decide the kind and the least number killed. */
function undecided({ eventTypes, killed, ...rest }: Filter): Filter {
  return killed?.max === undefined ? rest : { ...rest, killed: { max: killed.max } };
}

const noCircle = -1;

/** x, y, z and the longest chord squared of each filter that is a circle and nothing else: most are, and are asked often. */
function circlesOf(filters: readonly Filter[]): Float64Array {
  const circles = new Float64Array(4 * filters.length).fill(noCircle);
  filters.forEach((filter, n) => {
    const circle = circleOf(filter);
    if (circle) circles.set([circle.x, circle.y, circle.z, circle.most], 4 * n);
  });
  return circles;
}

/** Apart from the matching itself, so that nothing of the building outlives it. */
function indexOf(filters: readonly Filter[]): { lists: Lists; circles: Float64Array; tests: (Test | undefined)[] } {
  const postings = filters.map(filterIndexKeys);
  return {
    lists: listsOf(filters, postings),
    circles: circlesOf(filters.map(undecided)),
    tests: filters.map((filter, n) => (postings[n]?.sure ? undefined : createMatcher(undecided(filter)))),
  };
}

/**
 * An index over standing filters: each stands under its most selective key, split by kind of incident, sorted by the
 * least number killed; what the lists do not decide is tested one by one. The same semantics as `find`.
 */
export function createSubscriptionIndex(filters: readonly Filter[]): SubscriptionIndex {
  const { lists, circles, tests } = indexOf(filters);
  const seen = new Uint32Array(filters.length);
  let round = 0;

  function isMeant(n: number, facts: MatchRow, fine: boolean): boolean {
    const { at } = facts;
    const most = circles[4 * n + 3] as number;
    if (most === noCircle || at === undefined || facts.to !== undefined) return tests[n]?.(facts) === true;
    const dx = at.x - (circles[4 * n] as number);
    const dy = at.y - (circles[4 * n + 1] as number);
    const dz = at.z - (circles[4 * n + 2] as number);
    return fine && dx * dx + dy * dy + dz * dz <= most;
  }

  function gather({ least, filters: standing }: List, facts: MatchRow, found: number[]): void {
    const killed = facts.best ?? unasked;
    const fine = isPreciselyLocated(facts);
    for (let i = 0; i < standing.length && (least[i] as number) <= killed; i++) {
      const entry = standing[i] as number;
      const n = numberOf(entry);
      if (entry & several) {
        if (seen[n] === round) continue;
        seen[n] = round;
      }
      if (!(entry & toTest) || isMeant(n, facts, fine)) found.push(n);
    }
  }

  return (facts) => {
    round++;
    const kinds = kindsOf(facts.types);
    const found: number[] = [];
    for (const key of incidentIndexKeys(facts)) {
      const byKind = lists.get(key);
      if (!byKind) continue;
      for (const kind of kinds) {
        const list = byKind.get(kind);
        if (list) gather(list, facts, found);
      }
    }
    return found;
  };
}
