import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { render } from '../../src/adapters/slack/render.ts';
import { deskOver } from '../slack/bot-in.ts';
import { question } from '../support/world.ts';
import { pageOf } from './slack-html.ts';

const asked = [
  ['who claimed the convoy attack near Samawah?', 'attacks near Samawah in July 2020'],
  ['killed per year in Syria', 'which countries had the most incidents?', 'attacks in Peru', 'attacks near Samawha'],
  ['help', 'status', 'will there be an attack tomorrow?', 'show sitrep:samawah-convoy-2020-07-11'],
];

// Pictures of the main answers, for people to look at: npm run pictures [FOLDER]. Needs Chromium.
const folder = resolve(process.argv[2] ?? 'pictures');
mkdirSync(folder, { recursive: true });
const desk = await deskOver();
for (const [i, questions] of asked.entries()) {
  const messages = [];
  for (const text of questions)
    messages.push({ asked: text, rendered: render(await desk.say(text, question(text)), 'key') });
  const page = join(mkdtempSync(join(tmpdir(), 'sitrep-pictures-')), 'page.html');
  writeFileSync(page, pageOf(messages));
  const picture = join(folder, `slack-${i + 1}.png`);
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      '--hide-scrollbars',
      `--user-data-dir=${mkdtempSync(join(tmpdir(), 'sitrep-chromium-'))}`,
      '--window-size=720,1400',
      `--screenshot=${picture}`,
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  );
  process.stdout.write(`${picture}\n`);
}
