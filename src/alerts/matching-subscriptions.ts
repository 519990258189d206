import type { EntityLinker } from '../entities/entity-linker.ts';
import { datasetOf, type Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { toMatchRow } from '../incidents/match-row.ts';
import { query } from '../incidents/query.ts';
import type { Apart } from './faults.ts';
import { createLinked } from './relink-subscriptions.ts';
import { createSubscriptionIndex, type SubscriptionIndex } from './subscription-index.ts';
import { type Subscription, type Subscriptions, withoutPeriod } from './subscriptions.ts';

/** Of those that are there, those that can stand in an index, and the index. */
interface Index {
  of: readonly Subscription[];
  standing: readonly Subscription[];
  matching: SubscriptionIndex;
}

const matchingOf = (all: readonly Subscription[]) =>
  createSubscriptionIndex(all.map((s) => withoutPeriod(s.query.filter)));

/** The subscriptions that mean an incident as the change at a cursor left it; their index is made anew when they have changed. */
export function createSubscriptionMatcher(
  incidents: Incidents,
  subscriptions: Subscriptions,
  names: EntityLinker,
  apart: Apart,
) {
  const { each, aside } = apart;
  const linked = createLinked(incidents, names, apart);
  let index: Index | undefined;

  /** Words of the reports are matched by the store, which knows their stems. */
  async function wordsMatch({ query: { filter } }: Subscription, id: string): Promise<boolean> {
    const words = { text: filter.text, ...(filter.exclude?.text ? { exclude: { text: filter.exclude.text } } : {}) };
    if (words.text === undefined && words.exclude === undefined) return true;
    return (await incidents.find(query.parse({ measure: 'count', filter: { ...words, ids: [id] } }))).total > 0;
  }

  async function indexOf(of: readonly Subscription[]): Promise<Index> {
    try {
      return { of, standing: of, matching: matchingOf(of) };
    } catch {
      const standing: Subscription[] = [];
      for (const s of of) {
        try {
          matchingOf([s]);
          standing.push(s);
        } catch (error) {
          await aside(s, error as Error);
        }
      }
      return { of, standing, matching: matchingOf(standing) };
    }
  }

  return async function meant(incident: Incident, cursor: number): Promise<Subscription[]> {
    const all = await linked(await subscriptions.all(), cursor);
    if (index?.of !== all) index = await indexOf(all);
    const { standing, matching } = index;
    const numbers = matching(toMatchRow(incident, datasetOf(incident.id))).sort((a, b) => a - b);
    const found = numbers.flatMap((n) => standing[n] ?? []);
    const sure = await Promise.all(found.map((s) => each(s, () => wordsMatch(s, incident.id), false)));
    return found.filter((_, n) => sure[n]);
  };
}
