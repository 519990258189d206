import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import type { Faults } from './faults.ts';

const batch = 500;

/** What has been applied since a cursor; where that cannot be read, only the next; undefined where that one cannot be. */
export const changeReader =
  ({ changesSince }: Pick<Incidents, 'changesSince'>, faults: Faults) =>
  async (from: number): Promise<ChangeRow[] | undefined> => {
    try {
      return await changesSince(from, batch);
    } catch {
      const next = () => changesSince(from, 1);
      const found = await faults.guard<ChangeRow[] | undefined>(`the change after ${from}`, next, () => undefined);
      faults.settle();
      return found;
    }
  };
