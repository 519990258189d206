import type { Correction } from './correction.ts';
import type { Incident, IncidentRecord } from './incident.ts';

/** A correction before it is applied: without the source's values (`was`). */
export type Amendment = Omit<Correction, 'was'>;

const unreviewed = 'unreviewed';

/** The incident with a correction applied and recorded in `corrections`, with the values it replaces. */
export function applyCorrection(incident: Incident, amendment: Amendment): Incident {
  const { corrections = [], ...rest } = incident;
  const flags = amendment.confirmed ? { flags: rest.flags.filter((flag) => flag !== unreviewed) } : {};
  const now = { ...amendment.now, ...flags };
  const was = Object.fromEntries(
    Object.keys(now).flatMap((field) => {
      const value = rest[field as keyof typeof now];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const { casualty, attributions = [] } = amendment;
  return {
    ...rest,
    ...now,
    casualties: casualty ? [casualty, ...rest.casualties] : rest.casualties,
    attributions: [...rest.attributions, ...attributions],
    corrections: [...corrections, { ...amendment, now, was }],
  };
}

/** The incident before a correction; they are undone from the last to the first. */
function without(incident: Incident, { now, was, casualty, attributions = [] }: Correction): Incident {
  const back = { ...incident, ...was };
  for (const field of Object.keys(now) as (keyof typeof now)[]) if (was[field] === undefined) delete back[field];
  return {
    ...back,
    casualties: casualty ? back.casualties.slice(1) : back.casualties,
    attributions: back.attributions.slice(0, back.attributions.length - attributions.length),
  };
}

/** The record as its source has it, with all corrections undone. */
export function withoutCorrections(record: IncidentRecord): IncidentRecord {
  if (record.kind !== 'incident' || !record.corrections) return record;
  const { corrections, ...rest } = record;
  return corrections.reduceRight<Incident>(without, rest);
}

/** A record's new revision from its source, with the corrections of the revision `before` applied to it again. */
export function reapplyCorrections(revised: IncidentRecord, before: IncidentRecord): IncidentRecord {
  if (revised.kind !== 'incident' || before.kind !== 'incident') return revised;
  return (before.corrections ?? []).reduce<Incident>(
    (record, { was, now, confirmed, ...rest }) =>
      applyCorrection(record, {
        ...rest,
        now: confirmed ? withoutFlags(now) : now,
        ...(confirmed ? { confirmed } : {}),
      }),
    revised,
  );
}

const withoutFlags = ({ flags, ...rest }: Correction['now']): Correction['now'] => rest;
