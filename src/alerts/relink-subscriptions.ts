import type { EntityLinker } from '../entities/entity-linker.ts';
import { linked } from '../entities/relink-filter.ts';
import type { Vocabulary, VocabularyPlace } from '../incidents/data-profile.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Filter, PlaceFilter } from '../incidents/query.ts';
import type { Apart } from './faults.ts';
import type { Subscription, SubscriptionConfig } from './subscriptions.ts';

/** A subscription, with what the data calls its places and actors by now. */
export const linkedTo = <S extends SubscriptionConfig>(s: S, names: EntityLinker): S => ({
  ...s,
  query: { ...s.query, filter: linked(s.query.filter, names) },
});

/** Names that the data has come to: of places in these countries (of whole countries: in all), of actors. */
interface Learnt {
  countries: ReadonlySet<string>;
  everywhere: boolean;
  actors: boolean;
}

const placeKey = ({ level, name, country }: VocabularyPlace) => `${level}|${name}|${country}`;

/** Whether any of the names may be one of what the filter means. */
function concerns({ countries, everywhere, actors }: Learnt, filter: Filter): boolean {
  const places = [...(filter.places ?? []), ...(filter.exclude?.places ?? [])];
  const near = (p: PlaceFilter) => everywhere || !p.countries.length || p.countries.some((c) => countries.has(c));
  const acting = filter.actors ?? filter.exclude?.actors ?? filter.pair ?? filter.attribution?.actor;
  return places.some(near) || (actors && acting !== undefined);
}

/** What is new in the vocabulary since the last time. */
function createLearning() {
  let places = new Set<string>();
  let actors = new Set<string>();
  return (vocabulary: Vocabulary): Learnt => {
    const fresh = vocabulary.places.filter((p) => !places.has(placeKey(p)));
    const freshActors = vocabulary.actors.some(({ name }) => !actors.has(name));
    places = new Set(vocabulary.places.map(placeKey));
    actors = new Set(vocabulary.actors.map(({ name }) => name));
    const everywhere = fresh.some(({ level, country }) => level === 'country' || country === null);
    return { countries: new Set(fresh.map(({ country }) => country ?? '')), everywhere, actors: freshActors };
  };
}

/** Subscriptions linked to the names in the data: the same list as long as neither has changed. */
export function createLinked(incidents: Pick<Incidents, 'vocabulary'>, names: EntityLinker, { guard, aside }: Apart) {
  const learning = createLearning();
  let version = -1;
  let kept: { of: readonly Subscription[]; all: readonly Subscription[] } | undefined;
  let filters = new Map<string, Filter>();

  /** Forgets the links that new names in the data, up to a change at least, may add to; returns whether there were any. */
  async function learn(cursor: number): Promise<boolean> {
    if (cursor <= version) return false;
    const vocabulary = await incidents.vocabulary();
    names.setVocabulary(vocabulary);
    const learnt = learning(vocabulary);
    version = vocabulary.version;
    const before = filters.size;
    filters = new Map([...filters].filter(([, filter]) => !concerns(learnt, filter)));
    return filters.size < before;
  }

  async function link(of: readonly Subscription[]): Promise<Subscription[]> {
    const used = new Map<string, Filter>();
    const one = async (s: Subscription): Promise<Subscription> => {
      const key = JSON.stringify(s.query.filter);
      try {
        const filter = used.get(key) ?? filters.get(key) ?? linked(s.query.filter, names);
        used.set(key, filter);
        return { ...s, query: { ...s.query, filter } };
      } catch (error) {
        await aside(s, error as Error);
        return s;
      }
    };
    const all = await Promise.all(of.map(one));
    filters = used;
    return all;
  }

  return async (of: readonly Subscription[], cursor: number): Promise<readonly Subscription[]> => {
    const learnt =
      of.length > 0 &&
      (await guard(
        'the names in the data',
        () => learn(cursor),
        () => false,
      ));
    if (kept?.of !== of || learnt) kept = { of, all: await link(of) };
    return kept.all;
  };
}
