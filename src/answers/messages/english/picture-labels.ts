import type { ChartWords, MapWords, PictureLabels, TimelineWords } from '../picture-labels.ts';
import { title } from './card.ts';
import { casualtyText } from './casualties.ts';
import { day, days, when } from './dates.ts';
import { around, counted, shortKinds } from './filter.ts';
import { keyWords, measuredWords, unitWords } from './groups.ts';
import { capital, clean, list, number, plural } from './text.ts';

const chart: ChartWords = {
  series: (query, unit, n) => `${capital(measuredWords(query, n))} by ${unitWords[unit][0]}`,
  ranked: (query, unit, shown, all) =>
    `${capital(unitWords[unit][1])} by ${measuredWords(query)}${all > shown ? ` (${number(shown)} of ${number(all)} ${unitWords[unit][1]})` : ''}`,
  sides: (query) => `${capital(measuredWords(query))}, side by side`,
  band: 'low to high estimate',
  partial: 'incomplete period',
  end: (last) => `the data ends on ${day(last)}`,
  first: (n, of) => `the first ${n} of ${of}`,
  kind: (overTime) => (overTime ? 'Bar chart over time' : 'Bar chart'),
  highest: (n, of) => `The highest ${number(n)} of ${number(of)}: `,
  incomplete: ' (incomplete)',
  nothing: 'Nothing to draw.',
  dataEnds: (last) => `The data ends on ${day(last)}.`,
};

const map: MapWords = {
  known: 'known to the place',
  roughly: 'known to the district or an area',
  line: 'somewhere along the line',
  province: 'known only to the province',
  country: 'known only to the country',
  undrawn: (n) => `${number(n)} more in areas that are not drawn`,
  asked: (name, km, line) => `within ${km} km of ${line ? 'the line between ' : ''}${name}`,
  outlines: 'Outlines: Natural Earth',
  kilometres: (km) => `${number(km)} km`,
  others: (name, n) => `${name} and ${number(n)} more`,
  rough: (name) => `around ${name}`,
  between: (one, other) => `between ${one} and ${other}`,
  pair: (name) => name,
  unnamed: 'place not named',
  at: (n, places, said) => `${number(n)}${said ? '' : ' incidents'} at ${plural(places, 'place')}`,
  alongLine: (n, said) => `${number(n)}${said ? '' : ' incidents'} somewhere along a line between two places`,
  coarse: (n) => `${number(n)} known only to the province or country`,
  nowhere: (n) => `${number(n)} without any place`,
  nothingToDraw: (filter, total) => {
    const kinds = shortKinds(filter, total);
    const none = total === 1 ? `of this ${kinds}` : `of any of these ${kinds}`;
    return `The data does not say ${none} where it was, so there is nothing to draw.`;
  },
  table: (shown, all) => `Places${all > shown ? ` (${number(shown)} of ${number(all)})` : ''}`,
  columns: ['Place', 'Incidents', 'Killed'],
  grain: {
    near: 'within 25 km',
    district: 'somewhere in the district',
    province: 'somewhere in the province',
    line: 'along a line or within an area',
    sea: 'at sea or in the air',
    country: 'somewhere in the country',
  },
  map: 'Map',
  weighed: (measured, places) => `${capital(measured)} at ${plural(places, 'place')}`,
  inAll: (n) => `${number(n)} in all`,
  roughlyOf: (n) => `${number(n)} of them only somewhere around it`,
  noPlaces: 'No exact places.',
  provinces: 'Known only to the province',
  countries: 'Known only to the country',
  withoutPlace: 'Without any place',
  also: 'Also drawn',
  corridor: (km, name) => `a corridor of ${number(km)} km on each side of the line between ${name}`,
  circle: (km, name) => `a circle of ${number(km)} km around ${name}`,
  outline: (name) => `the outline of ${name}`,
  more: (n) => `${number(n)} more`,
};

/** Letters of a date or a title in a table. */
const longest = 90;

const timeline: TimelineWords = {
  table: 'Timeline',
  columns: ['What happened', 'Killed'],
  chosen: (n) => `The deadliest ${number(n)} in the order they happened:`,
  span: (first, last) => `From ${days(first, last)}.`,
  when: (at) => clean(when(at), longest),
  title: (incident) => clean(title(incident), longest),
  toll: casualtyText,
  unknown: 'unknown',
};

const tick = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC', ...options });
const [dayTick, monthTick] = [tick({ day: 'numeric' }), tick({ year: 'numeric' })];

export const english: PictureLabels = {
  rightToLeft: false,
  number,
  thousands: ',',
  list: (items) => list(items),
  comma: ', ',
  between: '; ',
  labelled: (name, figure) => `${name}: ${figure}`,
  range: (value, low, high) => `${number(value)} (${number(low)} to ${number(high)})`,
  name: (text) => text,
  country: (name) => name,
  ground: (name) => name.toUpperCase(),
  day,
  tick: { day: (at) => dayTick.format(at), month: (at) => monthTick.format(at) },
  key: keyWords,
  measured: measuredWords,
  around: (filter) => around(filter),
  counted,
  cut: '… (cut)',
  chart,
  map,
  timeline,
};
