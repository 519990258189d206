import type { Scope } from '../change.ts';
import type { IncidentRecord } from '../incident.ts';

/** Collects what a release covers from its records: countries, the range of days, and all ids. */
export function createScopeBuilder() {
  const ids = new Set<string>();
  const countries = new Set<string>();
  let [first, last] = ['9999-12-31', '0000-01-01'];
  return {
    add({ id, where, when }: IncidentRecord): void {
      ids.add(id);
      if (where.country) countries.add(where.country);
      if (when.start && when.start < first) first = when.start;
      if (when.end && when.end > last) last = when.end;
    },
    ids,
    scope: (): Scope => ({ countries: [...countries], first, last }),
  };
}

/** A scope in the making. */
export type ScopeBuilder = ReturnType<typeof createScopeBuilder>;
