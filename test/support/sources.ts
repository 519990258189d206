import { pino } from 'pino';
import { openDatabase } from '../../src/database/open.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { createFileImporter } from '../../src/sources/import-file.ts';
import { createSources, type SourcesOptions } from '../../src/sources/sources.ts';
import { openSourceRows } from '../../src/sources/store.ts';
import { lazyHttpFetcher } from '../../src/web/lazy-http-fetcher.ts';

/** Sources in a database of their own, which may fetch nothing from this computer unless told otherwise. */
export const sourcesInto = async (incidents: Incidents, more: Partial<SourcesOptions> = {}) =>
  createSources({
    rows: openSourceRows(await openDatabase(':memory:')),
    web: lazyHttpFetcher(),
    load: createFileImporter(incidents),
    services: {},
    local: false,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    now: Date.now,
    ...more,
  });
