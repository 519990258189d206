import { eventWords } from '../../../incidents/event-words.ts';
import type { Attribution, Casualty, Incident, Report, Toll } from '../../../incidents/incident.ts';
import type { IncidentCard } from '../../document/incident-card.ts';
import { type CardMessages, cardFrom } from '../card.ts';
import { capital, clean } from '../english/text.ts';
import type { RevisionMessages } from '../revision-history.ts';
import { day, list, number } from './filter.ts';
import { civilians, title, type, when, where } from './incident.ts';

export function toll(t: Toll): string {
  if (t === 'none reported') return 'aucun signalé';
  if (t === 'number unknown') return 'oui, nombre inconnu';
  const [low, high] = [Math.min(t.low, t.best), Math.max(t.high, t.best)];
  return low === high
    ? number(t.best)
    : `${number(t.best)} (meilleure estimation ; de ${number(low)} à ${number(high)})`;
}

export const groupWords = (c: Casualty) =>
  c.group === 'all' ? '' : `${/^civilians$/i.test(c.group) ? 'civils' : clean(c.group, 80)} : `;
const by = (c: Casualty) =>
  `${c.by ? `, selon ${clean(c.by, 120)}` : ''}${c.account ? ` (${clean(c.account, 80)})` : ''}`;

const statuses: Record<Attribution['status'], string> = {
  observed: 'observé',
  suspected: 'soupçonné',
  blamed: 'accusé',
  claimed: 'revendiqué par',
  denied: 'démenti par',
  doubted: 'jugé improbable',
  confirmed: 'confirmé',
};
const itself = (a: Attribution) => (a.status === 'claimed' || a.status === 'denied') && clean(a.by) === clean(a.actor);
/** Who says so, "selon X". */
const sayer = (a: Attribution) => (itself(a) ? 'selon sa propre déclaration' : `selon ${clean(a.by, 160)}`);
export const attribution = (a: Attribution): string =>
  `${capital(statuses[a.status])} : ${clean(a.actor, 120)} (${sayer(a)}${a.quote ? ` : “${clean(a.quote, 220)}”` : ''})`;

const report = ({ publisher, via, date, headline, quote }: Report) => {
  const words = headline ?? quote;
  const parts = [publisher, via && `via ${via}`, date && day(date), words && `« ${words} »`];
  return clean(parts.filter(Boolean).join(', '), 260);
};

const flags: Record<string, string> = {
  'estimate-order': 'la meilleure estimation du jeu de données est hors de sa fourchette',
  candidate: 'version provisoire : l’acteur n’est pas encore établi',
  unreviewed: 'pas encore vérifié',
  vanished: 'absent de la dernière version importée de son jeu de données',
};

export const labels = {
  summary: 'Résumé',
  attacker: 'Auteur',
  carriedOut: 'Menée par',
  party: 'Camps',
  target: 'Cible',
  victim: 'Victimes',
  other: 'Aussi nommés',
  attribution: 'Attribution',
  killed: 'Morts',
  wounded: 'Blessés',
  abducted: 'Enlevés',
  arrested: 'Arrêtés',
  note: 'Note',
  sources: 'Sources',
};
const layerWords: RevisionMessages = {
  together: 'Raconté avec\u00a0',
  correction: 'Correction\u00a0',
  name: (text) => text,
  list,
  when,
  where,
  kinds: (types) => list(types.map((id) => eventWords.fr.get(id)?.one ?? clean(id, 40))),
  quoted: (text) => `« ${text} »`,
  fields: { title: 'titre', summary: 'résumé', when: 'date', where: 'lieu', eventTypes: 'type' },
  field: (name, was) => `${name}${was ? ` (la source dit : ${was})` : ''}`,
  figures: 'des chiffres, à côté de ceux de la source',
  claim: 'une attribution',
  corrected: (what, confirmed, { by, at, why }) =>
    `${confirmed ? (what ? 'vérifié et rectifié : ' : 'vérifié') : 'rectifié : '}${what}, par ${by} le ${day(at)} (${why})`,
  dates: (at) => `le date ainsi : ${at}`,
  places: (at) => `le situe ainsi : ${at}`,
  calls: (kind) => `le classe comme ${kind}`,
  merged: (id, title, differs, { by, at, why }, sure) =>
    `${id} (${title})${differs ? `, qui ${differs}` : ''} ; réuni par ${by} le ${day(at)} (${why}${sure === undefined ? '' : `, proposé à ${sure} %`})`,
};

export const cardWords: CardMessages = {
  // A space that does not break stands before the colon.
  labels: Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, `${label}\u00a0`])) as typeof labels,
  flags,
  list,
  quoted: (text) => text,
  actor: civilians,
  attribution,
  report,
  layers: layerWords,
  casualty: (c, t) => `${groupWords(c)}${toll(t)}${by(c)}`,
  between: ' ; ',
};

export const card = (r: Incident): IncidentCard =>
  cardFrom(cardWords, r, { title: title(r), when: when(r.when), where: where(r), type: type(r) });
