import { cut } from '../../../kernel/cut.ts';
import { kindsCodedBy } from '../../dataset-scope.ts';
import type { Casualty, Dataset, Incident, Report, When, Where } from '../../incident.ts';
import { CellError, type Cells, coded, numberOf, plainNumber, pointOf, required, textOf } from '../cell-values.ts';
import { monthAround } from '../dates.ts';
import { type Figure, figuresOf } from '../figures.ts';
import type { Format } from '../format.ts';
import { knownValue, typesOf } from './gtd-codes.ts';
import { actorsOf, attributionsOf } from './gtd-groups.ts';

const dataset: Dataset = {
  id: 'gtd',
  name: 'Global Terrorism Database (GTD)',
  short: 'GTD',
  licence: 'GTD end user licence (own, non-commercial use; its data may not be passed on)',
  citation:
    'START (National Consortium for the Study of Terrorism and Responses to Terrorism), Global Terrorism Database, https://www.start.umd.edu/gtd',
  url: 'https://www.start.umd.edu/gtd',
  redistribution: 'forbidden',
  scope: {
    kinds: kindsCodedBy('gtd', 'suicide-bombing'),
    casualties: ['killed', 'wounded', 'abducted'],
    groups: ['attackers', 'Americans', 'hostages'],
    sides: false,
    selected: false,
    rounding: 'A position is of a town, or the middle of a district or province; a day or month may be unknown.',
    definition: 'Intentional violence, or the threat of it, by a party that is no state.',
  },
};

// GTD codebook, "specificity": 2 and 3 have the middle of a district, 4 that of a province.
const wherePrecision: Record<number, Where['precision']> = {
  1: 'exact',
  2: 'district',
  3: 'district',
  4: 'province',
  5: 'country',
};

/** Month or day 0: unknown (GTD codebook). */
function whenOf(cells: Cells): When {
  const part = (column: string, most: number) => {
    const n = numberOf(cells, column) ?? 0;
    if (!Number.isInteger(n) || n < 0 || n > most)
      throw new CellError(column, cells[column] ?? '', `is not 0 to ${most}`);
    return n;
  };
  const [year, month, day] = [part('iyear', 2100), part('imonth', 12), part('iday', 31)];
  if (year < 1900) throw new CellError('iyear', cells.iyear ?? '', 'is not a year');
  const asWritten = textOf(cells.approxdate);
  const more = { ...(asWritten ? { asWritten } : {}), basis: 'source' as const };
  if (month === 0) return { start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year', ...more };
  const whole = monthAround(`${year}-${month}-1`);
  if (day === 0) return { ...whole, precision: 'month', ...more };
  const date = `${whole.start.slice(0, 8)}${String(day).padStart(2, '0')}`;
  if (date > whole.end) throw new CellError('iday', cells.iday ?? '', `is not a day of month ${month}`);
  return { start: date, end: date, precision: 'day', ...more };
}

function whereOf(cells: Cells): Where {
  const point = pointOf(cells, 'latitude', 'longitude');
  const specificity = point && textOf(cells.specificity) ? coded(cells, 'specificity', wherePrecision) : undefined;
  const place = knownValue(cells.city);
  const vicinity = knownValue(cells.vicinity) === '1';
  const precision = specificity ?? (place ? 'near' : knownValue(cells.provstate) ? 'province' : 'country');
  return {
    place,
    description: knownValue(cells.location),
    admin1: knownValue(cells.provstate),
    country: required(cells, 'country_txt'),
    ...point,
    precision: precision === 'exact' && vicinity ? 'near' : precision,
    basis: 'source',
  };
}

/**
 * GTD divides the toll of linked attacks among them, so figures may be fractions; blank and negative ones are unknown.
 */
type TollOf = (column: string) => Figure | undefined;

function casualtiesOf(cells: Cells, tollOf: TollOf): Casualty[] {
  const group = (name: string, killed: string, wounded: string): Casualty[] => {
    const [k, w] = [tollOf(killed), tollOf(wounded)];
    return k || w ? [{ group: name, ...(k ? { killed: k } : {}), ...(w ? { wounded: w } : {}), by: 'GTD' }] : [];
  };
  const hostages = tollOf('nhostkid');
  const abducted =
    knownValue(cells.ishostkid) === '1'
      ? [{ group: 'hostages', abducted: hostages ?? ('number unknown' as const), by: 'GTD' }]
      : [];
  // Without the whole toll, a part of it would be taken for the whole.
  const parts = tollOf('nkill')
    ? [...group('attackers', 'nkillter', 'nwoundte'), ...group('Americans', 'nkillus', 'nwoundus')]
    : [];
  return [...group('all', 'nkill', 'nwound'), ...parts, ...abducted];
}

/** `"Headline," Publisher, January 3, 2015.` */
function reportOf(cite: string): Report {
  const [, headline, publisher] = cite.match(/^"+(.+?),?"+,?\s*([^,]{2,80})/) ?? [];
  return publisher ? { publisher: publisher.trim(), headline } : { publisher: cut(cite, 80) };
}

const topics = [
  ['motive', 'motive'],
  ['weapdetail', 'weapon'],
  ['propcomment', 'damage'],
  ['addnotes', 'background'],
] as const;

function detailsOf(cells: Cells): Incident['details'] {
  const target = [knownValue(cells.target1), knownValue(cells.corp1), knownValue(cells.targtype1_txt)].filter(
    (t) => t !== undefined,
  );
  return [
    ...(target.length ? [{ topic: 'target' as const, text: target.join(', '), by: 'GTD' }] : []),
    ...topics.flatMap(([column, topic]) => {
      const text = knownValue(cells[column]);
      return text ? [{ topic, text, by: 'GTD' }] : [];
    }),
  ];
}

function flagsOf(cells: Cells): string[] {
  const fraction = ['nkill', 'nwound'].some((c) => !Number.isInteger(plainNumber(cells[c] ?? '') ?? 0));
  return [
    ...(fraction ? ['fractional-toll'] : []),
    ...(knownValue(cells.doubtterr) === '1' ? ['doubt-terrorism'] : []),
  ];
}

function idOf(cells: Cells): string {
  const id = required(cells, 'eventid');
  if (!/^\d+(\.0)?$/.test(id))
    throw new CellError('eventid', id, 'is not a whole number; a spreadsheet may have rounded it');
  return id.replace(/\.0$/, '');
}

function incidentOf(cells: Cells): Incident {
  const figures = figuresOf(cells, 'GTD');
  const casualties = casualtiesOf(cells, figures.figure);
  return {
    kind: 'incident',
    id: `gtd:${idOf(cells)}`,
    summary: knownValue(cells.summary),
    when: whenOf(cells),
    where: whereOf(cells),
    eventTypes: typesOf(cells),
    actors: actorsOf(cells),
    attributions: attributionsOf(cells),
    casualties,
    reports: ['scite1', 'scite2', 'scite3'].flatMap((c) =>
      knownValue(cells[c]) ? [reportOf(required(cells, c))] : [],
    ),
    details: [...detailsOf(cells), ...figures.kept],
    flags: [...flagsOf(cells), ...figures.flags()],
  };
}

/** The Global Terrorism Database, in the columns of 2013 and later. */
export const gtd: Format = {
  name: 'gtd',
  dataset,
  columns: [['eventid', 'iyear', 'imonth', 'iday', 'country_txt', 'gname']],
  reader: () => incidentOf,
};
