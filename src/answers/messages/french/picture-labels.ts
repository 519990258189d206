import type { Query } from '../../../incidents/query.ts';
import { countryIn } from '../countries.ts';
import { capital, clean } from '../english/text.ts';
import type { ChartWords, MapWords, PictureLabels, TimelineWords } from '../picture-labels.ts';
import { toll } from './card.ts';
import { french as wording } from './catalogue.ts';
import { around, day, days, isOne, kinds, list, nouns, number, plural } from './filter.ts';
import { title, when } from './incident.ts';
import { unitWords as units } from './units.ts';

const incidents = (n: number): string => plural(n, 'incident');
const known = (n: number): string => (isOne(n) ? 'connu' : 'connus');
/** "d’attaques", "de personnes tuées" */
const of = (words: string): string => (/^[aeiouyéèêâîôû]/i.test(words) ? `d’${words}` : `de ${words}`);

function measured({ of: what, filter }: Query, n = 2): string {
  if (what === 'incidents') return kinds(filter, n).words;
  return nouns[what][isOne(n) ? 0 : 1];
}

const chart: ChartWords = {
  series: (query, unit, n) => `${capital(measured(query, n))} par ${units[unit][0]}`,
  ranked: (query, unit, shown, all) =>
    `${capital(units[unit][1])} par nombre ${of(measured(query))}${all > shown ? ` (${number(shown)} sur ${number(all)})` : ''}`,
  sides: (query) => `${capital(measured(query))}, côte à côte`,
  band: 'de l’estimation basse à la haute',
  partial: 'période incomplète',
  end: (last) => `fin des données le ${day(last)}`,
  first: (n, total) => `les ${number(n)} premiers sur ${number(total)}`,
  kind: (overTime) => (overTime ? 'Diagramme en barres dans le temps' : 'Diagramme en barres'),
  highest: (n, total) => `Les ${number(n)} plus hauts sur ${number(total)} : `,
  incomplete: ' (incomplet)',
  nothing: 'Rien à dessiner.',
  dataEnds: (last) => `Les données s’arrêtent le ${day(last)}.`,
};

const map: MapWords = {
  known: 'lieu connu',
  roughly: 'connu au district ou à une zone près',
  line: 'quelque part le long de la ligne',
  province: 'connu seulement à la province près',
  country: 'connu seulement au pays près',
  undrawn: (n) => `${number(n)} de plus dans des zones non dessinées`,
  asked: (name, km, line) => `à moins de ${number(km)} km ${line ? `de la ligne entre ${name}` : of(name)}`,
  outlines: 'Contours : Natural Earth',
  kilometres: (km) => `${number(km)} km`,
  others: (name, n) => `${name} et ${number(n)} ${isOne(n) ? 'autre' : 'autres'}`,
  rough: (name) => `autour ${of(name)}`,
  between: (one, other) => `entre ${one} et ${other}`,
  pair: (name) => name.replace(' and ', ' et '),
  unnamed: 'lieu non nommé',
  at: (n, places) => `${incidents(n)} dans ${plural(places, 'lieu', 'lieux')}`,
  alongLine: (n) => `${incidents(n)} quelque part le long d’une ligne entre deux lieux`,
  coarse: (n) => `${number(n)} ${known(n)} seulement à la province ou au pays près`,
  nowhere: (n) => `${incidents(n)} sans aucun lieu`,
  nothingToDraw: () => 'Les données n’en disent pas le lieu : il n’y a donc rien à dessiner.',
  table: (shown, all) => `Lieux${all > shown ? ` (${number(shown)} sur ${number(all)})` : ''}`,
  columns: ['Lieu', 'Incidents', 'Morts'],
  grain: {
    near: 'à 25 km près',
    district: 'quelque part dans le district',
    province: 'quelque part dans la province',
    line: 'le long d’une ligne ou dans une zone',
    sea: 'en mer ou dans les airs',
    country: 'quelque part dans le pays',
  },
  map: 'Carte',
  weighed: (what, places) => `${capital(what)} dans ${plural(places, 'lieu', 'lieux')}`,
  inAll: (n) => `${number(n)} au total`,
  roughlyOf: (n) => `dont ${number(n)} seulement quelque part aux alentours`,
  noPlaces: 'Aucun lieu exact.',
  provinces: 'Connu seulement à la province près',
  countries: 'Connu seulement au pays près',
  withoutPlace: 'Sans aucun lieu',
  also: 'Dessiné aussi',
  corridor: (km, name) => `un couloir de ${number(km)} km de chaque côté de la ligne entre ${name}`,
  circle: (km, name) => `un cercle de ${number(km)} km autour ${of(name)}`,
  outline: (name) => `le contour : ${name}`,
  more: (n) => `${number(n)} de plus`,
};

/** Letters of a date or a title in a table. */
const longest = 90;

const timeline: TimelineWords = {
  table: 'Chronologie',
  columns: ['Ce qui s’est passé', 'Morts'],
  chosen: (n) => (isOne(n) ? 'Le plus meurtrier :' : `Les ${number(n)} plus meurtriers, dans l’ordre des faits :`),
  span: (first, last) => `${capital(days(first, last))}.`,
  when: (at) => clean(when(at), longest),
  title: (incident) => clean(title(incident), longest),
  toll,
  unknown: 'inconnu',
};

const tick = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC', ...options });
const [dayTick, monthTick] = [tick({ day: 'numeric' }), tick({ year: 'numeric' })];

export const french: PictureLabels = {
  rightToLeft: false,
  number,
  // Not to be broken, and narrow, as the runtime's own numbers have it.
  thousands: '\u202f',
  list: (items) => list(items),
  comma: ', ',
  between: ' ; ',
  labelled: (name, figure) => `${name} : ${figure}`,
  range: (value, low, high) => `${number(value)} (de ${number(low)} à ${number(high)})`,
  name: (text) => text,
  country: (name) => countryIn('fr', name),
  ground: (name) => countryIn('fr', name).toLocaleUpperCase('fr'),
  day,
  tick: { day: (at) => dayTick.format(at), month: (at) => monthTick.format(at) },
  key: (by, key) => clean(wording.key(by ?? 'country', key), 100),
  measured,
  around: (filter) => around(filter).trim(),
  counted: wording.counted,
  cut: '… (coupé)',
  chart,
  map,
  timeline,
};
