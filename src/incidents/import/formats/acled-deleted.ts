import type { IncidentRecord } from '../../incident.ts';
import { type Cells, required } from '../cell-values.ts';
import type { Format } from '../format.ts';
import { withoutSpaces } from '../record-ids.ts';
import { acled } from './acled.ts';

const deleted = (cells: Cells): IncidentRecord => ({
  kind: 'report',
  id: `acled:${withoutSpaces(required(cells, 'event_id_cnty'))}`,
  statement: 'deleted by ACLED',
  when: { start: null, end: null, precision: 'unknown', basis: 'source' },
  where: { precision: 'unknown', basis: 'source' },
  actors: [],
  attributions: [],
  reports: [],
  details: [],
  eventTypes: [],
  confidence: 'not rated',
  codings: [],
});

/** Pages of ACLED's list of deleted events: the events are taken back. */
export const acledDeleted: Format = {
  name: 'acled-deleted',
  dataset: acled.dataset,
  columns: [['event_id_cnty', 'deleted_timestamp']],
  reader: () => deleted,
  retracts: true,
};
