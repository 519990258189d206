import { eventWords } from '../../incidents/event-words.ts';
import type { ActorPart, Attribution, Casualty, Incident, Report, Toll, When } from '../../incidents/incident.ts';
import type { IncidentCard } from '../answer.ts';
import { capital, clean } from '../wording/words.ts';
import { type CardWords, cardFrom } from './card.ts';
import { countryIn } from './countries.ts';
import { day, days, list, number } from './french-filter.ts';

const named = (actors: ActorPart[], ...roles: ActorPart['role'][]) =>
  actors.filter((a) => roles.includes(a.role)).map((a) => clean(a.actor, 100));
export const civilians = (name: string) => (/^civilians$/i.test(name) ? 'des civils' : name);
const type = (r: Incident) => list(r.eventTypes.map((id) => eventWords.fr.get(id)?.one ?? id));

/** The record's own title, in its own language, or one made of who and where. */
export function title(r: Incident): string {
  if (r.title) return clean(r.title, 120);
  const [by, on, sides] = [named(r.actors, 'attacker'), named(r.actors, 'victim', 'target'), named(r.actors, 'party')];
  const who = sides.length
    ? `${sides.slice(0, 2).join(' contre ')}${sides.length > 2 ? ' et d’autres' : ''}`
    : [list(by), on.length ? `contre ${list(on.map(civilians))}` : ''].filter(Boolean).join(' ');
  const at = r.where.place ?? r.where.admin1 ?? (r.where.country && countryIn('fr', r.where.country));
  return capital(clean(`${who || type(r)}${at ? `, ${at}` : ''}`, 140));
}

const vague: Partial<Record<When['precision'], string>> = {
  week: 'à une semaine près',
  month: 'jour inconnu',
  year: 'mois inconnu',
};
const parts: Record<NonNullable<When['partOfDay']>, string> = {
  night: 'de nuit',
  morning: 'le matin',
  afternoon: 'l’après-midi',
  evening: 'le soir',
};

export function when(w: When): string {
  if (w.start === null || w.end === null) return `date non indiquée${w.asWritten ? ` (« ${w.asWritten} »)` : ''}`;
  const part = w.partOfDay ? `, ${parts[w.partOfDay]}` : '';
  const hedge = w.start !== w.end && vague[w.precision] ? ` (${vague[w.precision]})` : '';
  const basis =
    w.basis === 'outside'
      ? ` (la source dit seulement « ${w.asWritten ?? ''} » ; la date est connue par ailleurs)`
      : '';
  return `${days(w.start, w.end)}${part}${hedge}${basis}`;
}

const coarse: Partial<Record<Incident['where']['precision'], string>> = {
  near: ' ; lieu connu à 25 km près environ',
  district: ' ; lieu exact inconnu',
  province: ' ; lieu dans la province inconnu',
  country: ' ; lieu dans le pays inconnu',
  sea: ' ; en mer ou dans les airs',
  line: ' ; le long d’une ligne ou dans une zone',
};

export function where({ where: w }: Pick<Incident, 'where'>): string {
  const country = w.country && countryIn('fr', w.country);
  if (w.between)
    return clean(
      `entre ${w.between[0].name} et ${w.between[1].name}, ${country ?? 'pays inconnu'}${w.route ? `, ${w.route}` : ''} (point exact inconnu)`,
    );
  const names = [w.place, w.admin1, country].filter((n): n is string => n !== undefined);
  const distinct = names.filter((n, i) => names.findIndex((o) => o.toLowerCase().startsWith(n.toLowerCase())) === i);
  return clean(`${distinct.join(', ') || 'lieu non indiqué'}${coarse[w.precision] ?? ''}`);
}

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
  const told = [publisher, via && `via ${via}`, date && day(date), words && `« ${words} »`];
  return clean(told.filter(Boolean).join(', '), 260);
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
export const cardWords: CardWords = {
  // A space that does not break stands before the colon.
  labels: Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, `${label}\u00a0`])) as typeof labels,
  flags,
  list,
  quoted: (text) => text,
  actor: civilians,
  attribution,
  report,
  casualty: (c, t) => `${groupWords(c)}${toll(t)}${by(c)}`,
  between: ' ; ',
};

export const card = (r: Incident): IncidentCard =>
  cardFrom(cardWords, r, { title: title(r), when: when(r.when), where: where(r), type: type(r) });
