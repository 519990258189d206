import type { Casualty, CasualtyKind, IncidentRecord, Toll } from './incident.ts';

/**
 * An incident's figures, in people; null where no source gives a number. `best`, `low` and `high` are of the killed.
 */
export interface Totals {
  best: number | null;
  low: number | null;
  high: number | null;
  civilians: number | null;
  wounded: number | null;
  abducted: number | null;
  arrested: number | null;
}

type Figure = Exclude<Toll, string>;

const figure = (toll: Toll | undefined): Figure | undefined => (typeof toll === 'object' ? toll : undefined);

/** The record's own figure; only if it has none, that of the first merged record with one. */
function total(casualties: Casualty[], harm: CasualtyKind): Figure | undefined {
  for (const account of Map.groupBy(casualties, (c) => c.account).values()) {
    const own = ofAccount(account, harm);
    if (own) return own;
  }
  return undefined;
}

/** The figure of the group "all", else the sum of the groups of the source that gives most of them. */
function ofAccount(casualties: Casualty[], harm: CasualtyKind): Figure | undefined {
  const whole = casualties.find((c) => c.group === 'all' && figure(c[harm]));
  if (whole) return figure(whole[harm]);
  const bySource = Map.groupBy(
    casualties.filter((c) => figure(c[harm])),
    (c) => c.by ?? '',
  );
  const parts = [...bySource.values()].sort((a, b) => b.length - a.length)[0];
  return parts
    ?.map((c) => figure(c[harm]) as Figure)
    .reduce((a, b) => ({ low: a.low + b.low, best: a.best + b.best, high: a.high + b.high }));
}

const none: Totals = {
  best: null,
  low: null,
  high: null,
  civilians: null,
  wounded: null,
  abducted: null,
  arrested: null,
};

/**
 * The figures of a record, which the store sums. "None reported" is null, not 0; records that are no incidents have
 * none.
 */
export function totalsOf(record: IncidentRecord): Totals {
  if (record.kind !== 'incident') return none;
  const killed = total(record.casualties, 'killed');
  const of = (harm: CasualtyKind) => total(record.casualties, harm)?.best ?? null;
  const civilians = record.casualties.filter((c) => /^civilians?$/i.test(c.group));
  return {
    best: killed?.best ?? null,
    low: killed?.low ?? null,
    high: killed?.high ?? null,
    civilians: total(civilians, 'killed')?.best ?? null,
    wounded: of('wounded'),
    abducted: of('abducted'),
    arrested: of('arrested'),
  };
}
