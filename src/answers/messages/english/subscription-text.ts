import type { NotificationSchedule } from '../../../kernel/schedule.ts';
import type { SubscriptionMessages } from '../subscription-text.ts';
import { watchWords } from './anomaly.ts';
import { instant } from './dates.ts';
import { filterText } from './filter.ts';
import { capital, number, plural } from './text.ts';

const times: Record<NotificationSchedule['rhythm'], (rhythm: NotificationSchedule) => string> = {
  'at-once': () => 'at once',
  hourly: () => 'together, every hour',
  daily: ({ at, zone }) => `together, daily at ${at} (${zone})`,
  weekly: ({ at, weekday, zone }) => `together, every ${capital(weekday)} at ${at} (${zone})`,
};
const example = 'For example: subscribe attacks near Samawah with anyone killed';

export const englishStanding: SubscriptionMessages = {
  reading: (filter, watch) => (watch ? watchWords(watch, filterText(filter)) : `new ${filterText(filter)}`),
  whole: (reading, manners) => `${reading}, ${manners}`,
  timing: (rhythm) => times[rhythm.rhythm](rhythm),
  unchanging: 'without later changes',
  old: (days) => `up to ${plural(days, 'day')} old`,
  often: (month, year) => {
    const aWeek = year / 52;
    const rate =
      aWeek >= 1 ? `about ${number(Math.round(aWeek))} a week` : `about ${number(Math.round(year / 12))} a month`;
    const told = `In the last 30 days that would have been ${plural(month, 'alert')}, in the last year ${number(year)}`;
    return year >= 12 ? `${told}: ${rate}.` : `${told}.`;
  },
  nothingYet: 'Nothing in the data matches this yet: the first alert comes when something does.',
  alsoRead: (reading) => `With the names that the data has now, the same words mean ${reading}; it tells of these too.`,
  ask: (whole) => `Shall this channel hear of ${whole}?`,
  flood: (calmer) => `That is a flood. With at least ${calmer} killed it would be calm.`,
  ahead: 'Standing questions look ahead: a period in the question is left out.',
  subscribed: (who, whole, id) => `Subscribed by ${who}: this channel hears of ${whole} (#${id}).`,
  askedAs: (words) => `Asked as “${words}”. “subscriptions” lists, explains, mutes and removes.`,
  edited: (who, id, whole) => `Changed by ${who}: #${id} now tells of ${whole}.`,
  before: (whole, words) => `Before: ${whole} (“${words}”).`,
  paused: (reason) => `; paused: ${reason}`,
  troubled: (reason) => `; not all of it could be told: ${reason}`,
  muted: (until) => `; muted until ${instant(until)}`,
  line: (id, whole, words, by, at, state) => `#${id} ${whole} (“${words}”, by ${by} on ${instant(at)}${state})`,
  none: `This channel has no subscriptions. ${example}`,
  hears: (n) => `This channel hears of ${plural(n, 'standing question')}:`,
  more: (n) => `And ${n} more.`,
  explained: (id, reading) => `#${id} tells this channel of ${reading}.`,
  asked: (by, at, words, state) => `Asked by ${by} on ${instant(at)} as “${words}”${state}.`,
  tells: (timing, days, later) =>
    `It tells ${timing}, of incidents up to ${plural(days, 'day')} old${later === 'watch' ? '' : later === 'changes' ? ', and of what changes about them later' : ', and not of what changes later'}.`,
  testing: (id) => `A test of #${id} is on its way to this channel. If it does not arrive, “subscriptions” says why.`,
  stopping: (id, words) => `Stop #${id}, “${words}”, for everyone in this channel?`,
  made: (id) => `Done: subscription #${id} is announced in the channel.`,
  cannotPost: (reason) =>
    `I cannot post alerts in this channel: ${reason}. Nothing was subscribed. Let me write there (in Slack: /invite @Sitrep), then subscribe again.`,
  stopped: (id, words, who) => `Stopped: #${id}, “${words}”, by ${who}.`,
  speaking: (id, who) => `Speaking again: #${id}, by ${who}.`,
  silenced: (id, hours, who) => `Muted for ${number(hours)} hours: #${id}, by ${who}.`,
  unknown: (id) => `This channel has no subscription #${id}. “subscriptions” lists them.`,
  already: (id) => `This channel hears of that already (#${id}).`,
  managersOnly: 'In this channel only managers change subscriptions. Ask one of them.',
  unsaid: `Say what to hear of. ${example}`,
  cannot: {
    comparison: 'A comparison cannot stand. Subscribe to each side by itself.',
    'as-of': 'What was known on a day that is past does not change. Leave out “as of”.',
    ids: 'That names incidents that are known already. Ask for a place, a kind or a group.',
    'known-actor':
      'Whoever is named is known already. Leave the name out, and say where somebody new should be told of.',
  },
  steps: {
    subscribe: 'Subscribe',
    change: 'Change it',
    least: (killed) => `With at least ${killed} killed`,
    daily: 'As a daily digest',
    test: 'Send a test',
    stop: (id) => `Stop #${id}`,
    latest: 'The latest of these',
  },
};
