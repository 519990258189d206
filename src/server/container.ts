import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { openNotificationLog } from '../alerts/notification-log.ts';
import { type AlertRows, openAlertRows } from '../alerts/store/index.ts';
import { openSubscriptions } from '../alerts/subscriptions.ts';
import type { AdapterStores } from '../app/dispatcher.ts';
import type { Dependencies, Progress } from '../app/ports.ts';
import type { Config } from '../config/config.ts';
import { openAnsweredQuestions } from '../conversations/answered-questions.ts';
import { openButtonPayloads } from '../conversations/button-payloads.ts';
import { openDeliveryDedupe } from '../conversations/delivery-dedupe.ts';
import { openDialogueStore } from '../conversations/dialogue-store.ts';
import { openFeedback } from '../conversations/feedback.ts';
import { type ConversationRows, openConversationRows } from '../conversations/store.ts';
import { backUp as writeBackup } from '../database/backup.ts';
import type { Database } from '../database/database.ts';
import { isAddress, openDatabase } from '../database/open.ts';
import { lazyEntityLinker, openEntityLinker } from '../entities/open-index.ts';
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
import { fetchFile, lazyHttpFetcher } from '../web/lazy-http-fetcher.ts';

/** Everything that a process has opened. */
export interface Container {
  parts: Dependencies;
  adapterStores: AdapterStores;
  alerts: AlertRows;
  db: Database;
  importFile: ImportFile;
  folderRows: Pick<SourceRows, 'watched'>;
  close(): Promise<void>;
}

/** Hooks for metrics, where these are enabled. */
interface Instrumentation {
  onRequestEnd: Dependencies['onRequestEnd'];
  incidents(incidents: Incidents): Incidents;
  alerts(rows: AlertRows): AlertRows;
  onSyncEnd(kind: string, result: { kind: string }): void;
}

interface ContainerOptions {
  /** Loads the shipped incidents into an empty store. */
  shipped?: boolean;
  /**
   * Requests are concurrent: slow reads run in workers, and the names index is opened now. A single command is quicker
   * without, and opens the index, or builds it, when it first looks up a name.
   */
  concurrent?: boolean;
  measures?: Instrumentation | undefined;
}

/** Opens everything a bot needs. The very first start loads the shipped incidents, and the names index is built beside it. Throws DatabaseError. */
export async function openContainer(
  config: Config,
  progress: Progress,
  { shipped = true, concurrent = false, measures }: ContainerOptions = {},
): Promise<Container> {
  const db = await openDatabase(config.db, fill);
  if (config.durable && db.engine === 'sqlite') await db.exec('PRAGMA synchronous = FULL');
  const store = await openIncidents(db);
  if (shipped) await loadShippedOnce(store);
  const read = concurrent ? readInWorkers(store, config.db) : store;
  const incidents = measures?.incidents(read) ?? read;
  // The names index is derived data, local to each machine.
  const folder = config.db === ':memory:' || isAddress(config.db) ? config.folder : dirname(config.db);
  const open = () => openEntityLinker({ folder, actors: knownActors, progress, beside: true });
  const names = concurrent ? open() : lazyEntityLinker(open);
  const rows = openConversationRows(db);
  const adapterStores = openAdapterStores(db, rows);
  const alertRows = openAlertRows(db);
  const alerts = measures?.alerts(alertRows) ?? alertRows;
  const log = createLog(config.logLevel);
  const { sources, load, watched, web } = openSources(db, config, { incidents, log, onSyncEnd: measures?.onSyncEnd });
  const parts: Dependencies = {
    incidents,
    names,
    conversations: openDialogueStore(rows),
    settings: adapterStores.settings,
    subscriptions: openSubscriptions(alerts),
    notificationLog: openNotificationLog(alerts),
    drafts: openDraftStore(openDraftRows(db)),
    log,
    folder,
    sources,
    fetchPublic: (address, signal) =>
      fetchFile(web, { url: address, policy: { local: config.allowLocal, http: config.allowLocal }, signal }),
    backUp: (file) => writeBackup(db, file),
    ...(measures ? { onRequestEnd: measures.onRequestEnd } : {}),
  };
  const close = async () => {
    await web.close();
    await incidents.close();
  };
  return { parts, adapterStores, alerts, db, importFile: load, folderRows: watched, close };
}

function openSources(
  db: Database,
  { services, allowLocal: local }: Config,
  {
    incidents,
    log,
    onSyncEnd,
  }: { incidents: Incidents; log: Logger; onSyncEnd: Instrumentation['onSyncEnd'] | undefined },
) {
  const rows = openSourceRows(db);
  const web = lazyHttpFetcher();
  const load = createFileImporter(incidents, { apart: true });
  const sources = createSources({
    rows,
    web,
    load,
    services,
    local,
    log,
    now: Date.now,
    ...(onSyncEnd ? { onSyncEnd } : {}),
  });
  return { sources, load, watched: rows, web };
}

/** The stores of adapters: delivery dedupe, button payloads, feedback, settings. */
export function openAdapterStores(db: Database, rows: ConversationRows = openConversationRows(db)): AdapterStores {
  return {
    isFirstDelivery: openDeliveryDedupe(rows),
    buttonPayloads: openButtonPayloads(rows),
    answered: openAnsweredQuestions(rows),
    feedback: openFeedback(rows),
    settings: openSettings(db),
  };
}

/** Loads or updates the shipped incidents, unless the store was started with an import instead. */
async function loadShippedOnce(incidents: Incidents): Promise<void> {
  const { records, datasets } = await incidents.coverage();
  const { dataset, records: shipped } = readShippedData();
  if (records > 0 && !datasets.some((d) => d.id === dataset.id)) return;
  const origin = { dataset, by: 'Sitrep', why: 'shipped with the program', at: new Date().toISOString() };
  await incidents.apply(
    shipped.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
}
