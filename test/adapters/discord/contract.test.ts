import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { describeAdapter, type Platform } from '../contract.ts';
import { adapterIn } from './bot-in.ts';
import { discordDriver } from './driver.ts';

async function start(): Promise<Platform> {
  const discord = await startFakeDiscord();
  const adapter = await adapterIn({ apiUrl: discord.apiUrl });
  await adapter.start();
  return {
    ...discordDriver(discord),
    async stop() {
      await adapter.stop();
      await discord.close();
    },
  };
}

describeAdapter('Discord', start);
