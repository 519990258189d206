import type { Incident } from '../incidents/incident.ts';
import type { Publication } from './resolve-time.ts';

/** A field of a draft, the words for it, and the sentence they come from, as written. */
export interface Evidence {
  field: 'when' | 'where' | 'kind' | 'actor' | 'attribution' | 'casualties';
  words: string;
  quote: string;
}

/** An incident to be confirmed, with the sentences it comes from. */
export interface DraftIncident {
  incident: Incident;
  evidence: Evidence[];
}

/** What is known about a text besides its words. */
export interface ArticleMetadata extends Publication {
  source?: string | undefined;
  link?: string | undefined;
}

/**
 * What is extracted from a text: incidents to be confirmed, and sentences on totals and developments, which are not
 * incidents.
 */
export interface Draft {
  incidents: DraftIncident[];
  aggregates: string[];
  developments: string[];
  /** Sentences on earlier events, and how many lines of the page were left out. */
  earlier: string[];
  dropped: number;
  /** The text was longer than the limit, and the rest was not read. */
  cut: boolean;
  sentences: number;
  headline?: string;
}
