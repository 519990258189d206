import { eventTypeById, withDescendants } from '../../incidents/event-types.ts';
import {
  type ActorPart,
  type Casualty,
  type CasualtyKind,
  casualtyKinds,
  type Incident,
  type Toll,
  type When,
} from '../../incidents/incident.ts';
import { wholePeriod } from '../../incidents/periods.ts';
import type { Filter } from '../../incidents/query.ts';
import { fold, foldWithoutPlaceType } from '../../kernel/normalise.ts';
import { type IncidentRow, sourceWords } from '../document/incident-row.ts';
import { clean } from './english/text.ts';
import { actorName, placeName } from './names.ts';

/** The words of an incident's line. Names come cleaned. */
export interface RowMessages {
  /** BCP 47, with the calendar and the digits. */
  locale: string;
  undated: string;
  name(text: string): string;
  kind(incident: Incident): string;
  /** "A vs B" */
  versus(sides: readonly string[]): string;
  /** What was done, by whom and to whom; `by` and `on` are empty where nobody is named. */
  deed(kind: string, by: readonly string[], on: readonly string[]): string;
  /** Known only to be somewhere in it. */
  somewhere(name: string): string;
  between(one: string, other: string): string;
  country(name: string): string;
  /** "15 killed", "15 killed (10 to 20)", "up to 4 killed"; `group`: of whom, where not of all. */
  harm(kind: CasualtyKind, n: number, range: [number, number] | undefined, group: string | undefined): string;
  /** Some, in a number that nobody gives. */
  some(kind: CasualtyKind, group: string | undefined): string;
  /** A source reports none. */
  none(kind: CasualtyKind, group: string | undefined): string;
}

/** The kinds of an incident as people call them: a category of one dataset's own is told as the kind above it. */
export const plainKinds = ({ eventTypes }: Incident): string[] => [
  ...new Set(
    eventTypes.map((id) => {
      const node = eventTypeById(id);
      return node?.parent && node.codes.ucdp.length ? node.parent : id;
    }),
  ),
];

const names = (actors: readonly ActorPart[], ...roles: ActorPart['role'][]) =>
  actors.filter((a) => roles.includes(a.role)).map((a) => actorName(a.actor));

const civilian = /^civilians?$/i;

function what(w: RowMessages, r: Incident, filter: Filter): string {
  if (r.title) return w.name(clean(r.title, 100));
  const asked = new Set(
    [...(filter.actors ?? []), ...(filter.pair ?? [])].flatMap((a) => [a.name, ...a.names].map(fold)),
  );
  const kind = w.kind(r);
  const sides = names(r.actors, 'party');
  if (sides.length > 1) {
    const others = sides.filter((name) => !asked.has(fold(name)));
    const versus = others.length === sides.length ? w.versus(sides.slice(0, 2)) : w.versus(['', ...others.slice(0, 1)]);
    return withDescendants(['battle']).includes(r.eventTypes[0] ?? '')
      ? versus.trim()
      : w.deed(kind, [versus.trim()], []);
  }
  const by = [...sides, ...names(r.actors, 'attacker')].filter((name) => !asked.has(fold(name)));
  const on = names(r.actors, 'victim', 'target').filter((name) => !asked.has(fold(name)) && !civilian.test(name));
  return w.deed(kind, by.slice(0, 2), on.slice(0, 2));
}

/** The name of the smallest area that is known, and whether the exact place in it is not. */
function areaOf({ precision, place, admin1, admin2 }: Incident['where']): {
  name: string | undefined;
  coarse: boolean;
} {
  if (precision === 'country') return { name: undefined, coarse: true };
  if (precision === 'province') return { name: admin1, coarse: true };
  if (precision === 'district') return { name: admin2 ?? place, coarse: true };
  return { name: place ?? admin2 ?? admin1, coarse: false };
}

function at(w: RowMessages, { where }: Incident, { places }: Filter): string {
  if (where.between) return w.between(...(where.between.map((p) => w.name(placeName(p.name))) as [string, string]));
  const { name, coarse } = areaOf(where);
  const [asked, ...others] = places ?? [];
  const known = name ?? where.country;
  if (!known) return '';
  const isAsked =
    asked?.relation === 'in' && !others.length && foldWithoutPlaceType(asked.name) === foldWithoutPlaceType(known);
  if (isAsked) return '';
  const country = where.country && w.country(clean(where.country, 60));
  const named = name ? w.name(placeName(name)) : (country ?? '');
  return [coarse ? w.somewhere(named) : named, name && !places ? country : ''].filter(Boolean).join(', ');
}

