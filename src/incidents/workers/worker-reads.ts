import { availableParallelism } from 'node:os';
import { isAddress } from '../../database/open.ts';
import type { Incidents } from '../incidents.ts';
import type { Query } from '../query.ts';
import { createPool } from './pool.ts';
import { staleWhileRevalidate } from './stale-while-revalidate.ts';

const mostReaders = 4;

/** Whether a query only looks up a few records by their ids, which is always quick. */
const isLookUp = ({ filter, measure }: Query) =>
  filter.ids !== undefined && filter.ids.length <= 100 && measure !== 'changes' && filter.asOf === undefined;

/**
 * The same store with slow reads in worker threads, so that one slow question delays nobody, and with `coverage` served
 * stale while it is recomputed. `name`: the database's path or address; a database in memory has only one connection and
 * stays as it is, a database server has processes of its own. `most`: threads.
 */
export function readInWorkers(incidents: Incidents, name: string, most = defaultReaders()): Incidents {
  if (name === ':memory:') return incidents;
  const moved = async (version: number) => (await incidents.changesSince(version, 1)).length > 0;
  if (isAddress(name)) return { ...incidents, coverage: staleWhileRevalidate(moved, incidents.coverage) };
  const pool = createPool(name, { least: 1, most });
  // Coverage has a thread of its own, so that no question waits for it.
  const counting = createPool(name, { least: 0, most: 1 });
  return {
    ...incidents,
    find: (query) => (isLookUp(query) ? incidents.find(query) : pool.find(query)),
    stream: async (query, chosen) => incidents.stream(query, chosen ?? (await pool.selectRows(query))),
    selectRows: pool.selectRows,
    coverage: staleWhileRevalidate(moved, counting.coverage),
    close: async () => {
      await Promise.all([pool.close(), counting.close()]);
      await incidents.close();
    },
  };
}

/** One core is left to the event loop; with two threads, one is free while the other has a slow query. */
const defaultReaders = () => Math.max(2, Math.min(mostReaders, availableParallelism() - 1));
