import type { Attribution, Incident } from '../incidents/incident.ts';
import type { ChangeRow } from '../incidents/incidents.ts';
import { totalsOf } from '../incidents/totals.ts';
import { attribution, where } from './wording/card.ts';
import { when } from './wording/dates.ts';
import { capital, clean, list, number, sentence } from './wording/words.ts';

/** "Donetsk Oblast" and "Donetsk oblast" are one. */
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const figures = { best: 'Killed', wounded: 'Wounded', abducted: 'Abducted', arrested: 'Arrested' } as const;

const told = (figure: number | null) => (figure === null ? 'not known' : number(figure));
const sameClaim = (a: Attribution, b: Attribution) => a.actor === b.actor && a.status === b.status && a.by === b.by;

/** Who gives the new figure: those who name it, or else everyone with a figure. */
function says(after: Incident, harm: 'killed' | 'wounded' | 'abducted' | 'arrested', figure: number | null): string {
  const gives = (c: Incident['casualties'][number]) => typeof c[harm] === 'object' && c[harm].best === figure;
  const named = after.casualties.some((c) => c.by && gives(c)) ? after.casualties.filter(gives) : after.casualties;
  const by = [...new Set(named.flatMap((c) => (c.by ? [clean(c.by, 80)] : [])))];
  const publishers = after.reports.map((report) => clean(report.publisher, 80));
  const sources = by.length ? by : [...new Set(publishers)].slice(0, 2);
  return sources.length ? `, ${sources.length === 1 ? 'says' : 'say'} ${list(sources)}` : '';
}

/** What changed about an incident that people would want to know, a line each; nothing when only wording changed. */
export function whatChanged(before: Incident, after: Incident): string[] {
  const [was, is] = [totalsOf(before), totalsOf(after)];
  const tolls = (Object.keys(figures) as (keyof typeof figures)[])
    .filter((harm) => was[harm] !== is[harm])
    .map(
      (harm) =>
        `${figures[harm]}: ${told(was[harm])} → ${told(is[harm])}${says(after, harm === 'best' ? 'killed' : harm, is[harm])}`,
    );
  const claims = after.attributions
    .filter((a) => !before.attributions.some((b) => sameClaim(a, b)))
    .map((a) => `New: ${attribution(a)}`);
  const gone = before.attributions
    .filter((b) => !after.attributions.some((a) => sameClaim(a, b)))
    .map((b) => `No longer said: ${attribution(b)}`);
  const pairs: [string, string, string][] = [
    ['Place', where(before), where(after)],
    ['Date', when(before.when), when(after.when)],
    ['Kind', before.eventTypes.join(', '), after.eventTypes.join(', ')],
  ];
  const others = pairs.filter(([, a, b]) => !same(a, b)).map(([name, a, b]) => `${name}: ${a} → ${b}`);
  return [...tolls, ...claims, ...gone, ...others].map(capital);
}

/** What a revision means to those who heard of the incident, a line each; nothing where it is no news. */
export function newsOf({ action, before, after, other, why }: ChangeRow): string[] {
  const lines = before?.kind === 'incident' && after?.kind === 'incident' ? whatChanged(before, after) : [];
  const reason = sentence(clean(why, 200));
  if (action === 'merge' || action === 'absorb')
    return [`Told together with ${clean(other ?? '', 80)} from now on: ${reason}`, ...lines];
  if (action === 'split' || action === 'release')
    return [`Told apart from ${clean(other ?? '', 80)} again: ${reason}`, ...lines];
  const back = action === 'correct' && after !== null && JSON.stringify(before) === JSON.stringify(after);
  return back ? [`Brought back: ${reason}`] : lines;
}
