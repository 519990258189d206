import type { Query } from '../../src/incidents/query.ts';
import type { ParseResult } from '../../src/reading/parse-result.ts';
import { type Facets, facetsOf, type Side, type Span } from './facets.ts';
import type { Expected } from './meanings.ts';

const plain = (s: string) =>
  s
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const hasWords = (got: string, want: string) => ` ${plain(got)} `.includes(` ${plain(want.replaceAll('_', ' '))} `);
/** Whether a name has the words of another; "Tadmur/Palmyra" is either, "Mosul&Erbil" both. */
const within = (got: string, want: string) =>
  want.split('/').some((either) => either.split('&').every((w) => hasWords(got, w)));
const allOf = (got: string[], want: string) => {
  const wanted = want.split(',');
  return got.length === wanted.length && wanted.every((w) => got.some((g) => within(g, w)));
};

/** "2016", "2016-03", "2016-03-01", "2016-03-01..2016-04-01", "..2016-01-01": start and end, the end outside. */
export function periodOf(told: string): Span {
  if (told.includes('..')) {
    const [start = '', end = ''] = told.split('..');
    return { start: start || null, end: end || null };
  }
  const [y, m, d] = told.split('-').map(Number);
  const from = Temporal.PlainDate.from({ year: y as number, month: m ?? 1, day: d ?? 1 });
  return { start: from.toString(), end: from.add(d ? { days: 1 } : m ? { months: 1 } : { years: 1 }).toString() };
}

const lists = ['place', 'near', 'between', 'actor', 'pair', 'notby', 'nottype', 'without'] as const;
const words = [
  'part',
  'of',
  'lost',
  'by',
  'change',
  'having',
  'dataset',
  'about',
  'said',
  'asof',
  'changed',
  'since',
] as const;
/** Looked at only where they are told. */
const optional = ['relation', 'role', 'bound', 'level', 'country', 'order'] as const;
const numbers = ['killed', 'max'] as const;

/** The facets that a meaning may tell, the measure aside. */
export const knownFacets: readonly string[] = [
  ...lists,
  ...words,
  ...optional,
  ...numbers,
  ...['period', 'periods', 'km', 'limit', 'type', 'target', 'sides', 'caveat'],
];

const listFits = (got: string[] | undefined, want: string | undefined) =>
  want === undefined ? got === undefined : allOf(got ?? [], want);
const numberFits = (got: number | undefined, want: string | undefined) =>
  want === undefined ? got === undefined : Number(want) === got;

function wordFits(facet: (typeof words)[number], got: Facets, want: Expected): boolean {
  if (facet === 'about' && !want.about) return true;
  const wanted = want[facet]?.replaceAll('_', ' ').split('|');
  return wanted ? wanted.includes(got[facet] ?? '') : got[facet] === undefined;
}

const optionalFits = (got: string | undefined, want: string | undefined) =>
  want === undefined || within(got ?? '', want);

const samePeriod = (got: Span | undefined, told: string | undefined) => {
  const period = told === undefined ? undefined : periodOf(told);
  return period?.start === got?.start && period?.end === got?.end;
};

function periodsFit(got: Span[] | undefined, want: string | undefined): boolean {
  if (want === undefined) return got === undefined;
  const wanted = want.split(',');
  return got?.length === wanted.length && wanted.every((w) => got.some((g) => samePeriod(g, w)));
}

const isPeriod = (told: string) => /^\d{4}(?:-\d\d)*(?:\.\.|$)/.test(told);

/** A side is told by its name ("Aleppo"), its period ("2016-03") or both ("Aleppo@2016"). */
function sideFits({ called, period }: Side, told: string): boolean {
  if (isPeriod(told)) return period ? samePeriod(period, told) : within(called, told);
  const [name = '', during] = told.split('@');
  return within(called, name) && (during === undefined || samePeriod(period, during));
}

function sidesFit(got: Side[] | undefined, want: string | undefined): boolean {
  if (want === undefined) return got === undefined;
  const wanted = want.split(',');
  return got?.length === wanted.length && wanted.every((w) => got.some((side) => sideFits(side, w)));
}

const targetFits = (got: Facets, target: string) =>
  ` ${plain(got.target ?? '')}`.includes(` ${plain(target)}`) || JSON.stringify(got.type ?? '').includes(target);

/** An order that is not asked for must not be read; that of a list only, a ranking has one of its own. */
const orderFits = (got: Facets, want: Expected) =>
  want.order ? within(got.order ?? '', want.order) : got.order === undefined || got.measure !== 'list';

const limitFits = (got: Facets, want: Expected) =>
  want.limit ? Number(want.limit) === got.limit : got.measure !== 'list' || got.order === undefined || got.limit === 5;

/** What differs from the facets told, those aside that are told as "any". */
function differences(query: Query, expected: Expected): string[] {
  const got = facetsOf(query);
  const want: Expected = Object.fromEntries(Object.entries(expected).filter(([, told]) => told !== 'any'));
  const fits: Partial<Record<keyof Facets, boolean>> = {
    measure: (want.measure as string).split('|').includes(got.measure),
    period: samePeriod(got.period, want.period),
    periods: periodsFit(got.periods, want.periods),
    km: !want.km || Math.abs((got.km ?? 0) - Number(want.km)) < 1,
    type: !want.type || (got.type ?? []).includes(want.type),
    target: !want.target || targetFits(got, want.target),
    sides: sidesFit(got.sides, want.sides),
  };
  for (const f of lists) fits[f] = listFits(got[f], want[f]);
  for (const f of words) fits[f] = wordFits(f, got, want);
  for (const f of optional) fits[f] = optionalFits(got[f], want[f]);
  for (const f of numbers) fits[f] = numberFits(got[f], want[f]);
  Object.assign(fits, { order: orderFits(got, want), limit: limitFits(got, want) });
  const wrong = (Object.keys(fits) as (keyof Facets)[]).filter((f) => !fits[f] && expected[f] !== 'any');
  return wrong.map((facet) => `${facet}: ${JSON.stringify(got[facet])}`);
}

/** What a reader may add to a query: sentences that come first in the answer, and the parts of a question with two. */
type Asked = ParseResult & { caveats?: unknown[]; second?: object | undefined };

function caveatFits({ caveats = [] }: Asked, want: string | undefined): string[] {
  if (want === 'any' || caveats.length > 0 === (want === 'yes')) return [];
  return [`caveats: ${JSON.stringify(caveats)}`];
}

/** What was read otherwise than meant; empty when it is right. */
export function misread(understood: Asked, meaning: { expected: Expected; second?: Expected | undefined }): string[] {
  const { expected, second } = meaning;
  const kinds = (expected.measure as string).split('|');
  if (kinds.includes('declined') || kinds.includes('unclear'))
    return kinds.includes(understood.kind) ? [] : [`it was read as ${understood.kind}`];
  if (understood.kind !== 'query')
    return [JSON.stringify(understood.kind === 'unclear' ? understood.ask : understood.why)];
  if (second) {
    const other = understood.kind === 'query' ? understood.second : undefined;
    return partsMisread(other ? [{ ...understood, second: undefined } as Asked, other as Asked] : [], expected, second);
  }
  return [...differences(understood.query, expected), ...caveatFits(understood, expected.caveat)];
}

function partsMisread(parts: Asked[], ...wanted: Expected[]): string[] {
  if (parts.length !== wanted.length) return [`parts: ${parts.length}`];
  return parts.flatMap((part, i) => misread(part, { expected: wanted[i] as Expected }));
}
