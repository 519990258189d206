import { kindsCodedBy } from '../../dataset-scope.ts';
import { eventTypeOfCode } from '../../event-types.ts';
import type { ActorPart, Casualty, Dataset, Incident, When, Where } from '../../incident.ts';
import { CellError, type Cells, coded, countOf, numberOf, pointOf, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import { figuresOf } from '../figures.ts';
import type { Format } from '../format.ts';
import { reportsOf } from './ucdp-sources.ts';

const dataset: Dataset = {
  id: 'ucdp',
  name: 'UCDP Georeferenced Event Dataset',
  short: 'UCDP',
  licence: 'CC BY 4.0',
  citation:
    'Sundberg and Melander (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4); Davies, Pettersson and Öberg, Organized violence, Journal of Peace Research (yearly)',
  url: 'https://ucdp.uu.se/downloads/',
  redistribution: 'allowed',
  scope: {
    kinds: kindsCodedBy('ucdp'),
    casualties: ['killed', 'civilians killed'],
    groups: ['civilians'],
    sides: true,
    leastKilled: 1,
    selected: false,
    rounding: 'Places are rounded to a point and days to a range, each with its precision.',
    definition:
      'Use of armed force by an organised actor, at least one direct death, in a conflict that reaches 25 deaths in a year.',
  },
};

// UCDP GED codebook: where_prec and date_prec.
const wherePrecision: Record<number, Where['precision']> = {
  1: 'exact',
  2: 'near',
  3: 'district',
  4: 'province',
  5: 'line',
  6: 'country',
  7: 'sea',
};
const whenPrecision: Record<number, When['precision']> = { 1: 'day', 2: 'week', 3: 'week', 4: 'month', 5: 'year' };

/** The allies of a side are one field, joined by commas. In one-sided violence side A attacks civilians (UCDP GED codebook). */
function actorsOf(cells: Cells, oneSided: boolean): ActorPart[] {
  const sideOf = (side: 1 | 2, column: string, role: ActorPart['role']) =>
    required(cells, column)
      .split(', ')
      .map((actor) => ({ actor, role, side }));
  return [
    ...sideOf(1, 'side_a', oneSided ? 'attacker' : 'party'),
    ...sideOf(2, 'side_b', oneSided ? 'victim' : 'party'),
  ];
}

type Figures = ReturnType<typeof figuresOf>;

/** The range is widened where the best estimate lies outside; `isOutside` then flags it. */
function casualtiesOf(cells: Cells, oneSided: boolean, { figure }: Figures): Casualty[] {
  const [best, low, high] = estimatesOf(figure);
  const part = (group: string, column: string): Casualty[] => {
    const killed = figure(column);
    return killed === undefined || (killed.high === 0 && group !== 'civilians') ? [] : [{ group, killed, by: 'UCDP' }];
  };
  const all = best ?? low ?? high;
  return [
    ...(all === undefined
      ? []
      : [
          {
            group: 'all',
            killed: { low: low ?? all, best: all, high: high ?? all },
            by: 'UCDP',
          },
        ]),
    ...part(required(cells, 'side_a'), 'deaths_a'),
    ...(oneSided ? [] : part(required(cells, 'side_b'), 'deaths_b')),
    ...part('civilians', 'deaths_civilians'),
    ...part('people not identified', 'deaths_unknown'),
  ];
}

function whereOf(cells: Cells): Where {
  return {
    place: textOf(cells.where_coordinates),
    description: textOf(cells.where_description),
    admin2: textOf(cells.adm_2),
    admin1: textOf(cells.adm_1),
    country: required(cells, 'country'),
    ...pointOf(cells, 'latitude', 'longitude'),
    precision: coded(cells, 'where_prec', wherePrecision),
    basis: 'source',
  };
}

const estimatesOf = (figure: Figures['figure']) =>
  (['best', 'low', 'high'] as const).map((name) => (figure(name) ?? figure(`${name}_est`))?.best);

function flagsOf(cells: Cells): string[] {
  const [best, low, high] = estimatesOf(figuresOf(cells, 'UCDP').figure);
  const order = best !== undefined && (best < (low ?? best) || best > (high ?? best));
  const status = textOf(cells.code_status);
  return [
    ...(order ? ['estimate-order'] : []),
    ...(status && status !== 'Clear' ? [`code-status: ${status}`] : []),
    ...(/\bXXX\d+/.test(`${cells.side_a} ${cells.side_b}`) ? ['candidate'] : []),
  ];
}

function idOf(cells: Cells): number {
  const id = countOf(cells, 'id');
  if (id === undefined) throw new CellError('id', '', 'is empty');
  return id;
}

function incidentOf(cells: Cells, date: DateReader): Incident {
  const code = String(numberOf(cells, 'type_of_violence') ?? '');
  const type = eventTypeOfCode('ucdp', code);
  if (!type) throw new CellError('type_of_violence', code, 'is not 1, 2 or 3');
  const oneSided = code === '3';
  const figures = figuresOf(cells, 'UCDP');
  const casualties = casualtiesOf(cells, oneSided, figures);
  const sources = numberOf(cells, 'number_of_sources');
  return {
    kind: 'incident',
    id: `ucdp:${idOf(cells)}`,
    when: {
      start: date(cells, 'date_start'),
      end: date(cells, 'date_end'),
      precision: coded(cells, 'date_prec', whenPrecision),
      basis: 'source',
    },
    where: whereOf(cells),
    eventTypes: [type.id],
    actors: actorsOf(cells, oneSided),
    attributions: [],
    casualties,
    reports: reportsOf(cells),
    details: figures.kept,
    ...(sources !== undefined && sources > 0 ? { sourceCount: sources } : {}),
    flags: [...flagsOf(cells), ...figures.flags()],
    conflict: textOf(cells.conflict_name),
  };
}

/** UCDP GED in every layout: yearly and candidate releases, HDX copies, the web export, GeoJSON. */
export const ucdp: Format = {
  name: 'ucdp',
  dataset,
  columns: [
    ['id', 'type_of_violence', 'side_a', 'side_b', 'where_prec', 'country', 'date_prec', 'date_start', 'date_end'],
  ],
  // The web export writes the month first.
  reader: (sample) => {
    const date = dateReader(sample, ['date_start', 'date_end'], 'month-first');
    return (cells) => incidentOf(cells, date);
  },
};
