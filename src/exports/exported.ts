import type { Dataset, Incident } from '../incidents/incident.ts';
import type { Group } from '../incidents/incidents.ts';

/** What every exported file says of itself. */
export interface About {
  /** The first sentence of the answer. */
  answer: string;
  /** How the question was read, what was left out, until when the data goes. */
  notes: string[];
  /** Word by word how it was read, where the conversation still knows. */
  why?: string;
  /** An ISO instant. */
  exportedAt: string;
  /** Those the rows are from, with licence and citation. */
  datasets: Dataset[];
  /** Where records may not be passed on. */
  warning?: string;
}

/** What is in the file: incidents, to be gone through anew each time, or the groups of an answer. */
export type Content = { incidents: AsyncIterable<Incident> } | { by: string; groups: Group[] };

export interface Exported {
  about: About;
  content: Content;
}

/** Ids of datasets whose terms forbid it, where they were imported before datasets said so themselves. */
const forbidding = new Set(['acled', 'gtd']);

export const passing = ({ id, redistribution }: Pick<Dataset, 'id' | 'redistribution'>): 'allowed' | 'forbidden' =>
  redistribution ?? (forbidding.has(id) ? 'forbidden' : 'allowed');
