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

/** "30 Aug 2023 · 12 killed in …": what a menu or a link calls it by. */
export const rowTitle = ({ when, words }: Pick<IncidentRow, 'when' | 'words'>): string => `${when} · ${words}`;

/** "Radio Dabanga +2" */
export const sourceWords = ({ source, moreSources }: Pick<IncidentRow, 'source' | 'moreSources'>): string =>
  source ? `${source.words}${moreSources ? ` +${moreSources}` : ''}` : '';

/** The row in plain words, with who reports it. */
export function rowLine(row: IncidentRow): string {
  const source = sourceWords(row);
  return `• ${rowTitle(row)}${source ? ` (${source})` : ''}`;
}
