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
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Finds stored records of the other numbering that are the events of a file. */
export function createTwinFinder(
  incidents: Pick<Incidents, 'find' | 'stream' | 'getAll' | 'coverage'>,
  dataset: string,
  twins: TwinIds,
): TwinFinder {
  const olderIds = new Map<string, string>();
  const likenessOf = new Map<string, string[]>();
  let stored: Promise<boolean> | undefined;
  let range: [string, string] | undefined;
  const isStored = () => {
    stored ??= incidents.coverage().then(({ datasets }) => datasets.some((d) => d.id === dataset && d.incidents > 0));
    return stored;
  };

  /** Whether there are stored records of the other numbering on these days: told by the first and the last of them. */
  async function hasOthers(period: { start: string; end: string }, isOther: TwinIds['isOlder']): Promise<boolean> {
    for (const order of ['oldest', 'newest'] as const) {
      const found = await incidents.find(
        query.parse({ measure: 'list', filter: { dataset, period }, order, limit: looked }),
      );
      if (found.incidents.some(({ id }) => isOther(id))) return true;
    }
    return false;
  }

  /** Learns the likenesses of the stored records on the days of a batch. */
  async function learn(batch: readonly IncidentRecord[], isOther: TwinIds['isOlder']): Promise<void> {
    const days = batch.flatMap(({ when }) => [when.start ?? [], when.end ?? []].flat()).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return;
    if (range && range[0] <= first && last <= range[1]) return;
    range = range ? [first < range[0] ? first : range[0], last > range[1] ? last : range[1]] : [first, last];
    const period = { start: first, end: dayAfter(last) };
    if (!(await hasOthers(period, isOther))) return;
    const all = await incidents.stream(query.parse({ measure: 'list', filter: { dataset, period } }));
    for await (const record of all.incidents) {
      const like = isOther(record.id) ? twins.likeness(record) : '';
      const ids = likenessOf.get(like) ?? [];
      if (like && !ids.includes(record.id)) likenessOf.set(like, [...ids, record.id]);
    }
  }

  /** The one stored record that a record is like. */
  const likeOf = (record: IncidentRecord): string | undefined => {
    const ids = likenessOf.get(twins.likeness(record)) ?? [];
    return ids.length === 1 ? ids[0] : undefined;
  };

  /** Records that are stored but do not count: taken back, or merged into another. */
  async function hidden(ids: readonly string[]): Promise<Set<string>> {
    const there = await incidents.getAll(ids);
    const shown = new Set<string>();
    const filter = { ids: [...there.keys()] };
    if (there.size)
      for await (const { id } of (await incidents.stream(query.parse({ measure: 'list', filter }))).incidents)
        shown.add(id);
    return new Set([...there.keys()].filter((id) => !shown.has(id)));
  }

  return {
    note(id, cells) {
      const older = twins.olderId(cells);
      if (older !== undefined) olderIds.set(id, older);
    },
    async pair(batch) {
      const nothing = { puts: [...batch], replaced: [], joined: 0 };
      if (!(await isStored())) return nothing;
      const isNew = batch.some(({ id }) => twins.isNewer(id));
      await learn(batch, isNew ? twins.isOlder : twins.isNewer);
      if (!isNew) {
        const away = await hidden(batch.map(({ id }) => id));
        const puts = batch.filter((record) => !away.has(record.id) && likeOf(record) === undefined);
        return { puts, replaced: [], joined: batch.length - puts.length };
      }
      const older = new Set(batch.flatMap((record) => olderIds.get(record.id) ?? likeOf(record) ?? []));
      olderIds.clear();
      const there = older.size ? await incidents.getAll([...older]) : new Map<string, IncidentRecord>();
      return { ...nothing, replaced: [...there].flatMap(([id, record]) => (record.id === id ? [record] : [])) };
    },
  };
}
