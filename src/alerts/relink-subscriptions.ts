import { setImmediate } from 'node:timers/promises';
import type { EntityLinker } from '../entities/entity-linker.ts';
import { relinkFilter } from '../entities/relink-filter.ts';
import type { Vocabulary } from '../incidents/data-profile.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Filter } from '../incidents/query.ts';
import type { SubscriptionFaults } from './faults.ts';
import { covers, filterOfWords } from './standing-words.ts';
import type { Subscription, SubscriptionConfig } from './subscriptions.ts';
import { createVocabularyDiff } from './vocabulary-diff.ts';

/** What a subscription selects with the names that the data has now. See decisions 051 and 068. */
interface Links {
  /** Its filter, linked to the names of its places and actors. */
  filter: Filter;
  /** What a question in its words means by now, where that is another filter. */
  asRead?: Filter;
}

/** A subscription linked to the names in the data. */
export type Linked<S extends SubscriptionConfig> = S & { asRead?: Filter | undefined };

function linksOf({ words, readIn, query }: SubscriptionConfig, names: EntityLinker, vocabulary: Vocabulary): Links {
  const filter = relinkFilter(query.filter, names);
  const read = readIn === undefined ? undefined : filterOfWords(words, readIn, names, vocabulary);
  if (!read) return { filter };
  const asRead = { ...read, ...(filter.killed ? { killed: filter.killed } : {}) };
  return covers(filter, asRead) ? { filter } : { filter, asRead };
}

const withLinks = <S extends SubscriptionConfig>(s: S, { filter, asRead }: Links): Linked<S> => ({
  ...s,
  query: { ...s.query, filter },
  asRead,
});

/** A subscription whose filter has the names that the data uses for its places and actors by now; `names` has learnt the vocabulary. */
export const linkedTo = <S extends SubscriptionConfig>(s: S, names: EntityLinker, vocabulary: Vocabulary): Linked<S> =>
  withLinks(s, linksOf(s, names, vocabulary));

/** Milliseconds of work without a pause. */
const atOnce = 20;

const keyOf = ({ query, words, readIn }: Subscription) => JSON.stringify([query.filter, readIn && words, readIn]);

/**
 * Returns a function from subscriptions to the same ones linked to the names in the data, at least as of the change at
 * `cursor`. It returns the identical list as long as neither has changed. Failures are isolated by `faults`.
 */
export function createRelinker(
  incidents: Pick<Incidents, 'vocabulary'>,
  names: EntityLinker,
  { guard, quarantine }: SubscriptionFaults,
) {
  const diff = createVocabularyDiff(names);
  let vocabulary: Vocabulary | undefined;
  let current: { subscriptions: readonly Subscription[]; relinked: readonly Linked<Subscription>[] } | undefined;
  let cache = new Map<string, { words: string; readIn: string | undefined; links: Links }>();

  /** Reads new names, and drops cached links that they concern; returns whether there were any. */
  async function refresh(cursor: number): Promise<boolean> {
    if (vocabulary && cursor <= vocabulary.version) return false;
    const latest = await incidents.vocabulary();
    names.setVocabulary(latest);
    const change = diff(latest);
    vocabulary = latest;
    const before = cache.size;
    cache = new Map(
      [...cache].filter(
        ([, { words, readIn, links }]) =>
          !change.concerns(links.filter) &&
          !(links.asRead && change.concerns(links.asRead)) &&
          !(readIn !== undefined && change.isIn(words)),
      ),
    );
    return cache.size < before;
  }

  async function relinkAll(subscriptions: readonly Subscription[], known: Vocabulary): Promise<Linked<Subscription>[]> {
    const used: typeof cache = new Map();
    const relinkOne = async (s: Subscription): Promise<Linked<Subscription>> => {
      const key = keyOf(s);
      try {
        const { words, readIn } = s;
        const found = used.get(key) ?? cache.get(key) ?? { words, readIn, links: linksOf(s, names, known) };
        used.set(key, found);
        return withLinks(s, found.links);
      } catch (error) {
        await quarantine(s, error as Error);
        return s;
      }
    };
    const relinked: Linked<Subscription>[] = [];
    let since = performance.now();
    for (const s of subscriptions) {
      relinked.push(await relinkOne(s));
      if (performance.now() - since < atOnce) continue;
      // Others have their turn: thousands of subscriptions take seconds.
      await setImmediate();
      since = performance.now();
    }
    cache = used;
    return relinked;
  }

  return async (subscriptions: readonly Subscription[], cursor: number): Promise<readonly Linked<Subscription>[]> => {
    const refreshed =
      subscriptions.length > 0 &&
      (await guard(
        'the names in the data',
        () => refresh(cursor),
        () => false,
      ));
    if (!vocabulary) return subscriptions;
    if (current?.subscriptions !== subscriptions || refreshed)
      current = { subscriptions, relinked: await relinkAll(subscriptions, vocabulary) };
    return current.relinked;
  };
}
