import type { Answer } from '../src/answers/document/answer.ts';
import { reportTitle } from '../src/answers/draft-preview.ts';
import { composeDraftSaved, provenanceText } from '../src/answers/draft-saved.ts';
import { day } from '../src/answers/messages/english/dates.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { composeDraftWaiting } from '../src/answers/waiting-reports-answer.ts';
import type { Context } from '../src/app/ports.ts';
import { isAmongStrangers, tenantOf } from '../src/app/rights.ts';
import { openWaitingReports, type WaitingReports } from '../src/app/waiting-reports.ts';
import type { StoredDraft } from '../src/extraction/draft-store.ts';
import { unreviewed, userReportId, userReports } from '../src/extraction/user-dataset.ts';
import type { Incident } from '../src/incidents/incident.ts';

const nameOf = ({ asker }: Context) => asker.name ?? asker.id;

/** The first id for the incident that is not in use. */
export async function freeId(
  incident: Incident,
  { bot }: Context,
  waiting: WaitingReports,
  taken: ReadonlySet<string> = new Set(),
): Promise<string> {
  for (let n = 1; ; n++) {
    const id = userReportId(incident, n);
    if (!taken.has(id) && !(await bot.incidents.get(id)) && !(await waiting.get(id))) return id;
  }
}

/** Keeps reports for their own tenant until they are confirmed; an answer instead where there are too many. */
async function keepWaiting(
  saved: readonly Incident[],
  { asker, channel, askedAt }: Context,
  waiting: WaitingReports,
): Promise<Answer | undefined> {
  const from = { tenant: tenantOf(channel), person: `${channel.platform}:${asker.id}` };
  const at = askedAt.getTime();
  const refused = await waiting.refusal(from, saved.length, at);
  if (refused !== undefined) return composeUsage(refused);
  for (const record of saved) await waiting.put({ ...from, name: asker.name ?? asker.id, at, record });
  return undefined;
}

/**
 * Saves the incidents of a draft that a person has confirmed: the one with `number` (from 1), or all that are not saved
 * yet. They go through the change log, so subscriptions are notified; where the bot serves strangers too, they wait for
 * somebody whom the operator names.
 */
export async function saveDraft(
  key: string,
  draft: StoredDraft,
  number: number | undefined,
  context: Context,
): Promise<Answer> {
  const { bot, askedAt, channel } = context;
  const by = nameOf(context);
  const chosen = draft.incidents.filter((d, i) => d.saved === undefined && (number === undefined || i === number - 1));
  if (chosen.length === 0) {
    const ids = draft.incidents.flatMap((d) => d.saved ?? []);
    return composeUsage(
      ids.length ? `That is saved already: ${ids.join(', ')}.` : `The draft has no incident number ${number ?? 1}.`,
    );
  }
  const at = askedAt.toISOString();
  const provenance = {
    topic: 'background' as const,
    text: provenanceText(by, day(at), draft.excerpt, draft.given.link),
    by,
  };
  const waiting = openWaitingReports(bot.settings);
  const saved: Incident[] = [];
  for (const { incident } of chosen) {
    const id = await freeId(incident, context, waiting, new Set(saved.map((s) => s.id)));
    saved.push({
      ...incident,
      id,
      title: reportTitle(incident),
      details: [...incident.details, provenance],
      flags: [unreviewed],
    });
  }
  const kept = async () => {
    const ids = new Map(chosen.map((d, i) => [d, saved[i]?.id]));
    const incidents = draft.incidents.map((d) => ({ ...d, saved: ids.get(d) ?? d.saved }));
    await bot.drafts.change(key, { ...draft, incidents }, Date.now());
  };
  if (isAmongStrangers(context.asker)) {
    const refused = await keepWaiting(saved, context, waiting);
    if (refused) return refused;
    await kept();
    return composeDraftWaiting(saved, by, context.asker.curators?.who ?? 'managers');
  }
  const why = `reported in ${channel.platform}${draft.given.link ? ` from ${draft.given.link}` : ''}`;
  await bot.incidents.apply(
    saved.map((record) => ({ action: 'put' as const, record })),
    { dataset: userReports, by, why, at },
  );
  await kept();
  return composeDraftSaved(saved, by);
}
