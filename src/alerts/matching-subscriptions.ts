import type { EntityLinker } from '../entities/entity-linker.ts';
import { datasetOf, type Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { toMatchRow } from '../incidents/match-row.ts';
import { withoutPeriods } from '../incidents/periods.ts';
import { query } from '../incidents/query.ts';
import type { SubscriptionFaults } from './faults.ts';
import { createRelinker } from './relink-subscriptions.ts';
import { createSubscriptionIndex, type SubscriptionIndex } from './subscription-index.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

/** The index of a list of subscriptions, and those of them that it holds, by their number in it. */
interface Indexed {
  subscriptions: readonly Subscription[];
  indexed: readonly Subscription[];
  index: SubscriptionIndex;
}

const indexOver = (subscriptions: readonly Subscription[]) =>
  // A subscription looks ahead.
  createSubscriptionIndex(subscriptions.map((s) => withoutPeriods(s.query.filter)));

/**
 * Returns a function to the subscriptions whose filters an incident matches, as the change at `cursor` left it. The index
 * is rebuilt when subscriptions, or the names in the data that concern them, have changed. A subscription that cannot be
 * indexed or tested is isolated by `faults`.
 */
export function createSubscriptionMatcher(
  incidents: Incidents,
  subscriptions: Subscriptions,
  names: EntityLinker,
  faults: SubscriptionFaults,
) {
  const { guardOne, quarantine } = faults;
  const relink = createRelinker(incidents, names, faults);
  let current: Indexed | undefined;

  /** Full text is matched by the store, which knows its stemming. */
  async function matchesText({ query: { filter } }: Subscription, id: string): Promise<boolean> {
    const text = { text: filter.text, ...(filter.exclude?.text ? { exclude: { text: filter.exclude.text } } : {}) };
    if (text.text === undefined && text.exclude === undefined) return true;
    return (await incidents.find(query.parse({ measure: 'count', filter: { ...text, ids: [id] } }))).total > 0;
  }

  async function buildIndex(all: readonly Subscription[]): Promise<Indexed> {
    try {
      return { subscriptions: all, indexed: all, index: indexOver(all) };
    } catch {
      const indexed: Subscription[] = [];
      for (const s of all) {
        try {
          indexOver([s]);
          indexed.push(s);
        } catch (error) {
          await quarantine(s, error as Error);
        }
      }
      return { subscriptions: all, indexed, index: indexOver(indexed) };
    }
  }

  return async function matchingSubscriptions(incident: Incident, cursor: number): Promise<Subscription[]> {
    const all = await relink(await subscriptions.all(), cursor);
    if (current?.subscriptions !== all) current = await buildIndex(all);
    const { indexed, index } = current;
    const numbers = index(toMatchRow(incident, datasetOf(incident.id))).sort((a, b) => a - b);
    const candidates = numbers.flatMap((n) => indexed[n] ?? []);
    const matches = await Promise.all(candidates.map((s) => guardOne(s, () => matchesText(s, incident.id), false)));
    return candidates.filter((_, n) => matches[n]);
  };
}
