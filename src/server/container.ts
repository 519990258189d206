import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { openLedger } from '../alerts/notification-log.ts';
import { type AlertRows, openAlertRows } from '../alerts/store/index.ts';
import { openSubscriptions } from '../alerts/subscriptions.ts';
import type { Kept } from '../app/dispatcher.ts';
import type { Parts, Progress } from '../app/ports.ts';
import type { Config } from '../config/config.ts';
import { openOffers } from '../conversations/button-payloads.ts';
import { openHeard } from '../conversations/delivery-dedupe.ts';
import { openConversations } from '../conversations/dialogue-store.ts';
import { openFeedback } from '../conversations/feedback.ts';
import { openRows, type Rows } from '../conversations/store.ts';
import { backUp as writeBackup } from '../database/backup.ts';
import type { Database } from '../database/database.ts';
import { isAddress, openDatabase } from '../database/open.ts';
import { lazyNames } from '../entities/lazy-index.ts';
import { openNames } from '../entities/open-index.ts';
import { openDrafts } from '../extraction/draft-store.ts';
import { openDraftRows } from '../extraction/store.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { knownActors } from '../incidents/known-actors.ts';
import { loadShipped } from '../incidents/shipped-data.ts';
import { openIncidents } from '../incidents/store/index.ts';
import { readApart } from '../incidents/workers/worker-reads.ts';
import { createLog } from '../kernel/log.ts';
import { openSettings } from '../settings/settings.ts';
import { type Load, loadInto } from '../sources/import-file.ts';
import { createSources } from '../sources/sources.ts';
import { openSourceRows, type SourceRows } from '../sources/store.ts';
import { fetchFile } from '../web/fetch-file.ts';
import { lazyWeb } from '../web/lazy-web.ts';

export interface Opened {
  parts: Parts;
  kept: Kept;
  alerts: AlertRows;
  db: Database;
  load: Load;
  watched: Pick<SourceRows, 'watched'>;
  close(): Promise<void>;
}

/** How the program is counted, where anybody looks. */
interface Measures {
  asked: Parts['asked'];
  incidents(incidents: Incidents): Incidents;
  alerts(rows: AlertRows): AlertRows;
  ran(kind: string, result: { kind: string }): void;
}

interface Wanted {
  /** Begins an empty store with the shipped incidents. */
  shipped?: boolean;
  /**
   * It is asked by many at once, so that what may take long is read apart, and the index of names is opened now; a
   * single command is quicker without, and opens the index (builds it, where there is none) when it asks for a name.
   */
  many?: boolean;
  measures?: Measures | undefined;
}

/** Opens everything a bot needs. The very first start loads the shipped incidents and builds the names index. */
export async function openServices(
  config: Config,
  progress: Progress,
  { shipped = true, many = false, measures }: Wanted = {},
): Promise<Opened> {
  const db = await openDatabase(config.db);
  const store = await openIncidents(db);
  if (shipped) await loadShippedOnce(store);
  const read = many ? readApart(store, config.db) : store;
  const incidents = measures?.incidents(read) ?? read;
  // The index of names is derived, and each machine's own.
  const folder = config.db === ':memory:' || isAddress(config.db) ? config.folder : dirname(config.db);
  const open = () => openNames({ folder, actors: knownActors, progress });
  const names = many ? open() : lazyNames(open);
  const rows = await openRows(db);
  const kept = await openKept(db, rows);
  const alertRows = await openAlertRows(db);
  const alerts = measures?.alerts(alertRows) ?? alertRows;
  const log = createLog(config.logLevel);
  const { sources, load, watched, web } = await openSources(db, config, { incidents, log, ran: measures?.ran });
  const parts: Parts = {
    incidents,
    names,
    conversations: openConversations(rows),
    settings: kept.settings,
    subscriptions: openSubscriptions(alerts),
    ledger: openLedger(alerts),
    drafts: openDrafts(await openDraftRows(db)),
    log,
    folder,
    sources,
    fetchPublic: (address, signal) =>
      fetchFile(web, { url: address, reach: { local: config.allowLocal, http: false }, signal }),
    backUp: (file) => writeBackup(db, file),
    ...(measures ? { asked: measures.asked } : {}),
  };
  const close = async () => {
    await web.close();
    await incidents.close();
  };
  return { parts, kept, alerts, db, load, watched, close };
}

async function openSources(
  db: Database,
  { services, allowLocal: local }: Config,
  { incidents, log, ran }: { incidents: Incidents; log: Logger; ran: Measures['ran'] | undefined },
) {
  const rows = await openSourceRows(db);
  const web = lazyWeb();
  const load = loadInto(incidents);
  const sources = createSources({ rows, web, load, services, local, log, now: Date.now, ...(ran ? { ran } : {}) });
  return { sources, load, watched: rows, web };
}

/** What adapters keep. */
export async function openKept(db: Database, told?: Rows): Promise<Kept> {
  const rows = told ?? (await openRows(db));
  return {
    heard: openHeard(rows),
    offers: openOffers(rows),
    feedback: openFeedback(rows),
    settings: await openSettings(db),
  };
}

/** The shipped incidents are what an empty store begins with; one that began with an import stays free of them. */
async function loadShippedOnce(incidents: Incidents): Promise<void> {
  const { records, datasets } = await incidents.coverage();
  const { dataset, records: told } = loadShipped();
  if (records > 0 && !datasets.some((d) => d.id === dataset.id)) return;
  const origin = { dataset, by: 'Sitrep', why: 'shipped with the program', at: new Date().toISOString() };
  await incidents.apply(
    told.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
}
