import type { Filter, Query } from '../incidents/query.ts';
import type { Answer, Step } from './answer.ts';
import { report } from './report.ts';
import { type Watched, watchWords } from './watch.ts';
import { instant } from './wording/dates.ts';
import { inWords } from './wording/filter.ts';
import { capital, clean, list, number, plural } from './wording/words.ts';

interface Preview {
  month: number;
  year: number;
  calmer?: number;
}

interface Wanted {
  words: string;
  by: string;
  at: string;
  mutedUntil: number;
  paused?: string | undefined;
  changes: boolean;
  horizon: number;
  rhythm: { rhythm: 'at-once' | 'hourly' | 'daily' | 'weekly'; at: string; weekday: string; zone: string };
  watch?: Watched | undefined;
  query: { filter: Filter };
}
interface Standing extends Wanted {
  id: number;
}

/** How a standing question is read. */
const reading = ({ query: { filter }, watch }: Pick<Wanted, 'query' | 'watch'>): string =>
  watch ? watchWords(watch, inWords(filter)) : `new ${inWords(filter)}`;

const times = {
  'at-once': () => 'at once',
  hourly: () => 'together, every hour',
  daily: ({ at, zone }: Wanted['rhythm']) => `together, daily at ${at} (${zone})`,
  weekly: ({ at, weekday, zone }: Wanted['rhythm']) => `together, every ${capital(weekday)} at ${at} (${zone})`,
};
const timing = ({ rhythm }: Pick<Wanted, 'rhythm'>): string => times[rhythm.rhythm](rhythm);

const usualHorizon = 7;
/** What is out of the ordinary about it, each as words. */
const manners = (s: Wanted): string[] => [
  timing(s),
  ...(s.changes || s.watch ? [] : ['without later changes']),
  ...(s.horizon === usualHorizon ? [] : [`up to ${plural(s.horizon, 'day')} old`]),
];

function often({ month, year }: Preview, what: string): string {
  const aWeek = year / 52;
  const rate =
    aWeek >= 1 ? `about ${number(Math.round(aWeek))} a week` : `about ${number(Math.round(year / 12))} a month`;
  const told = `In the last 30 days that would have been ${plural(month, what)}, in the last year ${number(year)}`;
  return year >= 12 ? `${told}: ${rate}.` : `${told}.`;
}

/** Before it is confirmed: how it is read, and how much it would have told. */
export function composePreview(
  wanted: Wanted,
  options: { edit?: number | undefined; question?: string | undefined },
  preview: Preview,
): Answer {
  const confirm = (label: string, more: object = {}): Step => ({
    label,
    does: { run: 'subscribe', options: { ...options, confirm: true, ...more } },
  });
  const { calmer } = preview;
  const flood = calmer === undefined ? [] : [`That is a flood. With at least ${calmer} killed it would be calm.`];
  const answer = report(`Shall this channel hear of ${reading(wanted)}, ${list(manners(wanted))}?`, [
    { kind: 'text', text: [often(preview, 'alert'), ...flood].join(' ') },
    { kind: 'note', text: 'Standing questions look ahead: a period in the question is left out.' },
  ]);
  const calm =
    calmer === undefined
      ? []
      : [
          confirm(`With at least ${calmer} killed`, { minKilled: calmer }),
          ...(wanted.rhythm.rhythm === 'at-once' ? [confirm('As a daily digest', { rhythm: 'daily' })] : []),
        ];
  return { ...answer, next: [...calm, confirm(options.edit === undefined ? 'Subscribe' : 'Change it')] };
}

/** Told to everyone in the channel: who subscribed it to what. */
export const composeSubscribed = (made: Standing, who: string): Answer => ({
  ...report(
    `Subscribed by ${clean(who, 60)}: this channel hears of ${reading(made)}, ${list(manners(made))} (#${made.id}).`,
    [
      {
        kind: 'note',
        text: `Asked as “${clean(made.words, 200)}”. “subscriptions” lists, explains, mutes and removes.`,
      },
    ],
  ),
  audience: 'everyone',
  next: [
    { label: 'Send a test', does: { run: 'subscriptions', options: { test: made.id } } },
    { label: 'Stop these', does: { run: 'subscriptions', options: { remove: made.id } } },
  ],
});

