import type { Query } from '../incidents/query.ts';
import type { ScopeGap } from '../incidents/scope-gap.ts';
import type { AnomalyRule } from '../kernel/anomaly-rule.ts';
import type { Language } from '../kernel/language.ts';
import type { NotificationSchedule } from '../kernel/schedule.ts';
import { askToStop } from './alert-message.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { clean } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';
import { gapText } from './messages/scope.ts';

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
  trouble?: string | undefined;
  /** What a question in its words means by now, where that is something else. */
  asRead?: Query['filter'] | undefined;
  changes: boolean;
  horizon: number;
  rhythm: NotificationSchedule;
  watch?: AnomalyRule | undefined;
  query: Query;
}
interface SubscriptionView extends SubscriptionDraft {
  id: number;
}

/** Why nothing can come of it at present: it asks for what the data does not record, or for what it has none of. */
export type Idle = ScopeGap | 'nothing yet' | undefined;

const usualHorizon = 7;

/** How a standing question is read, and what is out of the ordinary about it. */
function whole({ standing, list }: MessageCatalogue, s: SubscriptionDraft): string {
  const manners = [
    standing.timing(s.rhythm),
    ...(s.changes || s.watch ? [] : [standing.unchanging]),
    ...(s.horizon === usualHorizon ? [] : [standing.old(s.horizon)]),
  ];
  return standing.whole(standing.reading(s.query.filter, s.watch), list(manners));
}

export const name = ({ account }: MessageCatalogue, text: string, most: number) => account.name(clean(text, most));

/** Said first of one that asks for what the data does not record. */
const gapFirst = ({ scope }: MessageCatalogue, idle: Idle): string =>
  idle === undefined || idle === 'nothing yet' ? '' : `${gapText(scope, { gap: idle })} ${scope.never} `;

/** Said of one that nothing in the data matches. */
const nothingYet = ({ standing }: MessageCatalogue, idle: Idle): Part[] =>
  idle === 'nothing yet' ? [{ kind: 'text', text: standing.nothingYet }] : [];

/** Before it is confirmed: how it is read, and how much it would have told. */
export function composePreview(
  wanted: SubscriptionDraft,
  options: { edit?: number | undefined; question?: string | undefined },
  preview: BacktestResult,
  language: Language,
  idle?: Idle,
): Answer {
  const w = messagesFor(language);
  const { standing } = w;
  const { question: _, ...given } = options;
  const { rhythm, at, weekday } = wanted.rhythm;
  const about = { query: wanted.query, ids: [], why: '', language, words: wanted.words, watch: wanted.watch };
  const confirm = (label: string, more: object = {}): AnswerAction => ({
    label,
    action: { run: 'subscribe', options: { ...given, rhythm, at, weekday, confirm: true, ...more }, about },
  });
  const { calmer, month, year } = preview;
  const flood = calmer === undefined ? [] : [standing.flood(calmer)];
  const answer = buildAnswer(`${gapFirst(w, idle)}${standing.ask(whole(w, wanted))}`, [
    ...(idle === 'nothing yet'
      ? nothingYet(w, idle)
      : [{ kind: 'text' as const, text: [standing.often(month, year), ...flood].join(' ') }]),
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
  return { ...answer, channelWide: true, next: [...calm, confirm(options.edit === undefined ? subscribe : change)] };
}

/** Told to everyone in the channel: who subscribed it to what. */
export function composeSubscribed(made: SubscriptionView, who: string, language: Language, idle?: Idle): Answer {
  const w = messagesFor(language);
  return {
    ...buildAnswer(`${gapFirst(w, idle)}${w.standing.subscribed(name(w, who, 60), whole(w, made), made.id)}`, [
      ...nothingYet(w, idle),
      { kind: 'note', text: w.standing.askedAs(name(w, made.words, 200)) },
    ]),
    audience: 'everyone',
    channelWide: true,
    next: [
      { label: w.standing.steps.test, action: { run: 'subscriptions', options: { test: made.id } } },
      { label: w.alerts.steps.stop, action: askToStop(made.id) },
    ],
  };
}

/** Told to everyone in the channel: who changed what about one. */
export function composeSubscriptionEdited(
  before: SubscriptionDraft,
  after: SubscriptionView,
  who: string,
  language: Language,
  idle?: Idle,
): Answer {
  const w = messagesFor(language);
  return {
    ...buildAnswer(`${gapFirst(w, idle)}${w.standing.edited(name(w, who, 60), after.id, whole(w, after))}`, [
      ...nothingYet(w, idle),
      { kind: 'note', text: w.standing.before(whole(w, before), name(w, before.words, 120)) },
    ]),
    audience: 'everyone',
    channelWide: true,
  };
}

function stateOf(w: MessageCatalogue, s: SubscriptionView, now: number): string {
  if (s.paused) return w.standing.paused(name(w, s.paused, 120));
  const trouble = s.trouble === undefined ? '' : w.standing.troubled(name(w, s.trouble, 120));
  return `${trouble}${s.mutedUntil > now ? w.standing.muted(new Date(s.mutedUntil).toISOString()) : ''}`;
}

const line = (w: MessageCatalogue, s: SubscriptionView, now: number): string =>
  w.standing.line(s.id, whole(w, s), name(w, s.words, 120), name(w, s.by, 60), s.at, stateOf(w, s, now));

/** One whose row cannot be read. */
interface Unreadable {
  id: number;
  why: string;
}

/** What the channel hears of, and what stands still because it cannot be read. */
export function composeSubscriptions(
  all: readonly SubscriptionView[],
  unreadable: readonly Unreadable[],
  now: number,
  language: Language,
): Answer {
  const w = messagesFor(language);
  const { standing } = w;
  const broken = unreadable.map(({ id, why }) => `#${id}${standing.paused(name(w, why, 120))}`);
  const still = broken.length ? [{ kind: 'note' as const, text: broken.join('\n') }] : [];
  if (all.length === 0) return buildAnswer(standing.none, still);
  const shown = all.slice(0, 25);
  const rest = all.length - shown.length;
  const answer = buildAnswer(standing.hears(all.length), [
    { kind: 'text', text: shown.map((s) => line(w, s, now)).join('\n') },
    ...(rest > 0 ? [{ kind: 'note' as const, text: standing.more(rest) }] : []),
    ...still,
  ]);
  const next = all.slice(0, 4).map(({ id }) => ({ label: standing.steps.stop(id), action: askToStop(id) }));
  return { ...answer, channelWide: true, next };
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
    ...(s.asRead ? [standing.alsoRead(standing.reading(s.asRead, s.watch))] : []),
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
    channelWide: true,
    next: [
      { label: standing.steps.latest, action: { find: query } },
      { label: standing.steps.test, action: { run: 'subscriptions', options: { test: s.id } } },
      { label: alerts.steps.mute, action: { run: 'subscriptions', options: { mute: s.id, hours: 24 } } },
      { label: alerts.steps.stop, action: askToStop(s.id) },
    ],
  };
}
