import { eventWords } from '../../../incidents/event-words.ts';
import type { ActorPart, Incident, When } from '../../../incidents/incident.ts';
import { countryIn } from '../countries.ts';
import { capital, clean } from '../english/text.ts';
import { actorName, placeName } from '../names.ts';
import { days, list } from './filter.ts';

const named = (actors: ActorPart[], ...roles: ActorPart['role'][]) =>
  actors.filter((a) => roles.includes(a.role)).map((a) => actorName(a.actor));
export const civilians = (name: string) => (/^civilians$/i.test(name) ? 'des civils' : name);
export const type = (r: Incident) => list(r.eventTypes.map((id) => eventWords.fr.get(id)?.one ?? id));

/** The record's own title, in its own language, or one made of who and where. */
export function title(r: Incident): string {
  if (r.title) return clean(r.title, 120);
  const [by, on, sides] = [named(r.actors, 'attacker'), named(r.actors, 'victim', 'target'), named(r.actors, 'party')];
  const who = sides.length
    ? `${sides.slice(0, 2).join(' contre ')}${sides.length > 2 ? ' et d’autres' : ''}`
    : [list(by), on.length ? `contre ${list(on.map(civilians))}` : ''].filter(Boolean).join(' ');
  const at = placeName(r.where.place ?? r.where.admin1 ?? (r.where.country ? countryIn('fr', r.where.country) : ''));
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
