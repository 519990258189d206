import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAlertRows } from '../../src/alerts/store/index.ts';
import { openSubscriptions } from '../../src/alerts/subscriptions.ts';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { now } from '../support/world.ts';

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const channels = 50;

export interface Crashed {
  kills: number;
  sent: number;
  lost: number;
  doubledSlack: number;
  doubledDiscord: number;
}

/** A process that adds, matches and delivers is killed again and again; then everything is counted. */
export async function crash(kills: number, incidents: number): Promise<Crashed> {
  const file = join(mkdtempSync(join(tmpdir(), 'sitrep-crash-')), 'db');
  const ids = Array.from({ length: channels / 2 }, (_, i) => String(600_000_000_000_000_100n + BigInt(i)));
  const scopes = ['chat:write', 'channels:history'];
  const slack = await startFakeSlack({ channels: new Set(ids.map((_, i) => `C${i}`)), scopes });
  const discord = await startFakeDiscord({ channels: ids });
  // What is answered late is what a kill finds on its way; of what fails, half was done all the same.
  const trouble = () => {
    if (Math.random() < 0.05) return { status: 429, retryAfter: 0 };
    if (Math.random() < 0.02) return { status: 503, lost: Math.random() < 0.5 };
    return { delay: Math.random() * 30 };
  };
  slack.control.rule = trouble;
  discord.control.rule = trouble;

  const db = await openDatabase(file);
  const store = await openIncidents(db);
  const rows = openAlertRows(db);
  const subscriptions = openSubscriptions(rows);
  await rows.outbox.enqueue([], now.getTime(), { from: undefined, to: 0 });
  for (let n = 0; n < channels; n++) {
    const place = { relation: 'in', name: 'x', level: 'country', countries: [`Country ${n}`] };
    const asked = query.parse({ measure: 'list', filter: { places: [place] } });
    const channel =
      n % 2 ? { platform: 'slack', channel: `T1:C${(n - 1) / 2}` } : { platform: 'discord', channel: ids[n / 2] ?? '' };
    await subscriptions.add(channel, { words: 'x', query: asked, by: 'Ana', at: now.toISOString() });
  }
  const start = () =>
    spawn(process.execPath, [child, file, slack.apiUrl, discord.apiUrl, String(incidents)], { stdio: 'inherit' });
  const ended = (one: ReturnType<typeof start>) => new Promise((done) => one.on('exit', done));

  for (let n = 0; n < kills; n++) {
    const running = start();
    const over = ended(running);
    await new Promise((done) => setTimeout(done, 350 + Math.random() * 500));
    running.kill('SIGKILL');
    await over;
  }
  const last = start();
  const delivered = async () => Number((await db.get("SELECT count(*) AS n FROM outbox WHERE state = 'sent'"))?.n);
  for (let waited = 0; (await delivered()) < incidents && waited < 120_000; waited += 100)
    await new Promise((done) => setTimeout(done, 100));
  const over = ended(last);
  last.kill('SIGKILL');
  await over;

  const titles = (texts: string[]) => texts.map((text) => /number \d+/.exec(text)?.[0] ?? '');
  const onSlack = titles(slack.messages.map((m) => m.text));
  const onDiscord = titles(discord.server.messages.map((m) => m.body.content ?? ''));
  const all = new Set([...onSlack, ...onDiscord]);
  await store.close();
  await slack.close();
  await discord.close();
  return {
    kills,
    sent: onSlack.length + onDiscord.length,
    lost: incidents - all.size,
    doubledSlack: onSlack.length - new Set(onSlack).size,
    doubledDiscord: onDiscord.length - new Set(onDiscord).size,
  };
}

if (import.meta.main) {
  const [kills = 200, incidents = 5000] = process.argv.slice(2).map(Number);
  console.log(await crash(kills, incidents));
}
