import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import type { Faults } from './faults.ts';

const batch = 500;

/**
 * Reads the change log from a cursor: the next 500 changes; where they cannot be read together, the next one alone; or
 * undefined where that one is persistently unreadable and has to be skipped, of which `onSkip` is told. Throws while the failure may be transient.
 */
export const createChangeReader =
  (
    { changesSince }: Pick<Incidents, 'changesSince'>,
    faults: Faults,
    onSkip: (subject: string, error: Error) => Promise<void>,
  ) =>
  async (cursor: number): Promise<ChangeRow[] | undefined> => {
    try {
      return await changesSince(cursor, batch);
    } catch {
      const one = () => changesSince(cursor, 1);
      const subject = `the change after ${cursor}`;
      const changes = await faults.guard<ChangeRow[] | undefined>(subject, one, async (error, persistent) => {
        if (persistent) await onSkip(subject, error);
        return undefined;
      });
      faults.throwTransient();
      return changes;
    }
  };
