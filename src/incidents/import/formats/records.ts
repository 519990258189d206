import { readRecord } from '../../record-problem.ts';
import { CellError } from '../cell-values.ts';
import type { Format } from '../format.ts';
import { parsed } from '../read/records-json.ts';

/** Records of Sitrep as they are, in JSON or JSON lines; docs/record-format.md. Their datasets: those that the file describes. */
export const records: Format = {
  name: 'records',
  dataset: { id: 'records', name: 'Records of Sitrep', licence: 'not stated', citation: 'not stated' },
  columns: [['id', 'kind', 'record']],
  // The file describes them before the records.
  datasets: () => [],
  reader: () => (cells) => {
    const read = readRecord(parsed(cells.record ?? ''));
    if ('record' in read) return read.record;
    const { path, value, reason } = read.problem;
    throw new CellError([cells.id, path].filter(Boolean).join(' '), value, reason);
  },
};
