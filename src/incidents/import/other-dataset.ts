import type { IncidentRecord } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import { ImportError } from './import-error.ts';

const isElsewhere = (a: IncidentRecord, b: IncidentRecord): boolean =>
  a.when.start !== b.when.start &&
  (a.where.country !== b.where.country || a.where.place !== b.where.place || a.where.admin1 !== b.where.admin1);

/**
 * Refuses a file whose ids are those of stored records with, mostly, another date and another place: its numbers are of
 * its own, and it would overwrite them. `mapped`: its dataset can be named. Throws ImportError.
 */
export async function refuseOtherDataset(
  file: string,
  sample: readonly IncidentRecord[],
  { incidents, dataset, mapped }: { incidents: Pick<Incidents, 'getAll'>; dataset: string; mapped: boolean },
): Promise<void> {
  const stored = await incidents.getAll(sample.map(({ id }) => id));
  const back = sample.filter(({ id }) => stored.get(id)?.id === id);
  const elsewhere = back.filter((record) => isElsewhere(record, stored.get(record.id) as IncidentRecord));
  if (elsewhere.length === 0 || elsewhere.length * 2 <= back.length) return;
  const remedy = mapped
    ? `If it is another dataset, import it with --dataset NAME; if it is a new edition of “${dataset}”, with --dataset ${dataset}.`
    : 'Check whether it is the file you mean, and whether a spreadsheet has changed its ids.';
  throw new ImportError(
    `${file}: ${elsewhere.length} of ${back.length} of its ids that “${dataset}” has already are of another date and place there (${elsewhere[0]?.id}). Nothing was imported. ${remedy}`,
  );
}
