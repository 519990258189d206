import type { Answer } from '../src/answers/document/answer.ts';
import { reportTitle } from '../src/answers/draft-preview.ts';
import { composeDraftSaved, provenanceText } from '../src/answers/draft-saved.ts';
import { day } from '../src/answers/messages/english/dates.ts';
import { composeUsage } from '../src/answers/replies.ts';
import type { Context } from '../src/app/ports.ts';
import type { StoredDraft } from '../src/extraction/draft-store.ts';
import { unreviewed, userReportId, userReports } from '../src/extraction/user-dataset.ts';
import type { Incident } from '../src/incidents/incident.ts';

const nameOf = ({ asker }: Context) => asker.name ?? asker.id;

/** The first id for the incident that is not in use. */
async function freeId(incident: Incident, taken: ReadonlySet<string>, { bot }: Context): Promise<string> {
  for (let n = 1; ; n++) {
    const id = userReportId(incident, n);
    if (!taken.has(id) && !(await bot.incidents.get(id))) return id;
  }
}

/**
 * Saves the incidents of a draft that a person has confirmed: the one with `number` (from 1), or all that are not saved
 * yet. They go through the change log, so subscriptions are notified.
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
  const saved: Incident[] = [];
  for (const { incident } of chosen) {
    const id = await freeId(incident, new Set(saved.map((s) => s.id)), context);
    saved.push({
      ...incident,
      id,
      title: reportTitle(incident),
      details: [...incident.details, provenance],
      flags: [unreviewed],
    });
  }
  const why = `reported in ${channel.platform}${draft.given.link ? ` from ${draft.given.link}` : ''}`;
  await bot.incidents.apply(
    saved.map((record) => ({ action: 'put' as const, record })),
    { dataset: userReports, by, why, at },
  );
  const ids = new Map(chosen.map((d, i) => [d, saved[i]?.id]));
  const incidents = draft.incidents.map((d) => ({ ...d, saved: ids.get(d) ?? d.saved }));
  await bot.drafts.change(key, { ...draft, incidents }, Date.now());
  return composeDraftSaved(saved, by);
}
