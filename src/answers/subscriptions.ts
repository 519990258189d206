import type { Filter } from '../incidents/query.ts';
import type { Answer, Step } from './answer.ts';
import { report } from './report.ts';
import { instant } from './wording/dates.ts';
import { facets, kinds } from './wording/filter.ts';
import { clean, number, plural } from './wording/words.ts';

interface Preview {
  month: number;
  year: number;
  calmer?: number;
}

interface Standing {
  id: number;
  words: string;
  by: string;
  at: string;
  mutedUntil: number;
  paused?: string | undefined;
  query: { filter: Filter };
}

/** How a standing question is read. */
const reading = (filter: Filter): string => [kinds(filter, 2), ...facets(filter)].join(' ');

function rhythm({ month, year }: Preview): string {
  const aWeek = year / 52;
  const often =
    aWeek >= 1 ? `about ${number(Math.round(aWeek))} a week` : `about ${number(Math.round(year / 12))} a month`;
  const told = `In the last 30 days that would have been ${plural(month, 'alert')}, in the last year ${number(year)}`;
  return year ? `${told}: ${often}.` : `${told}.`;
}

/** Before it is confirmed: how it is read, and how much it would have told. */
export function composePreview(words: string, filter: Filter, preview: Preview): Answer {
  const confirm = (label: string, more: object): Step => ({
    label,
    does: { run: 'subscribe', options: { question: words, confirm: true, ...more } },
  });
  const flood =
    preview.calmer === undefined ? [] : [`That is a flood. With at least ${preview.calmer} killed it would be calm.`];
  const answer = report(`Shall this channel hear of new ${reading(filter)}?`, [
    { kind: 'text', text: [rhythm(preview), ...flood].join(' ') },
    { kind: 'note', text: 'Standing questions look ahead: a period in the question is left out.' },
  ]);
  const calmer =
    preview.calmer === undefined
      ? []
      : [confirm(`With at least ${preview.calmer} killed`, { minKilled: preview.calmer })];
  return { ...answer, next: [...calmer, confirm('Subscribe', {})] };
}

/** Told to everyone in the channel: who subscribed it to what. */
export const composeSubscribed = ({ id, words, query }: Standing, who: string): Answer => ({
  ...report(`Subscribed by ${clean(who, 60)}: this channel hears of new ${reading(query.filter)} (#${id}).`, [
    { kind: 'note', text: `Asked as “${clean(words, 200)}”. “subscriptions” lists, mutes and removes.` },
  ]),
  audience: 'everyone',
  next: [{ label: 'Stop these', does: { run: 'subscriptions', options: { remove: id } } }],
});

function line(s: Standing, now: number): string {
  const state = s.paused
    ? `; paused: ${clean(s.paused, 120)}`
    : s.mutedUntil > now
      ? `; muted until ${instant(new Date(s.mutedUntil).toISOString())}`
      : '';
  return `#${s.id} ${reading(s.query.filter)} (“${clean(s.words, 120)}”, by ${clean(s.by, 60)} on ${instant(s.at)}${state})`;
}

/** What the channel hears of. */
export function composeSubscriptions(all: readonly Standing[], now: number): Answer {
  if (all.length === 0)
    return report(
      'This channel has no subscriptions. For example: subscribe attacks near Samawah with anyone killed',
      [],
    );
  const answer = report(`This channel hears of ${plural(all.length, 'standing question')}:`, [
    {
      kind: 'text',
      text: all
        .slice(0, 25)
        .map((s) => line(s, now))
        .join('\n'),
    },
  ]);
  const next = all
    .slice(0, 4)
    .map(({ id }) => ({ label: `Stop #${id}`, does: { run: 'subscriptions', options: { remove: id } } }));
  return { ...answer, next };
}

/** Told to everyone in the channel: what someone changed. */
export const composeSubscriptionChanged = (what: string, who: string): Answer => ({
  ...report(`${what}, by ${clean(who, 60)}.`, []),
  audience: 'everyone',
});
