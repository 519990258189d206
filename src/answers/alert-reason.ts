import { totalsOf } from '../incidents/casualty-totals.ts';
import type { Incident } from '../incidents/incident.ts';
import { type Asked, naming } from './alert-message.ts';
import type { Words } from './messages/catalogue.ts';

function line({ account, alerts }: Words, incident: Incident): string {
  const { title, type, where, id } = account.card(incident);
  return alerts.fits(title, type, where, totalsOf(incident).best, id);
}

/** Why a channel was told of incidents: who asked for what, and what of the incident fits it. */
export function whyTold(w: Words, asked: readonly Asked[], about: readonly Incident[]): string {
  const [first, ...others] = about;
  return w.alerts.why(naming(w, asked), first && line(w, first), others.length);
}
