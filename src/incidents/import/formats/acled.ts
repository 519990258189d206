import { kindsCodedBy } from '../../dataset-scope.ts';
import { daysLater } from '../../day-spans.ts';
import { eventTypeOfCode } from '../../event-types.ts';
import type { Casualty, Dataset, Incident, When, Where } from '../../incident.ts';
import { CellError, type Cells, coded, listOf, pointOf, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader, monthAround } from '../dates.ts';
import { type Figure, figuresOf } from '../figures.ts';
import type { Format } from '../format.ts';
import { idsByContent, withoutSpaces } from '../record-ids.ts';
import { saysYes } from '../table-words.ts';
import type { TwinIds } from '../twin-ids.ts';
import { actorsOf, interactionOf, targetsCivilians } from './acled-actors.ts';

const dataset: Dataset = {
  id: 'acled',
  name: 'Armed Conflict Location & Event Data (ACLED)',
  short: 'ACLED',
  licence: 'ACLED terms of use (own use with attribution; its data may not be passed on)',
  citation:
    'Raleigh, Linke, Hegre and Karlsen (2010), Introducing ACLED, Journal of Peace Research 47(5); Armed Conflict Location & Event Data (ACLED), acleddata.com',
  url: 'https://acleddata.com',
  redistribution: 'forbidden',
  scope: {
    kinds: kindsCodedBy('acled', 'attack-on-civilians'),
    casualties: ['killed'],
    groups: [],
    sides: false,
    selected: false,
    rounding: 'Each incident is a day; one known to the week or month only has the middle of it.',
    definition: 'Political violence and protest, one event for each day, place and kind.',
  },
};

// ACLED codebook: geo_precision 2 is a part of a region or near a place, 3 a province.
const wherePrecision: Record<number, Where['precision']> = { 1: 'exact', 2: 'near', 3: 'province' };

/** time_precision 2 is a week, of which the date is the middle; 3 a month. */
function whenOf(cells: Cells, date: DateReader): When {
  const day = date(cells, 'event_date');
  const precision = textOf(cells.time_precision)
    ? coded(cells, 'time_precision', { 1: 'day', 2: 'week', 3: 'month' } as const)
    : 'day';
  const range =
    precision === 'week'
      ? { start: daysLater(day, -3), end: daysLater(day, 3) }
      : precision === 'month'
        ? monthAround(day)
        : { start: day, end: day };
  return { ...range, precision, basis: 'source' };
}

function whereOf(cells: Cells): Where {
  const point = pointOf(cells, 'latitude', 'longitude');
  const admin1 = textOf(cells.admin1);
  const place = textOf(cells.location);
  return {
    place,
    admin2: textOf(cells.admin2),
    admin1,
    country: required(cells, 'country'),
    ...point,
    precision: textOf(cells.geo_precision)
      ? coded(cells, 'geo_precision', wherePrecision)
      : place
        ? 'near'
        : admin1
          ? 'province'
          : 'country',
    basis: 'source',
  };
}

function typesOf(cells: Cells): string[] {
  const type =
    eventTypeOfCode('acled', cells.sub_event_type ?? '') ?? eventTypeOfCode('acled', required(cells, 'event_type'));
  if (!type) throw new CellError('event_type', cells.event_type ?? '', 'is not an event type of ACLED');
  const onCivilians = saysYes(cells.civilian_targeting) ? ['attack-on-civilians'] : [];
  return [...new Set([type.id, ...onCivilians])];
}

const byRule = 'ACLED gives no figure of civilians: these are all deaths of an event that targets civilians';

/**
 * ACLED writes 0 for both "none" and "none reported", so it is not a count. It gives no figure of civilians: by its own
 * rule the deaths of events that target civilians are civilians' deaths.
 */
function casualtiesOf(cells: Cells, figure: Figure | undefined): Casualty[] {
  if (figure === undefined) return [];
  const killed = figure.high === 0 ? ('none reported' as const) : figure;
  const all: Casualty = { group: 'all', killed, by: 'ACLED' };
  return targetsCivilians(cells) ? [all, { group: 'civilians', killed, by: 'ACLED', note: byRule }] : [all];
}

function detailsOf(cells: Cells): Incident['details'] {
  const interaction = interactionOf(cells);
  const tags = textOf(cells.tags);
  return [
    ...(interaction ? [{ topic: 'background' as const, text: interaction, by: 'ACLED' }] : []),
    ...(tags ? [{ topic: 'what' as const, text: tags, by: 'ACLED' }] : []),
  ];
}

function incidentOf(cells: Cells, date: DateReader, idOf: (cells: Cells) => string): Incident {
  const sources = listOf(cells.source, ';');
  const figures = figuresOf(cells, 'ACLED');
  const casualties = casualtiesOf(cells, figures.figure('fatalities'));
  return {
    kind: 'incident',
    id: `acled:${idOf(cells)}`,
    summary: textOf(cells.notes),
    when: whenOf(cells, date),
    where: whereOf(cells),
    eventTypes: typesOf(cells),
    ...actorsOf(cells),
    casualties,
    reports: sources.map((publisher) => ({ publisher })),
    details: [...detailsOf(cells), ...figures.kept],
    ...(sources.length ? { sourceCount: sources.length } : {}),
    flags: figures.flags(),
  };
}

/**
 * ACLED has numbered its events anew: `data_id` until 2023, `event_id_cnty` since. Figures and actors of an event get
 * corrected; its day, position and notes tell it from others.
 */
const twins: TwinIds = {
  olderId: (cells) => {
    const [older, newer] = [textOf(cells.data_id), textOf(cells.event_id_cnty)];
    return older && newer ? `acled:${withoutSpaces(older)}` : undefined;
  },
  isOlder: (id) => /^acled:\d{1,12}$/.test(id),
  isNewer: (id) => /^acled:[A-Z]{2,4}\d+$/.test(id),
  likeness: ({ when, where, summary }) => {
    const notes = summary?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    const at = [where.lat, where.lon].map((degrees) => degrees?.toFixed(3));
    return notes ? [when.start, where.country, ...at, notes].join('|') : '';
  },
};

/** ACLED: exports in every layout, pages of its API, and extracts without ids. */
export const acled: Format = {
  name: 'acled',
  dataset,
  columns: [['event_date', 'event_type', 'interaction', 'fatalities', 'country']],
  twins,
  reader: (sample) => {
    const date = dateReader(sample, ['event_date']);
    const byContent = idsByContent(['timestamp']);
    const idOf = (cells: Cells) => {
      const own = textOf(cells.event_id_cnty) ?? textOf(cells.data_id);
      return own ? withoutSpaces(own) : byContent(cells);
    };
    return (cells) => incidentOf(cells, date, idOf);
  },
};
