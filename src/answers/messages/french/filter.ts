import { eventWords } from '../../../incidents/event-words.ts';
import { periodsOf } from '../../../incidents/periods.ts';
import type { ActorFilter, Filter, Period, PlaceFilter, PlacePart, Quantity } from '../../../incidents/query.ts';
import { countryIn } from '../countries.ts';
import { datasetName } from '../dataset-name.ts';
import { datesIn, edgeOf, inOneList, unitsOf } from '../dates.ts';
import { borders, kilometres, mentionsOf } from '../english/filter.ts';
import { inRegion } from '../regions.ts';

const figures = new Intl.NumberFormat('fr-FR');
export const number = (n: number): string => figures.format(n);
const rules = new Intl.PluralRules('fr');
/** "1 incident", "2 incidents": 0 and 1 are singular. */
export const isOne = (n: number): boolean => rules.select(n) === 'one';
export const plural = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${isOne(n) ? one : many}`;

const conjunctions = {
  and: new Intl.ListFormat('fr', { type: 'conjunction' }),
  or: new Intl.ListFormat('fr', { type: 'disjunction' }),
};
export const list = (items: readonly string[], join: 'and' | 'or' = 'and'): string => conjunctions[join].format(items);

const dates = datesIn('fr-FR');
const firsts = (words: string) => words.replace(/(?<!\d)1(?= \p{L})/gu, '1er');
export const day = (iso: string): string => firsts(dates.format('day', iso));
/** First and last day, both inside. */
export const days = (first: string, last: string): string =>
  first === last ? day(first) : `du ${day(first)} au ${day(last)}`;
const elide = (words: string) => (/^[aàâeéèêiîoôuûh]/i.test(words) ? "d'" : 'de ');

export function period({ start, end }: Period): string {
  if (start === null && end === null) return 'à toute date';
  if (start === null) return `avant ${edge(end as string)}`;
  if (end === null) return `depuis ${edge(start)}`;
  const { grain, first, last } = unitsOf(start, end);
  const format = (iso: string) => (grain === 'day' ? day(iso) : dates.format(grain, iso));
  if (format(first) !== format(last))
    return grain === 'year' || grain === 'month'
      ? `${elide(format(first))}${format(first)} à ${format(last)}`
      : `du ${format(first)} au ${format(last)}`;
  return grain === 'day' || grain === 'moment' ? `le ${format(first)}` : `en ${format(first)}`;
}

/** "en 2014, 2015 et 2016" */
const periods = (all: readonly Period[]): string =>
  inOneList(all.map(period), (items) => list(items), { en: 'en', le: 'les' });

function edge(iso: string): string {
  const grain = edgeOf(iso);
  return grain === 'day' || grain === 'moment' ? `le ${firsts(dates.format(grain, iso))}` : dates.format(grain, iso);
}

/** The noun for the asked kinds, and its gender. */
export function kinds(filter: Filter, n: number): { words: string; gender: 'm' | 'f' } {
  const ids = filter.eventTypes ?? [];
  if (ids.length === 1 && ids[0] === 'violence') return { words: isOne(n) ? 'attaque' : 'attaques', gender: 'f' };
  const nouns = ids.flatMap((id) => eventWords.fr.get(id) ?? []);
  if (nouns.length === 0) return { words: isOne(n) ? 'incident' : 'incidents', gender: 'm' };
  return {
    words: list(
      nouns.map((t) => (isOne(n) ? t.one : t.many)),
      'or',
    ),
    gender: nouns.every((t) => t.gender === 'f') ? 'f' : 'm',
  };
}

const without = /^(?:Israël|Cuba|Haïti|Madagascar|Chypre|Malte|Singapour|Taïwan|Djibouti|Bahreïn|Oman|Monaco|Maurice)$/;
const masculine = /^(?:Mexique|Cambodge|Mozambique|Zimbabwe|Suriname|Belize|Royaume-Uni)$/;

/** "en Irak", "au Mali", "aux États-Unis", "à Cuba". */
export function inCountry(name: string): string {
  const country = countryIn('fr', name);
  if (country === 'Israël') return 'en Israël';
  if (without.test(country)) return `à ${country}`;
  if (/(?:Unis|Bas|Philippines|Émirats arabes unis|Comores|Maldives|Seychelles)$/.test(country))
    return `aux ${country}`;
  if (/^(?:Territoires|Îles)/.test(country)) return `dans les ${country}`;
  // "Corée du Sud", "Guinée-Bissau".
  const feminine = /^[^ -]*e(?:[ -]|$)|e$/.test(country) && !masculine.test(country);
  return `${feminine || /^[AEIOUÉÈÎÔ]/.test(country) ? 'en' : 'au'} ${country}`;
}

const apart = (p: PlaceFilter) =>
  p.country && p.country !== p.name && p.level !== 'world-region' && p.level !== 'region'
    ? ` (${countryIn('fr', p.country)})`
    : '';

const parts: Record<PlacePart, string> = {
  north: 'nord',
  south: 'sud',
  east: 'est',
  west: 'ouest',
  'north-east': 'nord-est',
  'north-west': 'nord-ouest',
  'south-east': 'sud-est',
  'south-west': 'sud-ouest',
  centre: 'centre',
};
const partWords: Parameters<typeof borders>[1] = {
  poles: ['N', 'S'],
  sides: ['E', 'O'],
  northOf: (line) => `au nord de ${line}`,
  southOf: (line) => `au sud de ${line}`,
  eastOf: (line) => `à l'est de ${line}`,
  westOf: (line) => `à l'ouest de ${line}`,
};

