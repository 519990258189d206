import type { EntityLinker } from '../entities/entity-linker.ts';
import { datasetOf, type Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { toMatchRow } from '../incidents/match-row.ts';
import { withoutPeriods } from '../incidents/periods.ts';
import { type Filter, query } from '../incidents/query.ts';
import type { SubscriptionFaults } from './faults.ts';
import { createRelinker, type Linked } from './relink-subscriptions.ts';
import { createSubscriptionIndex, type SubscriptionIndex } from './subscription-index.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

/** One of the filters that a subscription may match by. */
interface Entry {
  subscription: Linked<Subscription>;
  filter: Filter;
}

/** The index of a list of subscriptions, and the filters that it holds, by their number in it. */
interface Indexed {
  subscriptions: readonly Linked<Subscription>[];
  entries: readonly Entry[];
  index: SubscriptionIndex;
}

/** A subscription looks ahead, so its period does not count. */
const entriesOf = (subscription: Linked<Subscription>): Entry[] =>
  [subscription.query.filter, ...(subscription.asRead ? [subscription.asRead] : [])].map((filter) => ({
    subscription,
    filter: withoutPeriods(filter),
  }));

function indexOver(subscriptions: readonly Linked<Subscription>[]): Indexed {
  const entries = subscriptions.flatMap(entriesOf);
  return { subscriptions, entries, index: createSubscriptionIndex(entries.map(({ filter }) => filter)) };
}

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
  async function matchesText(filter: Filter, id: string): Promise<boolean> {
    const text = { text: filter.text, ...(filter.exclude?.text ? { exclude: { text: filter.exclude.text } } : {}) };
    if (text.text === undefined && text.exclude === undefined) return true;
    return (await incidents.find(query.parse({ measure: 'count', filter: { ...text, ids: [id] } }))).total > 0;
  }

  async function buildIndex(all: readonly Linked<Subscription>[]): Promise<Indexed> {
    try {
      return indexOver(all);
    } catch {
      const indexable: Linked<Subscription>[] = [];
      for (const s of all) {
        try {
          indexOver([s]);
          indexable.push(s);
        } catch (error) {
          await quarantine(s, error as Error);
        }
      }
      return { ...indexOver(indexable), subscriptions: all };
    }
  }

  return async function matchingSubscriptions(incident: Incident, cursor: number): Promise<Linked<Subscription>[]> {
    const all = await relink(await subscriptions.all(), cursor);
    if (current?.subscriptions !== all) current = await buildIndex(all);
    const { entries, index } = current;
    const numbers = index(toMatchRow(incident, datasetOf(incident.id))).sort((a, b) => a - b);
    const candidates = numbers.flatMap((n) => entries[n] ?? []);
    const matches = await Promise.all(
      candidates.map(({ subscription, filter }) =>
        guardOne(subscription, () => matchesText(filter, incident.id), false),
      ),
    );
    return [...new Set(candidates.filter((_, n) => matches[n]).map(({ subscription }) => subscription))];
  };
}
