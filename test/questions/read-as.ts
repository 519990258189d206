import type { Filter, PlaceFilter, Query } from '../../src/incidents/query.ts';
import type { ParseResult } from '../../src/reading/parse-result.ts';
import type { Meaning } from './meanings.ts';

const plain = (s: string) =>
  s
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const within = (got: string, want: string) => ` ${plain(got)} `.includes(` ${plain(want.replaceAll('_', ' '))} `);
const allOf = (got: string[], want: string) => {
  const wanted = want.split(',');
  return got.length === wanted.length && wanted.every((w) => got.some((g) => within(g, w)));
};

/** "2016", "2016-03", "2016-03-01", "2016-03-01..2016-04-01", "..2016-01-01": start and end, the end outside. */
function periodOf(told: string): { start: string | null; end: string | null } {
  if (told.includes('..')) {
    const [start = '', end = ''] = told.split('..');
    return { start: start || null, end: end || null };
  }
  const [y, m, d] = told.split('-').map(Number);
  const from = Temporal.PlainDate.from({ year: y as number, month: m ?? 1, day: d ?? 1 });
  return { start: from.toString(), end: from.add(d ? { days: 1 } : m ? { months: 1 } : { years: 1 }).toString() };
}

const placesOf = (filter: Filter, relation: PlaceFilter['relation']) =>
  (filter.places ?? []).filter((p) => p.relation === relation).map((p) => p.name);
const actorNames = (a: { name: string; names: string[] }) => [a.name, ...a.names].join(' | ');

/** Each facet as the question has it; undefined where it has none. */
function facetsOf({ measure, of, by, filter, order, limit, about, sides, changes }: Query) {
  const ranked = measure === 'list' && order !== 'newest';
  return {
    measure,
    of: of === 'incidents' ? undefined : of,
    by,
    place: filter.places?.some((p) => p.relation === 'in') ? placesOf(filter, 'in') : undefined,
    near: filter.places?.some((p) => p.relation === 'near') ? placesOf(filter, 'near') : undefined,
    between: filter.places?.some((p) => p.relation === 'between') ? placesOf(filter, 'between') : undefined,
    km: filter.places?.find((p) => p.relation === 'near')?.radiusKm,
    period: filter.period,
    actor: filter.actors?.map(actorNames),
    pair: filter.pair?.map(actorNames),
    killed: filter.killed?.min ?? filter.civilians?.min,
    without: filter.exclude?.places?.map((p) => p.name),
    sides: sides?.map((s) => s.filter.places?.[0]?.name ?? s.filter.actors?.[0]?.name ?? s.key),
    order: ranked ? order : undefined,
    limit: ranked && limit !== 5 ? limit : undefined,
    type: filter.eventTypes,
    target: filter.text,
    about,
    said: saidOf(filter),
    asof: filter.asOf?.at.slice(0, 10),
    changed: changes && (changes.lastImport ? 'import' : (changes.actions?.join(',') ?? 'any')),
    since: changes?.since?.slice(0, 16),
  };
}

/** "claimed/confirmed:Islamic State": what is said, what is not, and of whom. */
const saidOf = ({ attribution: a }: Filter) =>
  a && `${a.statuses.join(',')}${a.unless ? `/${a.unless.join(',')}` : ''}${a.actor ? `:${a.actor.name}` : ''}`;

type Facets = ReturnType<typeof facetsOf>;
const lists = ['place', 'near', 'between', 'actor', 'pair', 'without', 'sides'] as const;
const words = ['of', 'by', 'order', 'about', 'said', 'asof', 'changed', 'since'] as const;
const numbers = ['killed', 'limit'] as const;

type Want = Record<string, string>;

const listFits = (got: string[] | undefined, want: string | undefined) =>
  want === undefined ? got === undefined : allOf(got ?? [], want);
const numberFits = (got: number | undefined, want: string | undefined) =>
  want === undefined ? got === undefined : Number(want) === got;

function wordFits(facet: (typeof words)[number], got: Facets, want: Want): boolean {
  if (facet === 'about' && !want.about) return true;
  if (facet === 'order' && !want.order && got.measure !== 'list') return true;
  return want[facet]?.replaceAll('_', ' ') === got[facet];
}

function periodFits(got: Facets, want: Want): boolean {
  const period = want.period === undefined ? undefined : periodOf(want.period);
  return period?.start === got.period?.start && period?.end === got.period?.end;
}

const targetFits = (got: Facets, target: string) =>
  within(got.target ?? '', target) || JSON.stringify(got.type ?? '').includes(target);

function differences(got: Facets, want: Want): string[] {
  const fits: Partial<Record<keyof Facets, boolean>> = {
    measure: (want.measure as string).split('|').includes(got.measure),
    period: periodFits(got, want),
    km: !want.km || Math.abs((got.km ?? 0) - Number(want.km)) < 1,
    type: !want.type || (got.type ?? []).includes(want.type),
    target: !want.target || targetFits(got, want.target),
  };
  for (const f of lists) fits[f] = listFits(got[f], want[f]);
  for (const f of words) fits[f] = wordFits(f, got, want);
  for (const f of numbers) fits[f] = numberFits(got[f], want[f]);
  const wrong = (Object.keys(fits) as (keyof Facets)[]).filter((facet) => !fits[facet]);
  return wrong.map((facet) => `${facet}: ${JSON.stringify(got[facet])}`);
}

/** What was read otherwise than meant; empty when it is right. */
export function misread(understood: ParseResult, { expected }: Pick<Meaning, 'expected'>): string[] {
  if (expected.measure === 'declined' || expected.measure === 'unclear')
    return understood.kind === 'query' ? ['it was answered'] : [];
  if (understood.kind !== 'query')
    return [JSON.stringify(understood.kind === 'unclear' ? understood.ask : understood.why)];
  return differences(facetsOf(understood.query), expected);
}
