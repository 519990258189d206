import { pino } from 'pino';
import { createDiscordNotifier } from '../../src/adapters/discord/notifier.ts';
import { installationsIn } from '../../src/adapters/slack/installations.ts';
import { createSlackNotifier } from '../../src/adapters/slack/notifier.ts';
import { createAlerts } from '../../src/alerts/alerts.ts';
import { systemClock } from '../../src/alerts/clock.ts';
import { openAlertRows } from '../../src/alerts/store/index.ts';
import { openSubscriptions } from '../../src/alerts/subscriptions.ts';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { openDialogueStore } from '../../src/conversations/dialogue-store.ts';
import { openConversationRows } from '../../src/conversations/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { lazyEntityLinker, openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { indexFolder } from '../support/names-index.ts';
import { now } from '../support/world.ts';
import { applyTo, incidentOf } from './alert-world.ts';

// Adds incidents one by one from where it was, matches and delivers them, until it is killed. Run by crash.ts.
const [file = '', slackUrl = '', discordUrl = '', many = '0'] = process.argv.slice(2);
const db = await openDatabase(file);
const incidents = await openIncidents(db);
const rows = openAlertRows(db);
const kept = openAdapterStores(db);
const desk = kept as unknown as Dispatcher;
const log = pino({ level: 'silent' });
const config = { botToken: 'xoxb-1', mode: { appToken: 'xapp-1' }, port: 0, apiUrl: slackUrl };
const notifiers = new Map([
  ['slack', createSlackNotifier(config, desk, installationsIn(kept.settings), log)],
  ['discord', createDiscordNotifier({ token: 'a.b.c', apiUrl: discordUrl }, desk, log)],
]);
const never = Number.MAX_SAFE_INTEGER;
const limits = { groupFrom: never, perHour: never, late: never };
const conversations = openDialogueStore(openConversationRows(db));
const { settings } = kept;
const subscriptions = openSubscriptions(rows);
const started = Date.now();
// The incidents' own day, ticking, so that what is put off comes due.
const ticking = () => now.getTime() + (Date.now() - started) * 20;
const names = lazyEntityLinker(() => openEntityLinker({ folder: indexFolder, actors: knownActors }));
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

const { records } = await incidents.coverage();
for (let n = records; n < Number(many); n++) {
  await applyTo(incidents, [incidentOf(n, { where: { precision: 'unknown', country: `Country ${n % 50}` } })]);
  // Slowly enough that every life of this process has some to add and some to send.
  await new Promise((done) => setTimeout(done, 6));
}
