import { incidents } from './001-incidents.ts';
import { derived } from './002-derived.ts';
import { merging } from './003-merging.ts';
import { cells } from './004-cells.ts';
import { rollUps } from './005-roll-ups.ts';
import { fullText } from './006-full-text.ts';
import { names } from './007-names.ts';
import { actorsAndProvinces } from './008-actors-and-provinces.ts';
import { wholePositions } from './009-whole-positions.ts';
import { everyStore } from './010-every-store.ts';
import { sourceLeaseHolder } from './011-source-lease-holder.ts';
import { sides } from './012-sides.ts';
import { sideDeaths } from './013-side-deaths.ts';
import type { Migration } from './migration.ts';

/** Every migration, in order. The first nine are of the incidents alone. */
export const migrations: readonly Migration[] = [
  ...[incidents, derived, merging, cells, rollUps],
  ...[fullText, names, actorsAndProvinces, wholePositions, everyStore],
  ...[sourceLeaseHolder, sides, sideDeaths],
];
