import { formatOf } from '../../src/incidents/import/formats/index.ts';
import { openSource } from '../../src/incidents/import/read/open-source.ts';
import { readTable } from '../../src/incidents/import/read/table.ts';
import { type Incident, incident } from '../../src/incidents/incident.ts';

/** The last incidents of a UCDP file, in the order of the file; rows that are no incidents are left out. */
export async function incidentsOf(file: string, most: number): Promise<Incident[]> {
  const [opened] = await openSource(file);
  if (!opened) throw new Error(`${file} holds no table`);
  const { columns, rows } = await readTable(opened);
  const read = formatOf(columns, file, 'ucdp')?.reader([]);
  const found: Incident[] = [];
  for await (const { cells } of rows) found.push(incident.parse(read?.(cells)));
  return found.slice(-most);
}
