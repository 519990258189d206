import type { Filter, Query } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import type { AnomalyRule } from './anomaly.ts';
import { composeUsage } from './compose.ts';
import type { Answer, AnswerAction } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import type { Messages } from './messages/catalogue.ts';
import { clean } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';
import type { NotificationSchedule, NotSubscribableReason } from './messages/subscription-text.ts';

interface BacktestResult {
  month: number;
  year: number;
  calmer?: number;
}

interface SubscriptionDraft {
  words: string;
  by: string;
  at: string;
  mutedUntil: number;
  paused?: string | undefined;
  changes: boolean;
  horizon: number;
  rhythm: NotificationSchedule;
  watch?: AnomalyRule | undefined;
  query: { filter: Filter };
}
interface SubscriptionView extends SubscriptionDraft {
  id: number;
}

const usualHorizon = 7;

/** How a standing question is read, and what is out of the ordinary about it. */
function whole({ standing, list }: Messages, s: SubscriptionDraft): string {
  const manners = [
    standing.timing(s.rhythm),
    ...(s.changes || s.watch ? [] : [standing.unchanging]),
    ...(s.horizon === usualHorizon ? [] : [standing.old(s.horizon)]),
  ];
  return standing.whole(standing.reading(s.query.filter, s.watch), list(manners));
}

const name = ({ account }: Messages, text: string, most: number) => account.name(clean(text, most));

/** Before it is confirmed: how it is read, and how much it would have told. */
export function composePreview(
  wanted: SubscriptionDraft,
  options: { edit?: number | undefined; question?: string | undefined },
  preview: BacktestResult,
  language: Language,
): Answer {
  const w = messagesFor(language);
  const { standing } = w;
  const confirm = (label: string, more: object = {}): AnswerAction => ({
    label,
    action: { run: 'subscribe', options: { ...options, confirm: true, ...more } },
  });
  const { calmer, month, year } = preview;
  const flood = calmer === undefined ? [] : [standing.flood(calmer)];
  const answer = buildAnswer(standing.ask(whole(w, wanted)), [
    { kind: 'text', text: [standing.often(month, year), ...flood].join(' ') },
    { kind: 'note', text: standing.ahead },
  ]);
  const calm =
    calmer === undefined
      ? []
      : [
          confirm(standing.steps.least(calmer), { minKilled: calmer }),
          ...(wanted.rhythm.rhythm === 'at-once' ? [confirm(standing.steps.daily, { rhythm: 'daily' })] : []),
        ];
  const { subscribe, change } = standing.steps;
  return { ...answer, next: [...calm, confirm(options.edit === undefined ? subscribe : change)] };
}

/** Told to everyone in the channel: who subscribed it to what. */
export function composeSubscribed(made: SubscriptionView, who: string, language: Language): Answer {
  const w = messagesFor(language);
  return {
    ...buildAnswer(w.standing.subscribed(name(w, who, 60), whole(w, made), made.id), [
      { kind: 'note', text: w.standing.askedAs(name(w, made.words, 200)) },
    ]),
    audience: 'everyone',
    next: [
      { label: w.standing.steps.test, action: { run: 'subscriptions', options: { test: made.id } } },
      { label: w.alerts.steps.stop, action: { run: 'subscriptions', options: { remove: made.id } } },
    ],
  };
}

/** Told to everyone in the channel: who changed what about one. */
export function composeSubscriptionEdited(
  before: SubscriptionDraft,
  after: SubscriptionView,
  who: string,
  language: Language,
): Answer {
  const w = messagesFor(language);
  return {
    ...buildAnswer(w.standing.edited(name(w, who, 60), after.id, whole(w, after)), [
      { kind: 'note', text: w.standing.before(whole(w, before), name(w, before.words, 120)) },
    ]),
    audience: 'everyone',
  };
}

function stateOf(w: Messages, s: SubscriptionView, now: number): string {
  if (s.paused) return w.standing.paused(name(w, s.paused, 120));
  return s.mutedUntil > now ? w.standing.muted(new Date(s.mutedUntil).toISOString()) : '';
}

