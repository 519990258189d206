import { dirname } from 'node:path';
import { openLedger } from './alerts/ledger.ts';
import { type AlertRows, openAlertRows } from './alerts/store/index.ts';
import { openSubscriptions } from './alerts/subscriptions.ts';
import type { Parts } from './bot.ts';
import type { Progress } from './command.ts';
import type { Config } from './config.ts';
import { openConversations } from './conversations/conversations.ts';
import { openFeedback } from './conversations/feedback.ts';
import { openHeard } from './conversations/heard.ts';
import { openOffers } from './conversations/offers.ts';
import { openRows } from './conversations/store.ts';
import { backUp as writeBackup } from './database/backup.ts';
import { type Database, openDatabase } from './database/database.ts';
import type { Kept } from './desk.ts';
import { knownActors } from './incidents/actors.ts';
import type { Incidents } from './incidents/incidents.ts';
import { loadShipped } from './incidents/shipped.ts';
import { openIncidents } from './incidents/store/index.ts';
import { createLog } from './log.ts';
import { openNames } from './names/open.ts';
import { openSettings } from './settings/settings.ts';

export interface Opened {
  parts: Parts;
  kept: Kept;
  alerts: AlertRows;
  db: Database;
}

/** Opens everything a bot needs. The very first start loads the shipped incidents and builds the names index. */
export async function openServices(config: Config, progress: Progress, shipped = true): Promise<Opened> {
  const db = openDatabase(config.db);
  const incidents = openIncidents(db);
  if (shipped) await loadShippedOnce(incidents);
  const folder = config.db === ':memory:' ? config.folder : dirname(config.db);
  const names = await openNames({ folder, actors: knownActors, progress });
  const rows = openRows(db);
  const kept = openKept(db, rows);
  const conversations = openConversations(rows);
  const alerts = openAlertRows(db);
  const subscriptions = openSubscriptions(alerts);
  const log = createLog(config.logLevel);
  const ledger = openLedger(alerts);
  const { settings } = kept;
  const backUp = (file: string) => writeBackup(db, file);
  const parts = { incidents, names, conversations, settings, subscriptions, ledger, log, folder, backUp };
  return { parts, kept, alerts, db };
}

/** What adapters keep. */
export const openKept = (db: Database, rows = openRows(db)): Kept => ({
  heard: openHeard(rows),
  offers: openOffers(rows),
  feedback: openFeedback(rows),
  settings: openSettings(db),
});

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
