import { reportsScope } from '../../dataset-scope.ts';
import type { Dataset, Unreviewed } from '../../incident.ts';
import { type Cells, listOf, pointOf, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import type { Format } from '../format.ts';
import { shortHash } from '../record-ids.ts';
import { saysYes } from '../table-words.ts';

const dataset: Dataset = {
  id: 'ushahidi',
  name: 'Ushahidi reports from the public',
  licence: 'as stated by the deployment it was exported from',
  citation: 'the deployment it was exported from, made with Ushahidi (https://www.ushahidi.com)',
  redistribution: 'forbidden',
  scope: reportsScope('Reports from the public: to review, never counted.'),
};

function detailsOf(cells: Cells): Unreviewed['details'] {
  const categories = listOf(cells.category, ',').join(', ');
  const state = `${saysYes(cells.verified) ? 'verified' : 'not verified'}, ${saysYes(cells.approved) ? 'approved' : 'not approved'}`;
  return [
    ...(categories ? [{ topic: 'what' as const, text: categories, by: 'Ushahidi' }] : []),
    { topic: 'caution', text: state, by: 'Ushahidi' },
  ];
}

function reportOf(cells: Cells, date: DateReader): Unreviewed {
  const day = date(cells, 'incident_date');
  const title = required(cells, 'incident_title');
  const place = textOf(cells.location);
  const point = pointOf(cells, 'latitude', 'longitude');
  return {
    kind: 'report',
    // Every deployment counts its serial numbers from 1.
    id: `ushahidi:${required(cells, cells.serial === undefined ? '' : 'serial').replace(/\W+/g, '-')}-${shortHash(`${day} ${title}`)}`,
    title,
    summary: textOf(cells.description),
    when: { start: day, end: day, precision: 'day', basis: 'source' },
    where: { ...(place ? { place } : {}), ...point, precision: point ? 'near' : 'unknown', basis: 'source' },
    actors: [],
    attributions: [],
    reports: [{ publisher: 'a report from the public, through Ushahidi', date: day }],
    details: detailsOf(cells),
    eventTypes: [],
    statement: title,
    confidence: 'not rated',
    codings: [],
  };
}

/** Exports of Ushahidi 2. Anyone can send such reports, so they are to be reviewed. */
export const ushahidi: Format = {
  name: 'ushahidi',
  dataset,
  // Ushahidi 2 heads the column of its numbers with “#”.
  columns: [
    ['incident_title', 'incident_date', 'verified', 'approved'],
    ['serial', 'incident_title', 'incident_date', 'verified'],
  ],
  reader: (sample) => {
    const date = dateReader(sample, ['incident_date']);
    return (cells) => reportOf(cells, date);
  },
};
