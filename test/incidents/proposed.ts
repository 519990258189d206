import type { Incident } from '../../src/incidents/incident.ts';
import type { DuplicatePair, Incidents } from '../../src/incidents/incidents.ts';
import { openStore } from '../support/world.ts';

const datasetOf = (id: string) => ({ id, name: id, licence: 'CC BY 4.0', citation: id });

/** A store with the incidents of several datasets, each under the name its ids begin with. */
export async function storeOf(incidents: readonly Incident[]): Promise<Incidents> {
  const store = await openStore();
  const byDataset = Map.groupBy(incidents, ({ id }) => id.split(':')[0] as string);
  await store.bulk(async () => {
    for (const [id, records] of byDataset) {
      const origin = { dataset: datasetOf(id), by: 'test', why: 'test', at: '2026-01-01T00:00:00Z' };
      await store.apply(
        records.map((record) => ({ action: 'put' as const, record })),
        origin,
      );
    }
  });
  return store;
}

export interface Score {
  pairs: number;
  proposed: number;
  right: number;
  precision: number;
  recall: number;
  wrong: DuplicatePair[];
}

/** Proposals against the truth, an id of the second dataset to that of the first; in percent. */
export function scored(proposals: readonly DuplicatePair[], same: ReadonlyMap<string, string>, least = 0): Score {
  const made = proposals.filter((p) => p.confidence >= least);
  const isRight = ({ a, b }: DuplicatePair) => same.get(a.id) === b.id || same.get(b.id) === a.id;
  const right = made.filter(isRight).length;
  const percent = (n: number, of: number) => (of === 0 ? 100 : (100 * n) / of);
  return {
    pairs: same.size,
    proposed: made.length,
    right,
    precision: percent(right, made.length),
    recall: percent(right, same.size),
    wrong: made.filter((p) => !isRight(p)),
  };
}
