import { z } from 'zod';
import { composeText, composeUsage } from '../src/answers/compose.ts';
import { composeSources, composeSyncResult } from '../src/answers/sources-answer.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { formatNames } from '../src/incidents/import/format.ts';
import { parseInterval, type SourceConfig, services } from '../src/sources/source-config.ts';
import { defaultInterval, minInterval } from '../src/sources/sources.ts';
import { AddressError } from '../src/web/address.ts';

const id = z.int().positive().optional();

interface AddSourceOptions {
  add: string;
  query?: string | undefined;
  since?: string | undefined;
  every?: string | undefined;
  format?: string | undefined;
  mapping?: string | undefined;
}

/** What is to be fetched, or what is wrong with it. */
async function parseSourceConfig(
  { add, every, ...more }: AddSourceOptions,
  { asker, channel, askedAt, bot }: Context,
): Promise<SourceConfig | { wrong: string }> {
  const service = services.find((name) => name === add.toLowerCase());
  const kind: SourceConfig['kind'] = service ?? 'address';
  const period = every === undefined ? defaultInterval(kind) : parseInterval(every);
  if (period === undefined) return { wrong: `“${every?.slice(0, 40)}” is no time. Write it like 30m, 6h, 1d or 1w.` };
  if (period < minInterval) return { wrong: 'Every five minutes is the most often that I bother a publisher.' };
  const fromChannel = channel.kind !== 'console';
  if (fromChannel && more.mapping !== undefined)
    return { wrong: 'A mapping is a file of my own computer: name it on its command line.' };
  const by = asker.name ?? asker.id;
  const address = service ? {} : { address: add };
  const told = { kind, ...address, ...more, every: period, by, at: askedAt.toISOString(), fromChannel };
  try {
    const missing = bot.sources.missing(told);
    if (missing !== undefined) return { wrong: missing };
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    return { wrong: `${error.message} Or name one of ${services.join(', ')}.` };
  }
  const twin = (await bot.sources.list()).find(
    (s) => s.kind === kind && s.address === told.address && s.query === more.query,
  );
  return twin ? { wrong: `That is #${twin.id} already.` } : told;
}

/** In place on the command line; in a channel nobody waits for it. */
async function runNow(wanted: number, { bot, channel, signal }: Context) {
  if (channel.kind === 'console') return composeSyncResult(wanted, await bot.sources.run(wanted, signal));
  await bot.sources.runSoon(wanted);
  return composeText(`Source #${wanted} is fetched in a moment; “sources” tells how it went.`);
}

export const sources = command({
  name: 'sources',
  summary: 'What is fetched by itself: list, add, pause, resume, remove, run now',
  examples: [
    'sources',
    'sources --add https://example.org/feed.xml --every 1h',
    'sources --add acled --query country=Iraq --since 2026-01-01',
    'sources --run 3',
  ],
  options: z.object({
    add: z
      .string()
      .min(1)
      .max(2000)
      .optional()
      .describe(`An address of data or of a feed, or ${services.join(', ')}`),
    query: z.string().max(1000).optional().describe('What to ask the service for, in its own words'),
    since: z.iso.date('write it like 2026-01-31').optional().describe('From which day on, where the service can tell'),
    every: z.string().optional().describe('How often: 30m, 6h, 1d, 1w'),
    format: z.enum(formatNames).optional().describe('What the data is, when it cannot be told from its columns'),
    mapping: z.string().min(1).optional().describe('A file that says what the columns mean (on the command line)'),
    pause: id.describe('Stop fetching this number for now'),
    resume: id.describe('Fetch this number again'),
    remove: id.describe('Forget this number; what it brought stays'),
    run: id.describe('Fetch this number now'),
  }),
  for: 'managers',
  audience: 'asker',
  async run({ add, pause, resume, remove, run, ...more }, context) {
    const { sources: all } = context.bot;
    if (add !== undefined) {
      const told = await parseSourceConfig({ add, ...more }, context);
      if ('wrong' in told) return composeUsage(told.wrong);
      const made = await all.add(told);
      const first = told.fromChannel
        ? `Added as #${made.id}. It is fetched in a moment.`
        : `Added as #${made.id}. A bot that runs fetches it in a moment; “sources --run ${made.id}” does so here.`;
      return composeSources([made], context.askedAt.getTime(), first);
    }
    const wanted = pause ?? resume ?? remove ?? run;
    if (wanted === undefined) return composeSources(await all.list(), context.askedAt.getTime());
    if (!(await all.get(wanted))) return composeUsage(`There is no source #${wanted}. “sources” lists them.`);
    if (run !== undefined) return runNow(run, context);
    if (pause !== undefined) await all.pause(pause);
    else if (resume !== undefined) await all.resume(resume);
    else await all.remove(wanted);
    const done = pause !== undefined ? 'is paused' : resume !== undefined ? 'is fetched again' : 'is forgotten';
    return composeText(`Source #${wanted} ${done}.`);
  },
});
