import { beforeAll, expect, test } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { told } from '../incidents/world.ts';
import { botOver, now, openStore } from '../support/world.ts';
import type { Platform, Shown } from './contract.ts';
import { adapterIn as discordIn } from './discord/bot-in.ts';
import { discordDriver } from './discord/driver.ts';
import { adapterIn as slackIn } from './slack/bot-in.ts';
import { slackDriver } from './slack/driver.ts';

const many = 60;

/** Sixty incidents, each with as many words as a busy desk writes. */
async function busyDesk(): Promise<Dispatcher> {
  const store = await openStore();
  const dataset = {
    id: 'busy',
    name: 'Busy',
    licence: 'CC BY 4.0',
    citation: 'Busy',
    redistribution: 'allowed' as const,
  };
  const records = Array.from({ length: many }, (_, n) =>
    told(`busy:${n}`, {
      day: `2020-0${1 + Math.floor(n / 28)}-${String(1 + (n % 28)).padStart(2, '0')}`,
      place: `Town ${n}`,
      killed: n,
      more: { summary: 'Gunmen opened fire on a checkpoint. '.repeat(12) },
    }),
  );
  const origin = { dataset, by: 'test', why: 'test', at: now.toISOString() };
  await store.apply(
    records.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
  const kept = openAdapterStores(await openDatabase(':memory:'));
  return createDispatcher(await botOver(store, undefined, kept.settings), kept);
}

let desk: Dispatcher;
beforeAll(async () => {
  desk = await busyDesk();
});

const townsIn = (words: string) => [...words.matchAll(/Town (\d+)\b/g)].map(([, n]) => Number(n));

test.each<[string, () => Promise<Platform & { words(shown: Shown): string }>]>([
  [
    'Slack',
    async () => {
      const slack = await startFakeSlack();
      const adapter = await slackIn({ apiUrl: slack.apiUrl, desk });
      await adapter.start();
      const stop = async () => {
        await adapter.stop();
        await slack.close();
      };
      return { ...slackDriver(slack), stop, words: () => JSON.stringify(slack.messages.at(-1)?.blocks) };
    },
  ],
  [
    'Discord',
    async () => {
      const discord = await startFakeDiscord();
      const adapter = await discordIn({ apiUrl: discord.apiUrl, desk });
      await adapter.start();
      const stop = async () => {
        await adapter.stop();
        await discord.close();
      };
      return { ...discordDriver(discord), stop, words: (shown) => shown.text };
    },
  ],
])('%s: “latest 50” is paged to the last incident without a gap, with its licence on each page', async (_, open) => {
  const platform = await open();
  try {
    let page = await platform.command('search --limit 50');
    const seen: number[] = [];
    for (let pages = 1; ; pages++) {
      expect(pages).toBeLessThan(40);
      const words = platform.words(page);
      expect(words).toMatch(/CC BY 4\.0/);
      expect(words).not.toMatch(/Cut: /);
      seen.push(...new Set(townsIn(words)));
      const more = page.buttons.find(({ label }) => label === 'More');
      if (!more) break;
      page = await more.press();
    }
    expect(seen).toEqual(Array.from({ length: many }, (_, n) => many - 1 - n));
  } finally {
    await platform.stop();
  }
});
