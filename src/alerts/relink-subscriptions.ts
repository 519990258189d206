import type { EntityLinker } from '../entities/entity-linker.ts';
import { relinkFilter } from '../entities/relink-filter.ts';
import type { Vocabulary, VocabularyPlace } from '../incidents/data-profile.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Filter, PlaceFilter } from '../incidents/query.ts';
import type { SubscriptionFaults } from './faults.ts';
import type { Subscription, SubscriptionConfig } from './subscriptions.ts';

/** A subscription whose filter has the names that the data uses for its places and actors by now. See decision 051. */
export const linkedTo = <S extends SubscriptionConfig>(s: S, names: EntityLinker): S => ({
  ...s,
  query: { ...s.query, filter: relinkFilter(s.query.filter, names) },
});

/** Names that are new in the data. */
interface VocabularyChange {
  /** Of new places. */
  countries: ReadonlySet<string>;
  /** A country, or a place in none, is new: any filter by place may be concerned. */
  everywhere: boolean;
  /** An actor is new. */
  actors: boolean;
}

const placeKey = ({ level, name, country }: VocabularyPlace) => `${level}|${name}|${country}`;

/** Whether a filter may have to be linked to any of the new names. */
function concerns({ countries, everywhere, actors }: VocabularyChange, filter: Filter): boolean {
  const places = [...(filter.places ?? []), ...(filter.exclude?.places ?? [])];
  const near = (p: PlaceFilter) => everywhere || !p.countries.length || p.countries.some((c) => countries.has(c));
  const actor = filter.actors ?? filter.exclude?.actors ?? filter.pair ?? filter.attribution?.actor;
  return places.some(near) || (actors && actor !== undefined);
}

/** Returns a function to what is new in a vocabulary since it was called before. */
function createVocabularyDiff() {
  let places = new Set<string>();
  let actors = new Set<string>();
  return (vocabulary: Vocabulary): VocabularyChange => {
    const newPlaces = vocabulary.places.filter((p) => !places.has(placeKey(p)));
    const newActors = vocabulary.actors.some(({ name }) => !actors.has(name));
    places = new Set(vocabulary.places.map(placeKey));
    actors = new Set(vocabulary.actors.map(({ name }) => name));
    const everywhere = newPlaces.some(({ level, country }) => level === 'country' || country === null);
    return { countries: new Set(newPlaces.map(({ country }) => country ?? '')), everywhere, actors: newActors };
  };
}

/**
 * Returns a function from subscriptions to the same ones linked to the names in the data, at least as of the change at
 * `cursor`. It returns the identical list as long as neither has changed. Failures are isolated by `faults`.
 */
export function createRelinker(
  incidents: Pick<Incidents, 'vocabulary'>,
  names: EntityLinker,
  { guard, quarantine }: SubscriptionFaults,
) {
  const diff = createVocabularyDiff();
  let version = -1;
  let current: { subscriptions: readonly Subscription[]; relinked: readonly Subscription[] } | undefined;
  let cache = new Map<string, Filter>();

  /** Reads new names, and drops cached filters that they concern; returns whether there were any. */
  async function refresh(cursor: number): Promise<boolean> {
    if (cursor <= version) return false;
    const vocabulary = await incidents.vocabulary();
    names.setVocabulary(vocabulary);
    const change = diff(vocabulary);
    version = vocabulary.version;
    const before = cache.size;
    cache = new Map([...cache].filter(([, filter]) => !concerns(change, filter)));
    return cache.size < before;
  }

  async function relinkAll(subscriptions: readonly Subscription[]): Promise<Subscription[]> {
    const used = new Map<string, Filter>();
    const relinkOne = async (s: Subscription): Promise<Subscription> => {
      const key = JSON.stringify(s.query.filter);
      try {
        const filter = used.get(key) ?? cache.get(key) ?? relinkFilter(s.query.filter, names);
        used.set(key, filter);
        return { ...s, query: { ...s.query, filter } };
      } catch (error) {
        await quarantine(s, error as Error);
        return s;
      }
    };
    const relinked = await Promise.all(subscriptions.map(relinkOne));
    cache = used;
    return relinked;
  }

  return async (subscriptions: readonly Subscription[], cursor: number): Promise<readonly Subscription[]> => {
    const refreshed =
      subscriptions.length > 0 &&
      (await guard(
        'the names in the data',
        () => refresh(cursor),
        () => false,
      ));
    if (current?.subscriptions !== subscriptions || refreshed)
      current = { subscriptions, relinked: await relinkAll(subscriptions) };
    return current.relinked;
  };
}
