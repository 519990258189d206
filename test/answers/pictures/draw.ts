import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { render as renderForDiscord } from '../../../src/adapters/discord/render.ts';
import { render as renderForSlack } from '../../../src/adapters/slack/render.ts';
import { deskOver } from '../../support/desk.ts';
import { question } from '../../support/world.ts';
import { pageOf as discordPage } from './discord-html.ts';
import { pageOf as slackPage } from './slack-html.ts';

const asked = [
  ['who claimed the convoy attack near Samawah?', 'attacks near Samawah in July 2020'],
  ['killed per year in Syria', 'which countries had the most incidents?', 'attacks in Peru', 'attacks near Samawha'],
  ['help', 'status', 'will there be an attack tomorrow?', 'show sitrep:samawah-convoy-2020-07-11'],
];

// Pictures of the main answers, for people to look at: npm run pictures [-- FOLDER]. Needs Chromium.
const folder = resolve(process.argv[2] ?? 'pictures');
mkdirSync(folder, { recursive: true });

function draw(html: string, name: string): void {
  const work = mkdtempSync(join(tmpdir(), 'sitrep-pictures-'));
  const page = join(work, 'page.html');
  writeFileSync(page, html);
  const picture = join(folder, name);
  const quiet = '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync';
  const flags = [...quiet.split(' '), '--hide-scrollbars', `--user-data-dir=${join(work, 'profile')}`];
  const shot = ['--window-size=720,1400', `--screenshot=${picture}`, `file://${page}`];
  execFileSync(process.env.CHROMIUM ?? 'chromium', [...flags, ...shot], { stdio: 'ignore' });
  process.stdout.write(`${picture}\n`);
}

const desk = await deskOver();
for (const [i, questions] of asked.entries()) {
  const answers = await Promise.all(
    questions.map(async (text) => ({ asked: text, answer: await desk.dispatchText(text, question(text)) })),
  );
  const slack = answers.map(({ asked, answer }) => ({ asked, rendered: renderForSlack(answer, 'key') }));
  const discord = answers.map(({ asked, answer }) => ({ asked, rendered: renderForDiscord(answer, 'key') }));
  draw(slackPage(slack), `slack-${i + 1}.png`);
  draw(discordPage(discord), `discord-${i + 1}.png`);
}
