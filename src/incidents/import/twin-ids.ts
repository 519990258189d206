import { daysLater } from '../day-spans.ts';
import type { IncidentRecord } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import { query } from '../query.ts';
import type { Cells } from './cell-values.ts';

/** How a dataset that has numbered its events anew tells the two ids of one event. */
export interface TwinIds {
  /** The older id of a row's event, where the file has both. */
  olderId(cells: Cells): string | undefined;
  isOlder(id: string): boolean;
  isNewer(id: string): boolean;
  /** What an event is the same in under both ids; blank: too little to tell. */
  likeness(record: IncidentRecord): string;
}

/** Records to store, and stored ones that are the same events under their older ids. */
interface Paired {
  puts: IncidentRecord[];
  replaced: IncidentRecord[];
  /** Rows that are stored under their newer ids already. */
  joined: number;
}

export interface TwinFinder {
  /** Notes that a row has both ids. */
  note(id: string, cells: Cells): void;
  pair(batch: readonly IncidentRecord[]): Promise<Paired>;
}

const looked = 50;

type Store = Pick<Incidents, 'find' | 'stream' | 'getAll' | 'coverage'>;

/** The stored records of a dataset on some days: how to find whether any is of the other numbering, and all of them. */
function storedOn(incidents: Store, dataset: string, period: { start: string; end: string }) {
  const filter = { dataset, period };
  return {
    /** Told by the first and the last of them. */
    async someAre(isOther: TwinIds['isOlder']): Promise<boolean> {
      for (const order of ['oldest', 'newest'] as const) {
        const found = await incidents.find(query.parse({ measure: 'list', filter, order, limit: looked }));
        if (found.incidents.some(({ id }) => isOther(id))) return true;
      }
      return false;
    },
    all: async () => (await incidents.stream(query.parse({ measure: 'list', filter }))).incidents,
  };
}

/** The days of records, from the first to the last. */
function daysOf(batch: readonly IncidentRecord[]): { first: string; last: string } | undefined {
  const days = batch.flatMap(({ when: { start, end } }) => (start === null || end === null ? [] : [start, end])).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** Ids that are stored but do not count: taken back, or merged into another. */
async function hiddenOf(incidents: Store, ids: readonly string[]): Promise<Set<string>> {
  const hidden = new Set((await incidents.getAll(ids)).keys());
  if (hidden.size === 0) return hidden;
  const shown = await incidents.stream(query.parse({ measure: 'list', filter: { ids: [...hidden] } }));
  for await (const { id } of shown.incidents) hidden.delete(id);
  return hidden;
}

/** Stored records by what an event is the same in under both of its ids. */
function createLikenesses(incidents: Store, dataset: string, twins: TwinIds) {
  const idsOf = new Map<string, Set<string>>();
  const learnt: { first: string; last: string }[] = [];
  return {
    /** Learns those of the other numbering on the days of a batch. */
    async learn(batch: readonly IncidentRecord[], isOther: TwinIds['isOlder']): Promise<void> {
      const days = daysOf(batch);
      if (!days || learnt.some(({ first, last }) => first <= days.first && days.last <= last)) return;
      learnt.push(days);
      const stored = storedOn(incidents, dataset, { start: days.first, end: daysLater(days.last, 1) });
      if (!(await stored.someAre(isOther))) return;
      for await (const record of await stored.all()) {
        const like = isOther(record.id) ? twins.likeness(record) : '';
        if (like) idsOf.set(like, (idsOf.get(like) ?? new Set()).add(record.id));
      }
    },
    /** The one stored record that a record is like. */
    idLike(record: IncidentRecord): string | undefined {
      const ids = idsOf.get(twins.likeness(record));
      return ids?.size === 1 ? [...ids][0] : undefined;
    },
  };
}

/** Finds stored records of the other numbering that are the events of a file. */
export function createTwinFinder(incidents: Store, dataset: string, twins: TwinIds): TwinFinder {
  const olderIds = new Map<string, string>();
  const likenesses = createLikenesses(incidents, dataset, twins);
  let stored: Promise<boolean> | undefined;
  const isStored = () => {
    stored ??= incidents.coverage().then(({ datasets }) => datasets.some((d) => d.id === dataset && d.incidents > 0));
    return stored;
  };

  /** Rows with older ids whose events are there under newer ones, or were taken back, change nothing. */
  async function withoutKnown(batch: readonly IncidentRecord[]): Promise<Paired> {
    const hidden = await hiddenOf(
      incidents,
      batch.map(({ id }) => id),
    );
    const puts = batch.filter((record) => !hidden.has(record.id) && likenesses.idLike(record) === undefined);
    return { puts, replaced: [], joined: batch.length - puts.length };
  }

  async function replacing(batch: readonly IncidentRecord[]): Promise<Paired> {
    const older = new Set(batch.flatMap((record) => olderIds.get(record.id) ?? likenesses.idLike(record) ?? []));
    olderIds.clear();
    const there = older.size ? await incidents.getAll([...older]) : new Map<string, IncidentRecord>();
    // One that is merged into another record stays so.
    const replaced = [...there].flatMap(([id, record]) => (record.id === id ? [record] : []));
    return { puts: [...batch], replaced, joined: 0 };
  }

  return {
    note(id, cells) {
      const older = twins.olderId(cells);
      if (older !== undefined) olderIds.set(id, older);
    },
    async pair(batch) {
      if (!(await isStored())) return { puts: [...batch], replaced: [], joined: 0 };
      const isNew = batch.some(({ id }) => twins.isNewer(id));
      await likenesses.learn(batch, isNew ? twins.isOlder : twins.isNewer);
      return isNew ? replacing(batch) : withoutKnown(batch);
    },
  };
}