const line = (w: Messages, s: SubscriptionView, now: number): string =>
  w.standing.line(s.id, whole(w, s), name(w, s.words, 120), name(w, s.by, 60), s.at, stateOf(w, s, now));

/** What the channel hears of. */
export function composeSubscriptions(all: readonly SubscriptionView[], now: number, language: Language): Answer {
  const w = messagesFor(language);
  const { standing } = w;
  if (all.length === 0) return buildAnswer(standing.none, []);
  const shown = all.slice(0, 25);
  const rest = all.length - shown.length;
  const answer = buildAnswer(standing.hears(all.length), [
    { kind: 'text', text: shown.map((s) => line(w, s, now)).join('\n') },
    ...(rest > 0 ? [{ kind: 'note' as const, text: standing.more(rest) }] : []),
  ]);
  const next = all
    .slice(0, 4)
    .map(({ id }) => ({ label: standing.steps.stop(id), action: { run: 'subscriptions', options: { remove: id } } }));
  return { ...answer, next };
}

/** One of them, in full: how it is read, when it tells, what it would have told, who asked for it. */
export function composeExplained(
  s: SubscriptionView,
  preview: BacktestResult,
  now: number,
  language: Language,
): Answer {
  const w = messagesFor(language);
  const { standing, alerts } = w;
  const sentences = [
    standing.asked(name(w, s.by, 60), s.at, name(w, s.words, 200), stateOf(w, s, now)),
    standing.tells(standing.timing(s.rhythm), s.horizon, s.watch ? 'watch' : s.changes ? 'changes' : 'unchanging'),
    standing.often(preview.month, preview.year),
  ];
  const answer = buildAnswer(standing.explained(s.id, standing.reading(s.query.filter, s.watch)), [
    { kind: 'text', text: sentences.join(' ') },
  ]);
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
      { label: standing.steps.latest, action: { find: query } },
      { label: standing.steps.test, action: { run: 'subscriptions', options: { test: s.id } } },
      { label: alerts.steps.mute, action: { run: 'subscriptions', options: { mute: s.id, hours: 24 } } },
      { label: alerts.steps.stop, action: { run: 'subscriptions', options: { remove: s.id } } },
    ],
  };
}

/** Told to the one who asked: a test goes the way of an alert. */
export const composeTesting = (id: number, language: Language): Answer =>
  buildAnswer(messagesFor(language).standing.testing(id), []);

const changed = (text: string): Answer => ({ ...buildAnswer(text, []), audience: 'everyone' });

/** Told to everyone in the channel: who ended one. */
export function composeStopped(
  { id, words }: Pick<SubscriptionView, 'id' | 'words'>,
  who: string,
  language: Language,
): Answer {
  const w = messagesFor(language);
  return changed(w.standing.stopped(id, name(w, words, 120), name(w, who, 60)));
}

/** Told to everyone in the channel: who muted one for how many hours, or let it speak again. */
export function composeMuted(id: number, hours: number | undefined, who: string, language: Language): Answer {
  const w = messagesFor(language);
  const by = name(w, who, 60);
  return changed(hours === undefined ? w.standing.speaking(id, by) : w.standing.silenced(id, hours, by));
}

/** There is none of that number. */
export const composeNoSubscription = (id: number, language: Language): Answer =>
  composeUsage(messagesFor(language).standing.unknown(id));

export const composeAlready = (id: number, language: Language): Answer =>
  composeUsage(messagesFor(language).standing.already(id));

export const composeManagersOnly = (language: Language): Answer =>
  composeUsage(messagesFor(language).standing.managersOnly);

/** Nothing was said to hear of, or what cannot stand. */
export const composeNotSubscribable = (why: NotSubscribableReason | undefined, language: Language): Answer => {
  const { unsaid, cannot } = messagesFor(language).standing;
  return composeUsage(why === undefined ? unsaid : cannot[why]);
};
