import type { Dataset, Incident } from '../../incidents/incident.ts';
import type { Group } from '../../incidents/incidents.ts';
import type { Quantity } from '../../incidents/query.ts';
import type { ExportManifest } from '../export-answer.ts';

/** What is in the file: incidents, to be gone through anew each time, or the groups of an answer. */
export type ExportBody = { incidents: AsyncIterable<Incident> } | Groups;

export interface Groups {
  by: string;
  /** What they count. */
  of: Quantity;
  groups: Group[];
}

export interface ExportContent {
  about: ExportManifest;
  content: ExportBody;
}

/** Ids of datasets whose terms forbid it, where they were imported before datasets said so themselves. */
const forbidding = new Set(['acled', 'gtd']);

/** Whether a dataset's records may be passed on: by its own field, else by the list above. */
export const redistributionOf = ({
  id,
  redistribution,
}: Pick<Dataset, 'id' | 'redistribution'>): 'allowed' | 'forbidden' =>
  redistribution ?? (forbidding.has(id) ? 'forbidden' : 'allowed');
