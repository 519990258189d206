import type { Incident } from '../incidents/incident.ts';
import { totalsOf } from '../incidents/totals.ts';
import { type Asked, naming } from './alert.ts';
import { cardOf } from './wording/card.ts';
import { number, plural } from './wording/words.ts';

function line(incident: Incident): string {
  const card = cardOf(incident);
  const { best } = totalsOf(incident);
  const killed = best === null ? '' : `, ${number(best)} killed`;
  return `${card.title}: ${card.type}, ${card.where}${killed} (${card.id})`;
}

/** Why a channel was told of incidents: who asked for what, and what of the incident fits it. */
export function whyTold(asked: readonly Asked[], about: readonly Incident[]): string {
  const [first, ...others] = about;
  const more = others.length ? ` And ${plural(others.length, 'more incident')}.` : '';
  const told = first ? ` What was told: ${line(first)}.${more}` : '';
  return `This channel has the standing question ${naming(asked)}.${told} “subscriptions --explain NUMBER” says how a standing question is read.`;
}
