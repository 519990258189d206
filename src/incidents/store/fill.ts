import type { Fill } from '../../database/migrate.ts';
import { fillWords } from './full-text.ts';
import { fillTotals } from './rollups/maintain.ts';
import { fillNames } from './rollups/name-counts.ts';

/** Functions that fill the tables derived from the records, by their names in the migrations. */
export const fill: Fill = { 'full-text': fillWords, 'roll-ups': fillTotals, 'name-counts': fillNames };
