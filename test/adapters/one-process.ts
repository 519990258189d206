import type { Adapter } from '../../src/adapters/adapter.ts';
import { deskOver } from '../support/desk.ts';
import { deskWith, fileOf } from '../support/file-answer.ts';

/**
 * Serves the platforms named, loaded in that order, over one desk: the real one, or with FILES one whose every answer has
 * a file. Says so once, and ends with SIGTERM.
 */
const shared = () => Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));
const withFile = async () => {
  const desk = await deskWith([fileOf('attacks.csv', 'id\n1\n')]);
  return {
    ...desk,
    run: (_: string, __: unknown, from: Parameters<typeof desk.run>[2]) => desk.dispatchText('', from),
  };
};
const desk = process.env.FILES ? await withFile() : await deskOver();
if (shared() !== undefined) throw new Error('The order of loading proves nothing: something has loaded undici before.');

const open = {
  slack: async () => (await import('./slack/bot-in.ts')).adapterIn,
  discord: async () => (await import('./discord/bot-in.ts')).adapterIn,
};
// A bot that serves both lets only the named change the data.
const managers = { slack: ['U1'], discord: ['400000000000000101'] };
const apiUrls = { slack: process.env.SLACK_API_URL ?? '', discord: process.env.DISCORD_API_URL ?? '' };
const adapters: Adapter[] = [];
for (const name of process.argv.slice(2) as (keyof typeof open)[]) {
  const adapterIn = await open[name]();
  adapters.push(await adapterIn({ apiUrl: apiUrls[name], desk, config: { managers: managers[name] } }));
}
for (const adapter of adapters) await adapter.start();
process.once('SIGTERM', async () => {
  for (const adapter of adapters) await adapter.stop();
  process.exit();
});
process.stdout.write('ready\n');
