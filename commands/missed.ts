import { z } from 'zod';
import { composeMissedDigest } from '../src/answers/missed-digest.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import { resolveSince } from '../src/reading/digest-intent.ts';

const maxRows = 1000;

/** The local date of the day before an instant, in ISO form. */
const yesterday = (now: Date, zone: string): string =>
  now.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 }).toString();

export const missed = command({
  name: 'missed',
  summary: 'List this channel’s alerts since a day: sent, muted or queued',
  examples: ['missed since Friday', 'missed --since "last night"'],
  options: z.object({
    since: z.string().trim().max(100).optional().describe('Start of the period, in plain words; default: yesterday'),
  }),
  main: 'since',
  for: 'everyone',
  audience: 'asker',
  async run({ since }, context) {
    const { bot, channel, asker, askedAt } = context;
    const { language } = await loadDialogueContext(bot, context);
    const { timeZone: zone, locale } = asker;
    const local = since === undefined ? yesterday(askedAt, zone) : resolveSince(since, { now: askedAt, zone, locale });
    if (local === undefined) return composeUsage(`I do not know when “${since}” is. For example: missed since Friday`);
    const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
    const here = { platform: channel.platform, channel: channel.id };
    const rows = await bot.notificationLog.since(here, moment, maxRows);
    const withIncidents = await Promise.all(
      rows.map(async ({ kind, state, incident, words }) => {
        const record = await bot.incidents.get(incident);
        return { kind, state, words, incident: record?.kind === 'incident' ? record : undefined };
      }),
    );
    const when = new Date(moment).toISOString();
    return composeMissedDigest(
      { since: when, rows: withIncidents, cut: rows.length === maxRows },
      (await bot.subscriptions.of(here)).length,
      language,
    );
  },
});
