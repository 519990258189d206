import type { Correction } from './correction.ts';
import type { Incident, IncidentRecord } from './incident.ts';

/** A correction before it is made: what the source says is not noted yet. */
export type Amendment = Omit<Correction, 'was'>;

const unreviewed = 'unreviewed';

/** The incident with one correction more. */
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

/** One correction taken back, the last one first. */
function without(incident: Incident, { now, was, casualty, attributions = [] }: Correction): Incident {
  const back = { ...incident, ...was };
  for (const field of Object.keys(now) as (keyof typeof now)[]) if (was[field] === undefined) delete back[field];
  return {
    ...back,
    casualties: casualty ? back.casualties.slice(1) : back.casualties,
    attributions: back.attributions.slice(0, back.attributions.length - attributions.length),
  };
}

/** The record as its source tells it, without what people put right. */
export function withoutCorrections(record: IncidentRecord): IncidentRecord {
  if (record.kind !== 'incident' || !record.corrections) return record;
  const { corrections, ...rest } = record;
  return corrections.reduceRight<Incident>(without, rest);
}

/** What the source says now, with what people had put right before. */
export function reapplyCorrections(told: IncidentRecord, before: IncidentRecord): IncidentRecord {
  if (told.kind !== 'incident' || before.kind !== 'incident') return told;
  return (before.corrections ?? []).reduce<Incident>(
    (record, { was, now, confirmed, ...rest }) =>
      applyCorrection(record, {
        ...rest,
        now: confirmed ? withoutFlags(now) : now,
        ...(confirmed ? { confirmed } : {}),
      }),
    told,
  );
}

const withoutFlags = ({ flags, ...rest }: Correction['now']): Correction['now'] => rest;
