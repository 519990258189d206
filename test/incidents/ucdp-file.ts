import { createReadStream } from 'node:fs';
import { formatOf } from '../../src/incidents/import/format.ts';
import { readTable } from '../../src/incidents/import/rows.ts';
import { type Incident, incident } from '../../src/incidents/incident.ts';

/** The last incidents of a UCDP file, in the order of the file; rows that are no incidents are left out. */
export async function incidentsOf(file: string, most: number): Promise<Incident[]> {
  const { columns, rows } = await readTable(createReadStream(file), file);
  const format = formatOf(columns, file);
  const found: Incident[] = [];
  for await (const { cells } of rows) found.push(incident.parse(format.recordOf(cells)));
  return found.slice(-most);
}
