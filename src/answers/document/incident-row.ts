import type { Citation } from './incident-card.ts';

/** An incident in one line of an answer; its card is behind “Details”. */
export interface IncidentRow {
  id: string;
  /** "30 Aug 2023" */
  when: string;
  /** What, by whom, where and the toll, without what the question has named. */
  words: string;
  /** The first of those who report it. */
  source?: Citation | undefined;
  /** How many others report it. */
  moreSources: number;
}

/** "Radio Dabanga +2" */
export const sourceWords = ({ source, moreSources }: Pick<IncidentRow, 'source' | 'moreSources'>): string =>
  source ? `${source.words}${moreSources ? ` +${moreSources}` : ''}` : '';
