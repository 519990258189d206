import type { Adapter } from '../../src/adapters/adapter.ts';
import { deskWith, fileOf } from '../support/file-answer.ts';

/** Serves the platforms named, loaded in that order; every answer has a file. Says so once, and ends with SIGTERM. */
const shared = () => Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));
const desk = await deskWith([fileOf('attacks.csv', 'id\n1\n')]);
if (shared() !== undefined) throw new Error('The order of loading proves nothing: something has loaded undici before.');

const open = {
  slack: async () => (await import('./slack/bot-in.ts')).adapterIn,
  discord: async () => (await import('./discord/bot-in.ts')).adapterIn,
};
const apiUrls = { slack: process.env.SLACK_API_URL ?? '', discord: process.env.DISCORD_API_URL ?? '' };
const adapters: Adapter[] = [];
for (const name of process.argv.slice(2) as (keyof typeof open)[]) {
  const adapterIn = await open[name]();
  const apiUrl = apiUrls[name];
  adapters.push(await adapterIn({ apiUrl, desk: { ...desk, run: (_, __, from) => desk.dispatchText('', from) } }));
}
for (const adapter of adapters) await adapter.start();
process.once('SIGTERM', async () => {
  for (const adapter of adapters) await adapter.stop();
  process.exit();
});
process.stdout.write('ready\n');
