import { pino } from 'pino';
import { installationsIn } from '../../src/adapters/slack/installations.ts';
import { createSlackNotifier } from '../../src/adapters/slack/notifier.ts';
import type { Notifier } from '../../src/alerts/notifier.ts';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { alertWorld, applyTo, incidentOf } from '../alerts/alert-world.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { now } from '../support/world.ts';

const channels = 50;
const incidents = 2000;
const aSecond = 100;

// From an applied change to the post in a Slack on loopback, at a hundred incidents a second to fifty channels.
const slack = await startFakeSlack({ channels: new Set(Array.from({ length: channels }, (_, n) => `C${n}`)) });
const kept = openAdapterStores(await openDatabase(':memory:'));
const config = { botToken: 'xoxb-1', mode: { appToken: 'xapp-1' }, port: 0, apiUrl: slack.apiUrl };
const log = pino({ level: 'silent' });
const sender = createSlackNotifier(config, kept as unknown as Dispatcher, installationsIn(kept.settings), log);
const never = Number.MAX_SAFE_INTEGER;
const world = await alertWorld({
  notifiers: new Map<string, Notifier>([['slack', sender]]),
  limits: { groupFrom: never, perHour: never, late: never },
});
for (let n = 0; n < channels; n++) {
  const place = { relation: 'in', name: 'x', level: 'country', countries: [`Country ${n}`] };
  const asked = query.parse({ measure: 'list', filter: { places: [place] } });
  const channel = { platform: 'slack', channel: `T1:C${n}` };
  await world.subscriptions.add(channel, { words: 'x', query: asked, by: 'Ana', at: now.toISOString() });
}
await world.rows.outbox.enqueue([], now.getTime(), { from: undefined, to: 0 });
world.alerts.start();

const applied: number[] = [];
const started = performance.now();
for (let n = 0; n < incidents; n++) {
  const ahead = started + (n * 1000) / aSecond - performance.now();
  if (ahead > 0) await new Promise((done) => setTimeout(done, ahead));
  applied[n] = performance.now();
  await applyTo(world.incidents, [
    incidentOf(n, { where: { precision: 'unknown', country: `Country ${n % channels}` } }),
  ]);
}
const took = (performance.now() - started) / 1000;
while (slack.messages.length < incidents) await new Promise((done) => setTimeout(done, 20));
const waits = slack.messages
  .map((m) => m.at - (applied[Number(/number (\d+)/.exec(m.text)?.[1])] ?? 0))
  .sort((a, b) => a - b);
const at = (share: number) => Math.round(waits[Math.floor(share * (waits.length - 1))] ?? 0);
console.log(
  `alerts, ${Math.round(incidents / took)} incidents a second to ${channels} channels: median ${at(0.5)} ms, p99 ${at(0.99)} ms from the change to the post`,
);
await world.alerts.stop();
await world.close();
await slack.close();
