import type { Fill } from '../../database/migrate.ts';
import { fillWords } from './full-text.ts';
import { fillTotals } from './rollups/maintain.ts';
import { fillNames } from './rollups/name-counts.ts';

/** What fills the tables that are derived from the records. */
export const fill: Fill = { 'full-text': fillWords, 'roll-ups': fillTotals, 'name-counts': fillNames };
