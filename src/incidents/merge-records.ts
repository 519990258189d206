import type { MergedRecord } from './correction.ts';
import type { Incident } from './incident.ts';
import { joinActors } from './sides.ts';

/** A record to merge into another, with the merge's author, instant, reason and confidence (0 to 1). */
export interface MergedInput {
  record: Incident;
  by: string;
  at: string;
  why: string;
  confidence?: number | undefined;
}

/** Up to three publishers of its reports, or else its dataset. */
const sourcesOf = ({ reports, id }: Incident): string =>
  [...new Set(reports.map((report) => report.publisher))].slice(0, 3).join(', ') || (id.split(':')[0] as string);

const accountOf = ({ record, by, at, why, confidence }: MergedInput): MergedRecord => ({
  id: record.id,
  ...(record.title ? { title: record.title } : {}),
  told: sourcesOf(record),
  when: record.when,
  where: record.where,
  eventTypes: record.eventTypes,
  by,
  at,
  why,
  ...(confidence === undefined ? {} : { confidence }),
});

const distinct = <T>(items: T[], key: (item: T) => string = (item) => JSON.stringify(item)): T[] =>
  [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();

/**
 * One incident from several records. Date, place and the figures that count are those of `kept`; actors, attributions,
 * reports and details of the others are added, and their figures with `account` set to their id.
 */
export function mergeRecords(kept: Incident, absorbed: readonly MergedInput[]): Incident {
  if (absorbed.length === 0) return kept;
  const others = absorbed.map(({ record }) => record);
  const all = [kept, ...others];
  return {
    ...kept,
    eventTypes: [...new Set(all.flatMap((r) => r.eventTypes))],
    actors: others.reduce((actors, r) => joinActors(actors, r.actors), kept.actors),
    attributions: distinct(
      all.flatMap((r) => r.attributions),
      ({ actor, status, by, quote }) => JSON.stringify([actor, status, by, quote]),
    ),
    reports: distinct(all.flatMap((r) => r.reports)),
    details: distinct(all.flatMap((r) => r.details)),
    casualties: [
      ...kept.casualties,
      ...others.flatMap((r) => r.casualties.map((c) => ({ ...c, account: c.account ?? r.id }))),
    ],
    accounts: [...(kept.accounts ?? []), ...absorbed.flatMap((a) => [accountOf(a), ...(a.record.accounts ?? [])])],
  };
}
