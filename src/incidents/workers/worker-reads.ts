import { availableParallelism } from 'node:os';
import { isAddress } from '../../database/open.ts';
import type { Incidents } from '../incidents.ts';
import type { Query } from '../query.ts';
import { createPool } from './pool.ts';
import { staleWhileRevalidate } from './stale-while-revalidate.ts';

const mostReaders = 4;

/** Looks a few records up by their ids and nothing else: sure to be quick. */
const isLookUp = ({ filter, measure }: Query) =>
  filter.ids !== undefined && filter.ids.length <= 100 && measure !== 'changes' && filter.asOf === undefined;

/**
 * The same incidents for many who ask: what may take long is read in threads of their own, so that one slow question
 * delays nobody, and what the data covers is told as last counted while it is counted anew. A database in memory has one
 * connection and stays as it is; a database server has processes of its own.
 */
export function readInWorkers(incidents: Incidents, name: string, most = defaultReaders()): Incidents {
  if (name === ':memory:') return incidents;
  const moved = async (version: number) => (await incidents.changesSince(version, 1)).length > 0;
  if (isAddress(name)) return { ...incidents, coverage: staleWhileRevalidate(moved, incidents.coverage) };
  const pool = createPool(name, { least: 1, most });
  // A thread of its own, so that no question waits behind the counting.
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

/** One core is the event loop's; of two readers one is free while the other has a slow question. */
const defaultReaders = () => Math.max(2, Math.min(mostReaders, availableParallelism() - 1));
