import { totalsOf } from '../incidents/casualty-totals.ts';
import type { Incident } from '../incidents/incident.ts';
import { type SubscriptionRef, subscriptionNames } from './alert-message.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';

function matchLine({ account, alerts }: MessageCatalogue, incident: Incident): string {
  const { title, type, where, id } = account.card(incident);
  return alerts.fits(title, type, where, totalsOf(incident).best, id);
}

/** Explains why a channel was notified: the matching subscriptions, and the first incident's type, place and deaths. */
export function explainAlert(
  w: MessageCatalogue,
  subscriptions: readonly SubscriptionRef[],
  incidents: readonly Incident[],
): string {
  const [first, ...others] = incidents;
  return w.alerts.why(subscriptionNames(w, subscriptions), first && matchLine(w, first), others.length);
}
