import { totalsOf } from '../incidents/casualty-totals.ts';
import type { Attribution, CasualtyKind, Incident } from '../incidents/incident.ts';
import type { ChangeRow } from '../incidents/incidents.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { capital, clean, sentence } from './messages/english/text.ts';

/** Ignores case: "Donetsk Oblast" and "Donetsk oblast" are the same. */
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const figures = { best: 'killed', wounded: 'wounded', abducted: 'abducted', arrested: 'arrested' } as const;

const sameClaim = (a: Attribution, b: Attribution) => a.actor === b.actor && a.status === b.status && a.by === b.by;

/** The sources of the new figure: those who give it, else everyone with a figure, else the first two publishers. */
function sourcesOf(
  { account }: MessageCatalogue,
  after: Incident,
  harm: CasualtyKind,
  figure: number | null,
): string[] {
  const gives = (c: Incident['casualties'][number]) => typeof c[harm] === 'object' && c[harm].best === figure;
  const named = after.casualties.some((c) => c.by && gives(c)) ? after.casualties.filter(gives) : after.casualties;
  const by = [...new Set(named.flatMap((c) => (c.by ? [clean(c.by, 80)] : [])))];
  const publishers = after.reports.map((report) => clean(report.publisher, 80));
  return (by.length ? by : [...new Set(publishers)].slice(0, 2)).map(account.name);
}

/** What changed about an incident that people would want to know, a line each; nothing when only wording changed. */
export function describeChanges(w: MessageCatalogue, before: Incident, after: Incident): string[] {
  const { changes, account } = w;
  const [was, is] = [totalsOf(before), totalsOf(after)];
  const tolls = (Object.keys(figures) as (keyof typeof figures)[])
    .filter((figure) => was[figure] !== is[figure])
    .map((figure) => {
      const harm = figures[figure];
      return changes.toll(harm, was[figure], is[figure], sourcesOf(w, after, harm, is[figure]));
    });
  const claims = after.attributions.filter((a) => !before.attributions.some((b) => sameClaim(a, b)));
  const gone = before.attributions.filter((b) => !after.attributions.some((a) => sameClaim(a, b)));
  const [placed, places] = [account.where(before), account.where(after)];
  const [dated, dates] = [account.when(before.when), account.when(after.when)];
  const kinds = same(before.eventTypes.join(), after.eventTypes.join());
  return [
    ...tolls,
    ...claims.map(changes.newClaim),
    ...gone.map(changes.goneClaim),
    ...(same(placed, places) ? [] : [changes.place(placed, places)]),
    ...(same(dated, dates) ? [] : [changes.date(dated, dates)]),
    ...(kinds ? [] : [changes.kind(before.eventTypes, after.eventTypes)]),
  ].map(capital);
}

/** What a revision means to channels that were alerted to the incident, a line each; empty where it is not worth a message. */
export function describeNews(w: MessageCatalogue, { action, before, after, other, why }: ChangeRow): string[] {
  const { changes, account } = w;
  const lines = before?.kind === 'incident' && after?.kind === 'incident' ? describeChanges(w, before, after) : [];
  const reason = account.name(sentence(clean(why, 200)));
  const beside = account.name(clean(other ?? '', 80));
  if (action === 'merge' || action === 'absorb') return [changes.together(beside, reason), ...lines];
  if (action === 'split' || action === 'release') return [changes.apart(beside, reason), ...lines];
  const back = action === 'correct' && after !== null && JSON.stringify(before) === JSON.stringify(after);
  return back ? [changes.back(reason)] : lines;
}
