import type { Dataset, Incident } from '../incidents/incident.ts';
import { foldKeepingArticles } from '../kernel/normalise.ts';

/** The dataset of incidents that people report. */
export const userReports: Dataset = {
  id: 'reported',
  name: 'Reports from people',
  licence: 'not for redistribution: quotes belong to their publishers',
  redistribution: 'forbidden',
  citation: 'Incidents reported to Sitrep by the people who use it, from the texts they name',
  scope: {
    casualties: ['killed', 'civilians killed', 'wounded', 'abducted', 'arrested'],
    groups: [],
    sides: false,
    selected: true,
    definition: 'What people saw fit to report.',
  },
};

/** The flag of an incident that no manager has reviewed yet. */
export const unreviewed = 'unreviewed';

const slugOf = (words: string): string =>
  foldKeepingArticles(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * The id of a reported incident, "reported:airstrike-deir-ez-zor-2020-07-11"; from the second of the same name, with
 * `n`.
 */
export function userReportId({ eventTypes, where, when }: Incident, n = 1): string {
  const place = where.between?.[1].name ?? where.place ?? where.admin1 ?? where.country ?? 'somewhere';
  const parts = [
    eventTypes[0] ?? 'incident',
    slugOf(place) || 'somewhere',
    when.start ?? 'undated',
    ...(n > 1 ? [n] : []),
  ];
  return `${userReports.id}:${parts.join('-')}`;
}
