import { pino } from 'pino';
import { menu } from '../../commands/index.ts';
import { openNotificationLog } from '../../src/alerts/notification-log.ts';
import { type AlertRows, openAlertRows } from '../../src/alerts/store/index.ts';
import { openSubscriptions } from '../../src/alerts/subscriptions.ts';
import { createBot } from '../../src/app/bot.ts';
import type { Bot } from '../../src/app/ports.ts';
import { type DialogueStore, openDialogueStore } from '../../src/conversations/dialogue-store.ts';
import { openConversationRows } from '../../src/conversations/store.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { openDraftStore } from '../../src/extraction/draft-store.ts';
import { openDraftRows } from '../../src/extraction/store.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { readShippedData } from '../../src/incidents/shipped-data.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import type { Question } from '../../src/kernel/question.ts';
import { openSettings, type Settings } from '../../src/settings/settings.ts';
import { fetchFile, lazyHttpFetcher } from '../../src/web/lazy-http-fetcher.ts';
import { freshDatabase } from './engines.ts';
import { indexFolder } from './names-index.ts';
import { sourcesInto } from './sources.ts';

export const now = new Date('2020-07-14T09:00:00Z');

export const openStore = async (): Promise<Incidents> => await openIncidents(await freshDatabase());

export async function shippedStore(): Promise<Incidents> {
  const incidents = await openStore();
  const { dataset, records } = readShippedData();
  const origin = { dataset, by: 'test', why: 'shipped', at: now.toISOString() };
  await incidents.apply(
    records.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
  return incidents;
}

export async function botOver(
  incidents: Incidents,
  told?: DialogueStore,
  set?: Settings,
  owed?: AlertRows,
): Promise<Bot> {
  const db = await freshDatabase();
  const conversations = told ?? openDialogueStore(openConversationRows(db));
  const settings = set ?? openSettings(db);
  const rows = owed ?? openAlertRows(db);
  const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  const alerts = { subscriptions: openSubscriptions(rows), notificationLog: openNotificationLog(rows) };
  return createBot(
    {
      incidents,
      names,
      conversations,
      settings,
      ...alerts,
      log: pino({ level: 'silent' }),
      drafts: openDraftStore(openDraftRows(db)),
      sources: await sourcesInto(incidents),
      backUp,
      fetchPublic,
    },
    menu,
  );
}

const fetchPublic = (url: string) => fetchFile(lazyHttpFetcher(), { url, policy: { local: false, http: false } });
const backUp = () => Promise.reject(new Error('a store in memory'));

export const question = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  asker: { id: 'someone', locale: 'en-GB', timeZone: 'Asia/Baghdad', mayManage: true, mayCurate: true },
  channel: { platform: 'console', id: 'test', kind: 'console' },
  askedAt: now,
  ...more,
});
