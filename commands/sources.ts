import { z } from 'zod';
import { composeText, composeUsage } from '../src/answers/replies.ts';
import { composeSources, composeSyncResult } from '../src/answers/sources-answer.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { formatNames } from '../src/incidents/import/format.ts';
import { cut } from '../src/kernel/cut.ts';
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

/** The source to add, or what is wrong with its options. */
async function parseSourceConfig(
  { add, every, ...more }: AddSourceOptions,
  { asker, channel, askedAt, bot }: Context,
): Promise<SourceConfig | { wrong: string }> {
  const service = services.find((name) => name === add.toLowerCase());
  const kind: SourceConfig['kind'] = service ?? 'address';
  const period = every === undefined ? defaultInterval(kind) : parseInterval(every);
  if (period === undefined)
    return { wrong: `“${cut(every ?? '', 40)}” is not an interval; use one like 30m, 6h, 1d or 1w.` };
  if (period < minInterval) return { wrong: 'The shortest interval is five minutes.' };
  const fromChannel = channel.kind !== 'console';
  if (fromChannel && more.mapping !== undefined)
    return { wrong: 'A mapping is a local file: sources with a mapping can only be added from the command line.' };
  const by = asker.name ?? asker.id;
  const address = service ? {} : { address: add };
  const config = { kind, ...address, ...more, every: period, by, at: askedAt.toISOString(), fromChannel };
  try {
    const missing = bot.sources.missing(config);
    if (missing !== undefined) return { wrong: missing };
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    return { wrong: `${error.message} Or name one of ${services.join(', ')}.` };
  }
  const duplicate = (await bot.sources.list()).find(
    (s) => s.kind === kind && s.address === config.address && s.query === more.query,
  );
  return duplicate ? { wrong: `That is #${duplicate.id} already.` } : config;
}

/** On the command line, runs the source and reports the result; in a channel, queues it and returns at once. */
async function runNow(target: number, { bot, channel, signal }: Context) {
  if (channel.kind === 'console') return composeSyncResult(target, await bot.sources.run(target, signal));
  await bot.sources.runSoon(target);
  return composeText(`Source #${target} is fetched in a moment; “sources” tells how it went.`);
}

export const sources = command({
  name: 'sources',
  summary: 'Manage automatic imports: list, add, pause, resume, remove, run now',
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
      .describe(`Address of a file or feed, or ${services.join(', ')}`),
    query: z.string().max(1000).optional().describe('Query for the service, in its own syntax'),
    since: z.iso
      .date('is not a date; use one like 2026-01-31')
      .optional()
      .describe('First day, if the service supports it'),
    every: z.string().optional().describe('Interval: 30m, 6h, 1d, 1w'),
    format: z.enum(formatNames).optional().describe('Format of the data, if it cannot be detected from its columns'),
    mapping: z.string().min(1).optional().describe('Mapping file for the columns (command line only)'),
    pause: id.describe('Pause the source with this number'),
    resume: id.describe('Resume the source with this number'),
    remove: id.describe('Remove the source with this number; its incidents stay'),
    run: id.describe('Fetch the source with this number now'),
  }),
  for: 'managers',
  audience: 'asker',
  async run({ add, pause, resume, remove, run, ...more }, context) {
    const { sources: all } = context.bot;
    if (add !== undefined) {
      const config = await parseSourceConfig({ add, ...more }, context);
      if ('wrong' in config) return composeUsage(config.wrong);
      const added = await all.add(config);
      const first = config.fromChannel
        ? `Added as #${added.id}. It is fetched in a moment.`
        : `Added as #${added.id}. A bot that runs fetches it in a moment; “sources --run ${added.id}” does so here.`;
      return composeSources([added], context.askedAt.getTime(), first);
    }
    const target = pause ?? resume ?? remove ?? run;
    if (target === undefined) return composeSources(await all.list(), context.askedAt.getTime());
    if (!(await all.get(target))) return composeUsage(`There is no source #${target}. “sources” lists them.`);
    if (run !== undefined) return runNow(run, context);
    if (pause !== undefined) await all.pause(pause);
    else if (resume !== undefined) await all.resume(resume);
    else await all.remove(target);
    const done = pause !== undefined ? 'is paused' : resume !== undefined ? 'is fetched again' : 'is forgotten';
    return composeText(`Source #${target} ${done}.`);
  },
});
