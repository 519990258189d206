import { datasetOf, type Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { toMatchRow } from '../incidents/match-row.ts';
import { query } from '../incidents/query.ts';
import { createSubscriptionIndex, type SubscriptionIndex } from './subscription-index.ts';
import { type Subscription, type Subscriptions, withoutPeriod } from './subscriptions.ts';

/** The subscriptions that mean an incident; the index over them is made anew when they have changed. */
export function createSubscriptionMatcher(incidents: Incidents, subscriptions: Subscriptions) {
  let index: { of: readonly Subscription[]; matching: SubscriptionIndex } | undefined;

  /** Words of the reports are matched by the store, which knows their stems. */
  async function wordsMatch({ query: { filter } }: Subscription, id: string): Promise<boolean> {
    const words = { text: filter.text, ...(filter.exclude?.text ? { exclude: { text: filter.exclude.text } } : {}) };
    if (words.text === undefined && words.exclude === undefined) return true;
    return (await incidents.find(query.parse({ measure: 'count', filter: { ...words, ids: [id] } }))).total > 0;
  }

  return async function meant(incident: Incident): Promise<Subscription[]> {
    const all = await subscriptions.all();
    if (index?.of !== all)
      index = { of: all, matching: createSubscriptionIndex(all.map((s) => withoutPeriod(s.query.filter))) };
    const numbers = index.matching(toMatchRow(incident, datasetOf(incident.id))).sort((a, b) => a - b);
    const found = numbers.flatMap((n) => all[n] ?? []);
    const sure = await Promise.all(found.map((s) => wordsMatch(s, incident.id)));
    return found.filter((_, n) => sure[n]);
  };
}
