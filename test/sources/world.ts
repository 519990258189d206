import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import type { SourceConfig } from '../../src/sources/source-config.ts';
import type { SourcesOptions } from '../../src/sources/sources.ts';
import { openSourceRows } from '../../src/sources/store.ts';
import { createHttpFetcher } from '../../src/web/http-fetcher.ts';
import { sourcesInto } from '../support/sources.ts';

export const start = Date.parse('2026-03-01T12:00:00Z');
export const hour = 60 * 60_000;

/** Sources and incidents in one database, with a clock that stands until it is moved. */
export async function sourcesWorld(more: Partial<SourcesOptions> = {}, told?: Database) {
  const db = told ?? (await openDatabase(':memory:'));
  const clock = { now: start };
  const now = () => clock.now;
  const incidents = await openIncidents(db);
  const web = createHttpFetcher({ distance: 0, times: { silence: 300, whole: 3000, connect: 500 }, now });
  const sources = await sourcesInto(incidents, { rows: openSourceRows(db), web, local: true, now, ...more });
  const toldOf = (told: Partial<SourceConfig>): SourceConfig => ({
    kind: 'address',
    every: hour,
    by: 'someone',
    at: new Date(start).toISOString(),
    fromChannel: false,
    ...told,
  });
  return {
    clock,
    incidents,
    sources,
    add: (told: Partial<SourceConfig>) => sources.add(toldOf(told)),
    toldOf,
    async close() {
      await web.close();
      await incidents.close();
    },
  };
}

export type SourcesWorld = Awaited<ReturnType<typeof sourcesWorld>>;
