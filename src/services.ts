import { dirname } from 'node:path';
import { type Bot, createBot } from './bot.ts';
import type { Progress } from './command.ts';
import type { Config } from './config.ts';
import { openConversations } from './conversations/conversations.ts';
import { openDatabase } from './database/database.ts';
import { knownActors } from './incidents/actors.ts';
import type { Incidents } from './incidents/incidents.ts';
import { loadShipped } from './incidents/shipped.ts';
import { openIncidents } from './incidents/store/index.ts';
import { createLog } from './log.ts';
import { openNames } from './names/open.ts';

/** Opens everything a bot needs. The very first start loads the shipped incidents and builds the names index. */
export async function openServices(config: Config, progress: Progress, shipped = true): Promise<Bot> {
  const db = openDatabase(config.db);
  const incidents = openIncidents(db);
  if (shipped) await loadShippedOnce(incidents);
  const folder = config.db === ':memory:' ? config.folder : dirname(config.db);
  const names = await openNames({ folder, actors: knownActors, progress });
  return createBot({ incidents, names, conversations: openConversations(db), log: createLog(config.logLevel) });
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