/** Told to everyone in the channel: who changed what about one. */
export function composeEdited(before: Wanted, after: Standing, who: string): Answer {
  const whole = (s: Wanted) => `${reading(s)}, ${list(manners(s))}`;
  return {
    ...report(`Changed by ${clean(who, 60)}: #${after.id} now tells of ${whole(after)}.`, [
      { kind: 'note', text: `Before: ${whole(before)} (“${clean(before.words, 120)}”).` },
    ]),
    audience: 'everyone',
  };
}

function stateOf(s: Standing, now: number): string {
  if (s.paused) return `; paused: ${clean(s.paused, 120)}`;
  return s.mutedUntil > now ? `; muted until ${instant(new Date(s.mutedUntil).toISOString())}` : '';
}

const line = (s: Standing, now: number): string =>
  `#${s.id} ${reading(s)}, ${list(manners(s))} (“${clean(s.words, 120)}”, by ${clean(s.by, 60)} on ${instant(s.at)}${stateOf(s, now)})`;

/** What the channel hears of. */
export function composeSubscriptions(all: readonly Standing[], now: number): Answer {
  if (all.length === 0)
    return report(
      'This channel has no subscriptions. For example: subscribe attacks near Samawah with anyone killed',
      [],
    );
  const shown = all.slice(0, 25);
  const answer = report(`This channel hears of ${plural(all.length, 'standing question')}:`, [
    { kind: 'text', text: shown.map((s) => line(s, now)).join('\n') },
    ...(all.length > shown.length ? [{ kind: 'note' as const, text: `And ${all.length - shown.length} more.` }] : []),
  ]);
  const next = all
    .slice(0, 4)
    .map(({ id }) => ({ label: `Stop #${id}`, does: { run: 'subscriptions', options: { remove: id } } }));
  return { ...answer, next };
}

/** One of them, in full: how it is read, when it tells, what it would have told, who asked for it. */
export function composeExplained(s: Standing, preview: Preview, now: number): Answer {
  const sentences = [
    `Asked by ${clean(s.by, 60)} on ${instant(s.at)} as “${clean(s.words, 200)}”${stateOf(s, now)}.`,
    `It tells ${timing(s)}, of incidents up to ${plural(s.horizon, 'day')} old${s.watch ? '' : s.changes ? ', and of what changes about them later' : ', and not of what changes later'}.`,
    often(preview, 'alert'),
  ];
  const answer = report(`#${s.id} tells this channel of ${reading(s)}.`, [{ kind: 'text', text: sentences.join(' ') }]);
  const query: Query = {
    measure: 'list',
    of: 'incidents',
    filter: s.query.filter,
    order: 'newest',
    limit: 5,
    offset: 0,
  };
  return {
    ...answer,
    next: [
      { label: 'The latest of these', does: { find: query } },
      { label: 'Send a test', does: { run: 'subscriptions', options: { test: s.id } } },
      { label: 'Mute for a day', does: { run: 'subscriptions', options: { mute: s.id, hours: 24 } } },
      { label: 'Stop these', does: { run: 'subscriptions', options: { remove: s.id } } },
    ],
  };
}

/** Told to the one who asked: a test goes the way of an alert. */
export const composeTesting = (id: number): Answer =>
  report(`A test of #${id} is on its way to this channel. If it does not arrive, “subscriptions” says why.`, []);

/** Told to everyone in the channel: what someone changed. */
export const composeSubscriptionChanged = (what: string, who: string): Answer => ({
  ...report(`${what}, by ${clean(who, 60)}.`, []),
  audience: 'everyone',
});
