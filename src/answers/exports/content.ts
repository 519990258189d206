import type { Dataset, Incident } from '../../incidents/incident.ts';
import type { Group } from '../../incidents/incidents.ts';
import type { Quantity } from '../../incidents/query.ts';
import type { About } from '../export-answer.ts';

/** What is in the file: incidents, to be gone through anew each time, or the groups of an answer. */
export type Content = { incidents: AsyncIterable<Incident> } | Groups;

export interface Groups {
  by: string;
  /** What they count. */
  of: Quantity;
  groups: Group[];
}

export interface Exported {
  about: About;
  content: Content;
}

/** Ids of datasets whose terms forbid it, where they were imported before datasets said so themselves. */
const forbidding = new Set(['acled', 'gtd']);

export const passing = ({ id, redistribution }: Pick<Dataset, 'id' | 'redistribution'>): 'allowed' | 'forbidden' =>
  redistribution ?? (forbidding.has(id) ? 'forbidden' : 'allowed');
