import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { openNotificationLog } from '../alerts/notification-log.ts';
import { type AlertRows, openAlertRows } from '../alerts/store/index.ts';
import { openSubscriptions } from '../alerts/subscriptions.ts';
import type { AdapterStores } from '../app/dispatcher.ts';
import type { Dependencies, Progress } from '../app/ports.ts';
import type { Config } from '../config/config.ts';
import { openButtonPayloads } from '../conversations/button-payloads.ts';
import { openDeliveryDedupe } from '../conversations/delivery-dedupe.ts';
import { openDialogueStore } from '../conversations/dialogue-store.ts';
import { openFeedback } from '../conversations/feedback.ts';
import { type ConversationRows, openConversationRows } from '../conversations/store.ts';
import { backUp as writeBackup } from '../database/backup.ts';
import type { Database } from '../database/database.ts';
import { isAddress, openDatabase } from '../database/open.ts';
import { lazyEntityLinker } from '../entities/lazy-index.ts';
import { openEntityLinker } from '../entities/open-index.ts';
import { openDraftStore } from '../extraction/draft-store.ts';
import { openDraftRows } from '../extraction/store.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { knownActors } from '../incidents/known-actors.ts';
import { readShippedData } from '../incidents/shipped-data.ts';
import { fill } from '../incidents/store/fill.ts';
import { openIncidents } from '../incidents/store/index.ts';
import { readInWorkers } from '../incidents/workers/worker-reads.ts';
import { createLog } from '../kernel/log.ts';
import { openSettings } from '../settings/settings.ts';
import { createFileImporter, type ImportFile } from '../sources/import-file.ts';
import { createSources } from '../sources/sources.ts';
import { openSourceRows, type SourceRows } from '../sources/store.ts';
import { fetchFile } from '../web/fetch-file.ts';
import { lazyHttpFetcher } from '../web/lazy-web.ts';

export interface Container {
  parts: Dependencies;
  adapterStores: AdapterStores;
  alerts: AlertRows;
  db: Database;
  importFile: ImportFile;
  folderRows: Pick<SourceRows, 'watched'>;
  close(): Promise<void>;
}

/** How the program is counted, where anybody looks. */
interface Instrumentation {
  onRequestEnd: Dependencies['onRequestEnd'];
  incidents(incidents: Incidents): Incidents;
  alerts(rows: AlertRows): AlertRows;
  onSyncEnd(kind: string, result: { kind: string }): void;
}

interface ContainerOptions {
  /** Begins an empty store with the shipped incidents. */
  shipped?: boolean;
  /**
   * It is asked by many at once, so that what may take long is read apart, and the index of names is opened now; a
   * single command is quicker without, and opens the index (builds it, where there is none) when it asks for a name.
   */
  concurrent?: boolean;
  measures?: Instrumentation | undefined;
}

/** Opens everything a bot needs. The very first start loads the shipped incidents and builds the names index. */
export async function openContainer(
  config: Config,
  progress: Progress,
  { shipped = true, concurrent: many = false, measures }: ContainerOptions = {},
): Promise<Container> {
  const db = await openDatabase(config.db, fill);
  const store = await openIncidents(db);
  if (shipped) await loadShippedOnce(store);
  const read = many ? readInWorkers(store, config.db) : store;
  const incidents = measures?.incidents(read) ?? read;
  // The index of names is derived, and each machine's own.
  const folder = config.db === ':memory:' || isAddress(config.db) ? config.folder : dirname(config.db);
  const open = () => openEntityLinker({ folder, actors: knownActors, progress });
  const names = many ? open() : lazyEntityLinker(open);
  const rows = openConversationRows(db);
  const kept = openAdapterStores(db, rows);
  const alertRows = openAlertRows(db);
  const alerts = measures?.alerts(alertRows) ?? alertRows;
  const log = createLog(config.logLevel);
  const { sources, load, watched, web } = openSources(db, config, { incidents, log, ran: measures?.onSyncEnd });
  const parts: Dependencies = {
    incidents,
    names,
    conversations: openDialogueStore(rows),
    settings: kept.settings,
    subscriptions: openSubscriptions(alerts),
    notificationLog: openNotificationLog(alerts),
    drafts: openDraftStore(openDraftRows(db)),
    log,
    folder,
    sources,
    fetchPublic: (address, signal) =>
      fetchFile(web, { url: address, policy: { local: config.allowLocal, http: false }, signal }),
    backUp: (file) => writeBackup(db, file),
    ...(measures ? { onRequestEnd: measures.onRequestEnd } : {}),
  };
  const close = async () => {
    await web.close();
    await incidents.close();
  };
  return { parts, adapterStores: kept, alerts, db, importFile: load, folderRows: watched, close };
}

function openSources(
  db: Database,
  { services, allowLocal: local }: Config,
  { incidents, log, ran }: { incidents: Incidents; log: Logger; ran: Instrumentation['onSyncEnd'] | undefined },
) {
  const rows = openSourceRows(db);
  const web = lazyHttpFetcher();
  const load = createFileImporter(incidents);
  const sources = createSources({
    rows,
    web,
    load,
    services,
    local,
    log,
    now: Date.now,
    ...(ran ? { onSyncEnd: ran } : {}),
  });
  return { sources, load, watched: rows, web };
}

/** What adapters keep. */
export function openAdapterStores(db: Database, told?: ConversationRows): AdapterStores {
  const rows = told ?? openConversationRows(db);
  return {
    isFirstDelivery: openDeliveryDedupe(rows),
    buttonPayloads: openButtonPayloads(rows),
    feedback: openFeedback(rows),
    settings: openSettings(db),
  };
}

/** The shipped incidents are what an empty store begins with; one that began with an import stays free of them. */
async function loadShippedOnce(incidents: Incidents): Promise<void> {
  const { records, datasets } = await incidents.coverage();
  const { dataset, records: told } = readShippedData();
  if (records > 0 && !datasets.some((d) => d.id === dataset.id)) return;
  const origin = { dataset, by: 'Sitrep', why: 'shipped with the program', at: new Date().toISOString() };
  await incidents.apply(
    told.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
}
