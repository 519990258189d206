import type { EntityLookup } from '../frames/build-places.ts';
import type { ChangeFilter, Period } from '../incidents/query.ts';
import { slotsOf } from './build-slots.ts';
import type { DialogueState } from './dialogue-state.ts';
import type { Facets } from './extract-slots.ts';
import type { ParseResult } from './parse-result.ts';
import { instantOf } from './readers/as-of.ts';
import { made } from './result.ts';

const back = /\b(?:it|that|this|them|these|those)(?: one| incident)?\b/i;

/** "since Monday", "this week": the one time said is that of the change; of two the first is that of the incidents. */
function timesOf(
  { period }: Facets,
  lastImport: boolean | undefined,
): { change?: Period; incidents: Facets['period'] } {
  const change = lastImport ? undefined : period.at(-1);
  return { ...(change ? { change: change.value } : {}), incidents: change ? period.slice(0, -1) : period };
}

const span = ({ start, end }: Period, zone: string): Pick<ChangeFilter, 'since' | 'before'> => ({
  ...(start === null ? {} : { since: instantOf(start, zone) }),
  ...(end === null ? {} : { before: instantOf(end, zone) }),
});

/** A question about what was changed in the record. */
export function changesIn(
  facets: Facets,
  memory: DialogueState | undefined,
  { zone, names }: { zone: string; names: EntityLookup },
): ParseResult {
  const asked = facets.changes[0]?.value;
  if (!asked) throw new Error('nothing is asked of changes');
  const { change, incidents } = timesOf(facets, asked.lastImport);
  const { slots, cues } = slotsOf({ ...facets, period: incidents }, false);
  const ids = memory?.ids ?? [];
  const told = Object.keys(slots).length === 0 && back.test(facets.text) && ids.length > 0;
  const changes = { ...asked, ...(change ? span(change, zone) : {}) };
  const limit = facets.limit[0]?.value ?? 5;
  return made(facets, { measure: 'changes', changes, limit, ...(told ? { ids } : slots) }, cues, names);
}
