import { availableParallelism } from 'node:os';
import { isAddress } from '../../database/open.ts';
import type { Incidents } from '../incidents.ts';
import type { Query } from '../query.ts';
import { createPool } from './pool.ts';

const mostReaders = 4;

/** Looks a few records up by their ids and nothing else: sure to be quick. */
const isLookUp = ({ filter, measure }: Query) =>
  filter.ids !== undefined && filter.ids.length <= 100 && measure !== 'changes' && filter.asOf === undefined;

/**
 * The same incidents, with what may take long read in threads of its own, so that one slow question delays nobody.
 * A database in memory has one connection, and a database server has processes of its own: they stay as they are.
 */
export function readApart(incidents: Incidents, name: string, most = defaultReaders()): Incidents {
  if (name === ':memory:' || isAddress(name)) return incidents;
  const pool = createPool(name, most);
  return {
    ...incidents,
    find: (query) => (isLookUp(query) ? incidents.find(query) : pool.find(query)),
    close: async () => {
      await pool.close();
      await incidents.close();
    },
  };
}

/** One core is the event loop's. */
const defaultReaders = () => Math.max(1, Math.min(mostReaders, availableParallelism() - 1));
