import { eventWords } from '../../../incidents/event-words.ts';
import { periodsOf } from '../../../incidents/periods.ts';
import type { ActorFilter, Filter, Period, PlaceFilter, PlacePart } from '../../../incidents/query.ts';
import { countryIn } from '../countries.ts';
import { datasetName } from '../dataset-name.ts';
import { datesIn, edgeOf, inOneList, unitsOf } from '../dates.ts';
import { borders, kilometres, mentionsOf } from '../english/filter.ts';
import { regionInArabic } from '../regions.ts';

// Latin digits: the program's tables, links and ids have them, and both kinds in one line are read in two directions.
export const locale = 'ar-u-ca-gregory-nu-latn';
const figures = new Intl.NumberFormat(locale);
export const number = (n: number): string => figures.format(n);

/** Latin words in an Arabic sentence keep their own direction (U+2068 … U+2069). */
export const apart = (text: string): string => (/\p{Script=Latin}/u.test(text) ? `\u2068${text}\u2069` : text);

export type Forms = Record<Intl.LDMLPluralRule, string>;
const rules = new Intl.PluralRules('ar');
/** In all six forms, "#" where the figure goes. */
export const count = (n: number, forms: Forms): string => forms[rules.select(n)].replace('#', number(n));

export const incidents: Forms = {
  zero: 'لا حوادث',
  one: 'حادث واحد',
  two: 'حادثان',
  few: '# حوادث',
  many: '# حادثًا',
  other: '# حادث',
};
const attacks: Forms = {
  zero: 'لا هجمات',
  one: 'هجوم واحد',
  two: 'هجومان',
  few: '# هجمات',
  many: '# هجومًا',
  other: '# هجوم',
};

export const killed: Forms = {
  zero: 'لا قتلى',
  one: 'قتيل واحد',
  two: 'قتيلان',
  few: '# قتلى',
  many: '# قتيلًا',
  other: '# قتيل',
};

const conjunctions = {
  and: new Intl.ListFormat('ar', { type: 'conjunction' }),
  or: new Intl.ListFormat('ar', { type: 'disjunction' }),
};
export const list = (items: readonly string[], join: 'and' | 'or' = 'and'): string => conjunctions[join].format(items);

const dates = datesIn(locale);
export const day = (iso: string): string => dates.format('day', iso);
/** First and last day, both inside. */
export const days = (first: string, last: string): string =>
  first === last ? day(first) : `من ${day(first)} إلى ${day(last)}`;
export const month = (iso: string): string => dates.format('month', iso);

export function period({ start, end }: Period): string {
  if (start === null && end === null) return 'في أي وقت';
  if (start === null) return `قبل ${dates.format(edgeOf(end as string), end as string)}`;
  if (end === null) return `منذ ${dates.format(edgeOf(start), start)}`;
  const { grain, first, last } = unitsOf(start, end);
  const [from, to] = [dates.format(grain, first), dates.format(grain, last)];
  if (from !== to) return `من ${from} إلى ${to}`;
  return grain === 'year' ? `في عام ${from}` : `في ${from}`;
}

/** "في أعوام 2014 و2015 و2016" */
const periods = (all: readonly Period[]): string =>
  inOneList(all.map(period), (items) => list(items), {
    'في عام': all.length === 2 ? 'في عامي' : 'في أعوام',
    في: 'في',
  });

/** What kinds were asked for, as a plural noun. */
export function kinds(filter: Filter): string {
  const ids = filter.eventTypes ?? [];
  if (ids.length === 1 && ids[0] === 'violence') return 'هجمات';
  const nouns = ids.flatMap((id) => eventWords.ar.get(id)?.many ?? []);
  return nouns.length ? list(nouns, 'or') : 'حوادث';
}

/** "7 هجمات"; a kind stands apart, so that the noun that is counted has its own forms: "7 حوادث (غارات جوية)". */
export function countedKinds(filter: Filter, n: number): string {
  const ids = filter.eventTypes ?? [];
  if (ids.length === 1 && ids[0] === 'violence') return count(n, attacks);
  return `${count(n, incidents)}${ids.length ? ` (${kinds(filter)})` : ''}`;
}

const country = (p: PlaceFilter) =>
  p.country && p.country !== p.name && p.level !== 'world-region' && p.level !== 'region'
    ? ` (${apart(countryIn('ar', p.country))})`
    : '';

const parts: Record<PlacePart, string> = {
  north: 'الشمال',
  south: 'الجنوب',
  east: 'الشرق',
  west: 'الغرب',
  'north-east': 'الشمال الشرقي',
  'north-west': 'الشمال الغربي',
  'south-east': 'الجنوب الشرقي',
  'south-west': 'الجنوب الغربي',
  centre: 'الوسط',
};
const partWords: Parameters<typeof borders>[1] = {
  poles: ['ش', 'ج'],
  sides: ['ق', 'غ'],
  northOf: (line) => `شمال ${line}`,
  southOf: (line) => `جنوب ${line}`,
  eastOf: (line) => `شرق ${line}`,
  westOf: (line) => `غرب ${line}`,
};

