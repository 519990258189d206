import type { Dataset, Incident } from '../incidents/incident.ts';
import { foldKeepingArticles } from '../kernel/normalise.ts';

/** Where reports from people are kept. */
export const userReports: Dataset = {
  id: 'reported',
  name: 'Reports from people',
  licence: 'not for redistribution: quotes belong to their publishers',
  redistribution: 'forbidden',
  citation: 'Incidents reported to Sitrep by the people who use it, from the texts they name',
};

/** An incident that no manager has looked at yet. */
export const unreviewed = 'unreviewed';

const slugOf = (words: string): string =>
  foldKeepingArticles(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** "reported:airstrike-deir-ez-zor-2020-07-11"; `n` tells apart those of one name. */
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
