import type { Incident } from '../incidents/incident.ts';
import type { Publication } from './resolve-time.ts';

/** A fact of a draft and the sentence it comes from, as written. */
export interface Evidence {
  field: 'when' | 'where' | 'kind' | 'actor' | 'attribution' | 'casualties';
  words: string;
  quote: string;
}

export interface DraftIncident {
  incident: Incident;
  evidence: Evidence[];
}

/** What is given beside the text. */
export interface ArticleMetadata extends Publication {
  source?: string | undefined;
  link?: string | undefined;
}

/** What a text tells of: incidents to be confirmed, totals and developments that are none. */
export interface Draft {
  incidents: DraftIncident[];
  aggregates: string[];
  developments: string[];
  /** Background of other times, and how many lines of the page were left out. */
  earlier: string[];
  dropped: number;
  /** The text was longer than what is read. */
  cut: boolean;
  sentences: number;
  headline?: string;
}