const isCounted = (toll: Toll | undefined): toll is Exclude<Toll, string> => typeof toll === 'object';

function told(w: RowMessages, kind: CasualtyKind, { group }: Casualty, toll: Toll): string {
  const of = group === 'all' ? undefined : w.name(clean(group, 40));
  if (!isCounted(toll)) return toll === 'number unknown' ? w.some(kind, of) : w.none(kind, of);
  const [low, high] = [Math.min(toll.low, toll.best), Math.max(toll.high, toll.best)];
  return w.harm(kind, toll.best, low === high ? undefined : [low, high], of);
}

/** Of each kind of harm what is said of all, else of each group; accounts that differ stand beside each other. */
function harms(w: RowMessages, { casualties }: Incident): string[] {
  return casualtyKinds.flatMap((kind) => {
    const stated = casualties.filter((c) => c[kind] !== undefined);
    const whole = stated.filter((c) => c.group === 'all' && isCounted(c[kind]));
    const some = stated.filter((c) => c[kind] !== 'none reported');
    const shown = whole.length ? whole : some.length ? some : stated;
    const accounts = [...new Map(shown.map((c) => [told(w, kind, c, c[kind] as Toll), c])).entries()];
    const several = whole.length > 1 && accounts.length > 1;
    const words = accounts.map(([text, c]) => (several && c.by ? `${text} (${w.name(clean(c.by, 40))})` : text));
    return words.length ? [words.slice(0, 3).join(' / ')] : [];
  });
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, grain: 'day' | 'month' | 'year', withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${grain} ${withYear}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(grain === 'day' ? { day: 'numeric' } : {}),
    ...(grain === 'year' ? {} : { month: 'short' }),
    ...(withYear || grain === 'year' ? { year: 'numeric' } : {}),
  });
  formatters.set(key, made);
  return made;
}

/** The year of the question, if it asks for no more than one. */
function yearOf(filter: Filter): string | undefined {
  const { start, end } = wholePeriod(filter) ?? {};
  if (!start || !end) return undefined;
  const last = new Date(Date.parse(end.slice(0, 10)) - 1).toISOString();
  return start.slice(0, 4) === last.slice(0, 4) ? start.slice(0, 4) : undefined;
}

function dated(w: RowMessages, { start, end, precision }: When, filter: Filter): string {
  if (start === null || end === null) return w.undated;
  const grain = precision === 'month' || precision === 'year' ? precision : 'day';
  const year = yearOf(filter);
  const format = formatter(w.locale, grain, year !== start.slice(0, 4) || year !== end.slice(0, 4));
  const [first, last] = [new Date(start.slice(0, 10)), new Date(end.slice(0, 10))];
  return first.getTime() === last.getTime() ? format.format(first) : format.formatRange(first, last);
}

const longestPublisher = 40;

/** The first of those who report it, with an address where one of its reports has one; and how many others. */
function reported(w: RowMessages, { reports }: Incident): Pick<IncidentRow, 'source' | 'moreSources'> {
  const [by = [], ...others] = Map.groupBy(reports, ({ publisher }) => publisher).values();
  const first = by.find(({ url }) => url) ?? by[0];
  return {
    source: first && {
      words: w.name(clean(first.publisher, longestPublisher)),
      ...(first.url ? { url: first.url } : {}),
    },
    moreSources: others.length,
  };
}

/** What a sentence about an incident leaves open: the toll, and who reports it. */
export function tollAndSource(w: RowMessages, r: Incident): string {
  const source = sourceWords(reported(w, r));
  return [harms(w, r).join(' · '), source && `(${source})`].filter(Boolean).join(' ');
}

/** An incident as a line: day, what by whom, place, toll; what the question has named is not said again. */
export function rowFrom(w: RowMessages, r: Incident, filter: Filter): IncidentRow {
  const parts = [r.title ? what(w, r, filter) : [what(w, r, filter), at(w, r, filter)].filter(Boolean).join(', ')];
  return {
    id: r.id,
    when: dated(w, r.when, filter),
    words: [...parts, ...harms(w, r)].filter(Boolean).join(' · '),
    ...reported(w, r),
  };
}
