import type { Cells } from './cell-values.ts';
import { ImportError } from './import-error.ts';
import { mostly } from './mapping/column-values.ts';
import type { Column } from './read/columns.ts';

const counts =
  /^((n|no|nr|num|number|count|total|sum)_?(of_)?)?(events|incidents|attacks|battles)(_?(count|total|number|n))?$|^(event|incident)_(count|total)$/;
const whole = (value: string) => /^\d+(\.0+)?$/.test(value);
const ofConflicts = /^(conflict_id|dyad_id|conflict_new_id|dyad_new_id)$/;
const ofYears = /^(intensity_level|cumulative_intensity|bd_best|best_fatality_estimate|ep_end|start_date2)$/;
const ofEvents = /^(date_prec|date_start|event_date|where_prec)$/;

/**
 * Refuses tables whose rows are no incidents, by their columns: totals of events, and conflicts or dyads by year. Throws
 * ImportError.
 */
export function refuseTotals(name: string, columns: readonly Column[], sample: readonly Cells[]): void {
  const has = (pattern: RegExp) => columns.some(({ key }) => pattern.test(key));
  const total = columns.find(
    ({ key }) =>
      counts.test(key) &&
      mostly(
        sample.map((row) => row[key]),
        whole,
      ),
  );
  if (total)
    throw new ImportError(
      `${name} is a table of totals: one row counts several events (column ${total.name}), and is no incident. Import the list of events itself.`,
    );
  if (has(ofConflicts) && has(/^year$/) && has(ofYears) && !has(ofEvents))
    throw new ImportError(
      `${name} is a table of conflicts: one row is a conflict${has(/^dyad/) ? ' or dyad' : ''} and year, not an incident. Import UCDP’s events (GED) instead: import ucdp.`,
    );
}
