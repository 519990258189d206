import type { RiseFinding, RiseRule } from '../../kernel/anomaly-rule.ts';
import type { NotificationSchedule } from '../../kernel/schedule.ts';
/** Why alerts come in one message: their schedule, or because they are many or late. */
export type DigestReason = Exclude<NotificationSchedule['rhythm'], 'at-once'> | 'many' | 'late';
export type PendingReason = 'silent' | 'failed' | 'waiting';

/** The messages of alerts in a language. Names and reasons have passed NarrativeMessages.name. */
export interface AlertMessages {
  reported(title: string): string;
  corrected(title: string): string;
  /** Subscriptions with their numbers, and how many more. */
  naming(asked: readonly string[], more: number): string;
  asked(words: string, id: number): string;
  because(naming: string): string;
  steps: { mute: string; stop: string };
  test: { some: string; none: string };
  paused(reason: string, naming: string): string;
  /** Some of its alerts could not be made or delivered; `mend`: what to do about it. */
  troubled(reason: string, naming: string): string;
  mend: string;
  wake: string;
  /** Under the last message before the hourly limit. `until`: an ISO instant. */
  limit(perHour: number, until: string): string;
  risen(risen: RiseFinding, rise: RiseRule): string;
  seen(name: string): string;
  /** An incident in a line. */
  line(title: string, when: string, where: string, id: string): string;
  digest: {
    headline(incidents: number, others: number, together: DigestReason): string;
    more(n: number): string;
    retracted(about: string, reason: string): string;
    changed(about: string, words: readonly string[]): string;
    /** The line of an incident that was corrected since. */
    corrected(line: string): string;
    anIncident: string;
    show: string;
  };
  missed: {
    none: string;
    /** `since`: an ISO instant. */
    nothing(since: string): string;
    had(since: string, counts: Record<'news' | 'changes' | 'retractions' | 'unusual', number>, cut: boolean): string;
    marks: Record<PendingReason, string>;
    earlier(n: number): string;
    show: string;
  };
  /** Why a channel was alerted: `line` of the first incident, and how many more. */
  why(naming: string, line: string | undefined, more: number): string;
  /** An incident with what of it fits: its kind, its place, how many were killed. */
  fits(title: string, type: string, where: string, killed: number | null, id: string): string;
}
