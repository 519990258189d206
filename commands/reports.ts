import { z } from 'zod';
import { composeUsage } from '../src/answers/replies.ts';
import { composeUnreviewedReports } from '../src/answers/unreviewed-reports.ts';
import {
  composeConfirmed,
  composeRejected,
  composeWaiting,
  withWaiting,
} from '../src/answers/waiting-reports-answer.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { tenantOf } from '../src/app/rights.ts';
import { confirmedRecord, openWaitingReports } from '../src/app/waiting-reports.ts';
import { userReports } from '../src/extraction/user-dataset.ts';
import { cut } from '../src/kernel/cut.ts';
import { freeId } from './save-draft.ts';

const waitingId = z.string().trim().min(1).max(300).optional();

/** Confirms or removes a waiting report. Only who may change the shared data does. */
async function decide(id: string, confirm: boolean, context: Context) {
  const { bot, asker, askedAt } = context;
  if (!asker.mayCurate) return composeUsage(`Only ${asker.curators?.who ?? 'managers'} may confirm or remove reports.`);
  const waiting = openWaitingReports(bot.settings);
  const found = await waiting.get(id);
  if (!found) return composeUsage(`No report ${cut(id, 80)} waits to be confirmed.`);
  if (!confirm) {
    await waiting.remove(id);
    return composeRejected(id);
  }
  const taken = (await bot.incidents.get(id)) !== undefined;
  const record = confirmedRecord(found, taken ? await freeId(found.record, context, waiting) : id);
  const by = asker.name ?? asker.id;
  const origin = { dataset: userReports, by, why: 'a report that was confirmed', at: askedAt.toISOString() };
  await bot.incidents.apply([{ action: 'put', record }], origin);
  await waiting.remove(id);
  return composeConfirmed(record);
}

export const reports = command({
  name: 'reports',
  summary: 'List reports that wait to be confirmed, and unreviewed news; they are never counted',
  examples: ['reports samawah', 'reports --limit 10', 'reports --waiting'],
  options: z.object({
    text: z.string().trim().min(1).max(200).optional().describe('Words that must occur in them'),
    limit: z.int().min(1).max(50).default(5).describe('How many to show'),
    from: z.int().min(1).default(1).describe('Number of the first to show, counted from the newest'),
    waiting: z.boolean().default(false).describe('Only reports from people here that wait to be confirmed'),
    confirm: waitingId.describe('Confirm the waiting report with this id (managers)'),
    reject: waitingId.describe('Remove the waiting report with this id (managers)'),
  }),
  main: 'text',
  for: 'everyone',
  audience: 'everyone',
  async run({ text, limit, from, waiting, confirm, reject }, context) {
    const { bot, asker, channel } = context;
    const id = confirm ?? reject;
    if (id !== undefined) return decide(id, confirm !== undefined, context);
    const own = await openWaitingReports(bot.settings).list(asker.mayCurate ? undefined : tenantOf(channel));
    const kept = own.map(({ record }) => record);
    if (waiting && kept.length === 0) return composeUsage('No reports from people wait to be confirmed.');
    if (waiting) return composeWaiting(kept, asker.mayCurate);
    const offset = from - 1;
    const listed = composeUnreviewedReports(await bot.incidents.reports({ text, limit, offset }), {
      text,
      limit,
      offset,
    });
    return withWaiting(listed, kept.length);
  },
});
