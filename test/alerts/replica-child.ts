import { pino } from 'pino';
import { installationsIn } from '../../src/adapters/slack/installations.ts';
import { createSlackNotifier } from '../../src/adapters/slack/notifier.ts';
import { createAlerts } from '../../src/alerts/alerts.ts';
import { systemClock } from '../../src/alerts/clock.ts';
import { openAlertRows } from '../../src/alerts/store/index.ts';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { openDialogueStore } from '../../src/conversations/dialogue-store.ts';
import { openConversationRows } from '../../src/conversations/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { botOver, now, question } from '../support/world.ts';

// One replica: announces and delivers, and answers what it is asked, until it is killed. Run by replicas.ts.
const [address = '', slackUrl = '', started = '0', lease = '0'] = process.argv.slice(2);
const db = await openDatabase(address);
const incidents = await openIncidents(db);
const conversations = openDialogueStore(openConversationRows(db));
const rows = openAlertRows(db, Number(lease));
const { settings, ...kept } = openAdapterStores(db);
const bot = await botOver(incidents, conversations, settings, rows);
const log = pino({ level: 'silent' });
const config = { botToken: 'xoxb-1', mode: { appToken: 'xapp-1' }, port: 0, apiUrl: slackUrl };
const desk = { settings, ...kept } as unknown as Dispatcher;
const notifiers = new Map([['slack', createSlackNotifier(config, desk, installationsIn(settings), log)]]);
const never = Number.MAX_SAFE_INTEGER;
const limits = { groupFrom: never, perHour: never, late: never };
// The incidents' own day, ticking the same for all replicas.
const ticking = () => now.getTime() + Date.now() - Number(started);
const { subscriptions, names } = bot;
createAlerts({
  incidents,
  rows,
  subscriptions,
  conversations,
  settings,
  names,
  notifiers,
  log,
  clock: { ...systemClock, now: ticking },
  limits,
}).start();

process.on('message', async ({ id, text }: { id: number; text: string }) => {
  const answer = await bot.ask(question(text, { thread: `t${id}` }));
  process.send?.({ id, words: answer.text, status: answer.data?.status });
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
