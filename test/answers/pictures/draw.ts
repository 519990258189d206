import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { render as renderForDiscord } from '../../../src/adapters/discord/render.ts';
import { render as renderForSlack } from '../../../src/adapters/slack/render.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { deskOver } from '../../support/desk.ts';
import { botOver, question } from '../../support/world.ts';
import { pageOf as discordPage } from './discord-html.ts';
import { pageOf as slackPage } from './slack-html.ts';

const shipped = [
  ['who claimed the convoy attack near Samawah?', 'attacks near Samawah in July 2020', 'attacks in Peru'],
  ['killed per year in Syria', 'which countries had the most incidents?', 'attacks near Samawha'],
  ['help', 'status'],
  ['will there be an attack tomorrow?', 'show sitrep:samawah-convoy-2020-07-11'],
];
const imported = [
  [
    'Boko Haram attacks in Chibok in 2014',
    'how many were killed in Nyala in August 2023?',
    'kidnappings in Mexico in 2010',
  ],
  [
    'which groups killed the most civilians in Nigeria?',
    'compare deaths in Iraq and Syria in 2016',
    'last attack in Mosul',
  ],
  [
    'attacks in Iraq by month in 2016',
    'share of civilians among the killed in Aleppo in 2016',
    'attaques en Irak en mars 2016',
  ],
];

// Pictures of the main answers at the width of a phone: npm run pictures [-- FOLDER [DATABASE]]. Needs Chromium.
const [to = 'pictures', database] = process.argv.slice(2);
const folder = resolve(to);
mkdirSync(folder, { recursive: true });

function draw(html: string, name: string): void {
  const work = mkdtempSync(join(tmpdir(), 'sitrep-pictures-'));
  const page = join(work, 'page.html');
  writeFileSync(page, html);
  const picture = join(folder, name);
  const quiet = '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync';
  const flags = [...quiet.split(' '), '--hide-scrollbars', `--user-data-dir=${join(work, 'profile')}`];
  const shot = ['--window-size=500,1300', `--screenshot=${picture}`, `file://${page}`];
  execFileSync(process.env.CHROMIUM ?? 'chromium', [...flags, ...shot], { stdio: 'ignore' });
  process.stdout.write(`${picture}\n`);
}

const desk = database ? undefined : await deskOver();
const bot = database ? await botOver(await openIncidents(await openDatabase(database))) : undefined;
const ask = (text: string) =>
  bot?.ask(question(text, { askedAt: new Date() })) ?? desk?.dispatchText(text, question(text));
for (const [i, questions] of (database ? imported : shipped).entries()) {
  const answers = (
    await Promise.all(questions.map(async (text) => ({ asked: text, answer: await ask(text) })))
  ).flatMap(({ asked, answer }) => (answer ? [{ asked, answer }] : []));
  const slack = answers.map(({ asked, answer }) => ({ asked, rendered: renderForSlack(answer, 'key') }));
  const discord = answers.map(({ asked, answer }) => ({ asked, rendered: renderForDiscord(answer, 'key') }));
  for (const theme of ['light', 'dark'] as const) {
    draw(slackPage(slack, theme), `slack-${theme}-${i + 1}.png`);
    draw(discordPage(discord, theme), `discord-${theme}-${i + 1}.png`);
  }
}
