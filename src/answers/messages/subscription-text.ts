import type { Filter } from '../../incidents/query.ts';
import type { AnomalyRule } from '../../kernel/anomaly-rule.ts';
import type { NotificationSchedule } from '../../kernel/schedule.ts';

/** Why a question cannot be subscribed to. */
export type NotSubscribableReason = 'comparison' | 'as-of' | 'ids' | 'known-actor';

/** The messages of subscriptions in a language. Names, words and reasons have passed NarrativeMessages.name; instants are ISO. */
export interface SubscriptionMessages {
  /** What is subscribed to, as a noun. */
  reading(filter: Filter, watch: AnomalyRule | undefined): string;
  /** The reading and its manners, as one. */
  whole(reading: string, manners: string): string;
  timing(rhythm: NotificationSchedule): string;
  unchanging: string;
  old(days: number): string;
  /** How many alerts it would have been in the last 30 days and the last year. */
  often(month: number, year: number): string;
  /** Nothing in the data matches it at present. */
  nothingYet: string;
  /** What a question in its words means by now, beside what it meant when it was made. */
  alsoRead(reading: string): string;
  ask(whole: string): string;
  flood(calmer: number): string;
  ahead: string;
  subscribed(who: string, whole: string, id: number): string;
  askedAs(words: string): string;
  edited(who: string, id: number, whole: string): string;
  before(whole: string, words: string): string;
  paused(reason: string): string;
  /** Not every alert could be delivered. */
  troubled(reason: string): string;
  muted(until: string): string;
  /** `state`: paused or muted, empty where neither. */
  line(id: number, whole: string, words: string, by: string, at: string, state: string): string;
  none: string;
  hears(n: number): string;
  more(n: number): string;
  explained(id: number, reading: string): string;
  asked(by: string, at: string, words: string, state: string): string;
  tells(timing: string, days: number, later: 'changes' | 'unchanging' | 'watch'): string;
  testing(id: number): string;
  /** Asked before everybody's subscription is stopped. */
  stopping(id: number, words: string): string;
  /** The channel was told already. */
  made(id: number): string;
  cannotPost(reason: string): string;
  stopped(id: number, words: string, who: string): string;
  speaking(id: number, who: string): string;
  silenced(id: number, hours: number, who: string): string;
  unknown(id: number): string;
  already(id: number): string;
  managersOnly: string;
  unsaid: string;
  cannot: Record<NotSubscribableReason, string>;
  steps: {
    subscribe: string;
    change: string;
    least(killed: number): string;
    daily: string;
    test: string;
    stop(id: number): string;
    latest: string;
  };
}
