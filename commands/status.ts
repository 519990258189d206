import { z } from 'zod';
import { skippedChanges } from '../src/alerts/skipped-changes.ts';
import { sourcesLine } from '../src/answers/sources-answer.ts';
import { asideLine, composeStatus } from '../src/answers/status-answer.ts';
import { command } from '../src/app/command.ts';

export const status = command({
  name: 'status',
  summary: 'Show what data there is, up to when, and from whom',
  examples: ['status'],
  options: z.object({}),
  for: 'everyone',
  audience: 'asker',
  async run(_, { bot }) {
    const platforms = await Promise.all((bot.checks ?? []).map((check) => check()));
    const fetched = sourcesLine(await bot.sources.list());
    const aside = asideLine({
      unreadable: (await bot.subscriptions.unreadable()).map(({ id }) => id),
      troubled: (await bot.subscriptions.all()).filter((s) => s.trouble !== undefined).map(({ id }) => id),
      skipped: (await skippedChanges(bot.settings)).map(({ name }) => name),
    });
    const lines = [fetched, aside].filter((line) => line !== undefined);
    const unfinished = await bot.incidents.unfinished();
    return composeStatus({ ...(await bot.incidents.coverage()), unfinished }, [...platforms, ...lines]);
  },
});