/** "en Irak, partie nord (au nord de 33,2° N)" */
function inPart(p: PlaceFilter, { of, bounds: edges }: NonNullable<PlaceFilter['part']>): string {
  const { part: _, ...whole } = p;
  return `${place(whole)}, ${p.relation === 'near' ? 'côté' : 'partie'} ${parts[of]} (${list(borders({ of, bounds: edges }, partWords))})`;
}

function place(p: PlaceFilter): string {
  if (p.part) return inPart(p, p.part);
  const km = number(kilometres(p));
  if (p.relation === 'along')
    return `à moins de ${km} km de la frontière entre ${p.name
      .split(' and ')
      .map((name) => countryIn('fr', name))
      .join(' et ')}`;
  if (p.relation === 'between') return `à moins de ${km} km de la ligne entre ${p.name.replace(' and ', ' et ')}`;
  if (p.relation === 'near') return `à moins de ${km} km ${elide(p.name)}${p.name}${apart(p)}`;
  if (p.level === 'country') return inCountry(p.name);
  if (p.level === 'admin1') return `dans la province ${p.name}${apart(p)}`;
  if (p.level === 'admin2') return `dans le district ${p.name}${apart(p)}`;
  return p.level === 'town' || p.level === 'site' ? `à ${p.name}${apart(p)}` : inRegion(p.name);
}

const roles: Record<ActorFilter['role'], string> = { attacker: 'par', target: 'contre', either: 'impliquant' };
const statuses: Record<string, string> = {
  claimed: 'revendiqué',
  denied: 'démenti',
  blamed: 'imputé',
  suspected: 'soupçonné',
  confirmed: 'confirmé',
};

export const bounds = (one: string, many: string, { min, max }: { min?: number; max?: number }): string =>
  min !== undefined && max !== undefined
    ? `avec ${number(min)} à ${plural(max, one, many)}`
    : min !== undefined
      ? `avec au moins ${plural(min, one, many)}`
      : `avec au plus ${plural(max ?? 0, one, many)}`;

function attributed({ statuses: wanted, actor, unless }: NonNullable<Filter['attribution']>): string {
  const words = (all: readonly string[]) =>
    list(
      all.map((s) => statuses[s] ?? s),
      'or',
    );
  if (wanted.length === 0) return `${words(unless ?? [])} par personne`;
  return `avec l'auteur ${words(wanted)}${actor ? ` : ${actor.name}` : ''}${unless ? ` et non ${words(unless)}` : ''}`;
}

/** Any of them; what they do in it is said once for neighbours that do the same. */
const involved = (actors: readonly ActorFilter[]): string =>
  list(
    actors.map((a, i) => (actors[i - 1]?.role === a.role ? a.name : `${roles[a.role]} ${a.name}`)),
    'or',
  );

/** Every facet but the kind of incident, in the order people say them. */
function facets(filter: Filter): string[] {
  const { exclude } = filter;
  const within = periodsOf(filter);
  return [
    ...(filter.actors ? [involved(filter.actors)] : []),
    ...(filter.pair ? [`entre ${filter.pair[0].name} et ${filter.pair[1].name}`] : []),
    ...(filter.places ? [list(filter.places.map(place), 'or')] : []),
    ...mentionsOf(filter, (m) => `« ${m} »`).map((all) => `mentionnant ${list(all, 'or')}`),
    ...(filter.text ? [`mentionnant « ${filter.text} »`] : []),
    ...(filter.attribution ? [attributed(filter.attribution)] : []),
    ...(filter.source ? [`selon ${filter.source}`] : []),
    ...(filter.dataset ? [`dans les données ${datasetName(filter.dataset)}`] : []),
    ...(filter.killed ? [bounds('mort', 'morts', filter.killed)] : []),
    ...(filter.civilians ? [bounds('civil tué', 'civils tués', filter.civilians)] : []),
    ...(filter.wounded ? [bounds('blessé', 'blessés', filter.wounded)] : []),
    ...(filter.wherePrecision ? ['de lieu exact'] : []),
    ...(filter.whenPrecision ? ['datés au jour près'] : []),
    ...(exclude?.places ? [`hors de ${list(exclude.places.map((p) => p.name))}`] : []),
    ...(exclude?.actors ? [`sans ${list(exclude.actors.map((a) => a.name))}`] : []),
    ...(exclude?.eventTypes
      ? [`autres que ${list(exclude.eventTypes.flatMap((t) => eventWords.fr.get(t)?.many ?? []))}`]
      : []),
    ...(filter.unreviewed ? ['pas encore vérifiés'] : []),
    ...(within ? [periods(within)] : []),
    ...(filter.asOf
      ? [
          `tel que connu le ${filter.asOf.at.includes('T') ? dates.format('moment', filter.asOf.at) : day(filter.asOf.at)}`,
        ]
      : []),
  ];
}

/** "en Irak en 2016", with a space before it where there is anything. */
export const around = (filter: Filter): string =>
  facets(filter)
    .map((f) => ` ${f}`)
    .join('');

/** What is counted, one and many. */
export const nouns: Record<Quantity, [string, string]> = {
  incidents: ['incident', 'incidents'],
  killed: ['personne tuée', 'personnes tuées'],
  'civilians killed': ['civil tué', 'civils tués'],
  wounded: ['personne blessée', 'personnes blessées'],
  abducted: ['personne enlevée', 'personnes enlevées'],
  arrested: ['personne arrêtée', 'personnes arrêtées'],
};