/** "في العراق، الشمال (شمال 33.2° ش)" */
function inPart(p: PlaceFilter, { of, bounds: edges }: NonNullable<PlaceFilter['part']>): string {
  const { part: _, ...whole } = p;
  return `${place(whole)}، ${parts[of]} (${list(borders({ of, bounds: edges }, partWords))})`;
}

function place(p: PlaceFilter): string {
  if (p.part) return inPart(p, p.part);
  const km = number(kilometres(p));
  if (p.relation === 'along') {
    const [a = '', b = ''] = p.name.split(' and ').map((name) => apart(countryIn('ar', name)));
    return `على بعد ${km} كم أو أقل من الحدود بين ${a} و${b}`;
  }
  if (p.relation === 'between') {
    const [a = '', b = ''] = p.name.split(' and ');
    return `على بعد ${km} كم أو أقل من الخط بين ${apart(a)} و${apart(b)}`;
  }
  if (p.relation === 'near') return `على بعد ${km} كم أو أقل من ${apart(p.name)}${country(p)}`;
  if (p.level === 'country') return `في ${apart(countryIn('ar', p.name))}`;
  if (p.level === 'admin1') return `في محافظة ${apart(p.name)}${country(p)}`;
  if (p.level === 'admin2') return `في قضاء ${apart(p.name)}${country(p)}`;
  return `في ${apart(p.level === 'world-region' ? regionInArabic(p.name) : p.name)}${country(p)}`;
}

const roles: Record<ActorFilter['role'], string> = { attacker: 'نفذها', target: 'ضد', either: 'شارك فيها' };
const statuses: Record<string, string> = {
  claimed: 'متبنى',
  denied: 'منفي',
  blamed: 'منسوب',
  suspected: 'مشتبه به',
  confirmed: 'مؤكد',
};

export const bounds = (what: string, { min, max }: { min?: number; max?: number }): string =>
  min !== undefined && max !== undefined
    ? `مع ${what} من ${number(min)} إلى ${number(max)}`
    : min !== undefined
      ? `مع ${what} لا يقل عن ${number(min)}`
      : `مع ${what} لا يزيد على ${number(max ?? 0)}`;

function attributed({ statuses: wanted, actor, unless }: NonNullable<Filter['attribution']>): string {
  const words = (all: readonly string[]) =>
    list(
      all.map((s) => statuses[s] ?? apart(s)),
      'or',
    );
  const not = unless ? `غير ${words(unless)}` : '';
  const included = wanted.length ? `الفاعل ${words(wanted)}${actor ? `: ${apart(actor.name)}` : ''}` : '';
  return [included, not].filter(Boolean).join(' و');
}

/** Every facet but the kind of incident, in the order people say them. */
function facets(filter: Filter): string[] {
  const { exclude } = filter;
  const within = periodsOf(filter);
  const names = (all: readonly { name: string }[]) => list(all.map((a) => apart(a.name)));
  return [
    ...(filter.actors ? [list(filter.actors.map((a) => `${roles[a.role]} ${apart(a.name)}`))] : []),
    ...(filter.pair ? [`بين ${apart(filter.pair[0].name)} و${apart(filter.pair[1].name)}`] : []),
    ...(filter.places ? [list(filter.places.map(place), 'or')] : []),
    ...mentionsOf(filter, (m) => `«${apart(m)}»`).map((all) => `تذكر ${list(all, 'or')}`),
    ...(filter.text ? [`تذكر «${apart(filter.text)}»`] : []),
    ...(filter.attribution ? [attributed(filter.attribution)] : []),
    ...(filter.source ? [`وفق ${apart(filter.source)}`] : []),
    ...(filter.dataset ? [`في بيانات ${apart(datasetName(filter.dataset))}`] : []),
    ...(filter.killed ? [bounds('عدد قتلى', filter.killed)] : []),
    ...(filter.civilians ? [bounds('عدد قتلى مدنيين', filter.civilians)] : []),
    ...(filter.wounded ? [bounds('عدد جرحى', filter.wounded)] : []),
    ...(filter.wherePrecision ? ['محددة المكان بدقة'] : []),
    ...(filter.whenPrecision ? ['معروفة اليوم'] : []),
    ...(exclude?.places ? [`خارج ${names(exclude.places)}`] : []),
    ...(exclude?.actors ? [`دون ${names(exclude.actors)}`] : []),
    ...(exclude?.eventTypes
      ? [`عدا ${list(exclude.eventTypes.flatMap((t) => eventWords.ar.get(t)?.many ?? []))}`]
      : []),
    ...(filter.unreviewed ? ['لم تُراجع بعد'] : []),
    ...(within ? [periods(within)] : []),
    ...(filter.asOf
      ? [`كما كان معروفًا في ${dates.format(filter.asOf.at.includes('T') ? 'moment' : 'day', filter.asOf.at)}`]
      : []),
  ];
}

export const around = (filter: Filter): string =>
  facets(filter)
    .map((f) => ` ${f}`)
    .join('');
