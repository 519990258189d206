import { eventWords } from '../../../incidents/event-words.ts';
import type { Quantity } from '../../../incidents/query.ts';
import type { ScopeMessages } from '../scope.ts';
import { around, day, isOne, list, number, plural } from './filter.ts';

const many = (id: string) => eventWords.fr.get(id)?.many ?? id;
const people: Record<Quantity, string> = {
  incidents: 'd’incidents',
  killed: 'combien de personnes ont été tuées',
  'civilians killed': 'combien des morts étaient des civils',
  wounded: 'combien de personnes ont été blessées',
  abducted: 'combien de personnes ont été enlevées',
  arrested: 'combien de personnes ont été arrêtées',
};
const subject = (datasets: readonly string[], one: string, several: string) =>
  `${list(datasets)} ${datasets.length > 1 ? several : one}`;
const bySort = (kinds: readonly string[]) =>
  kinds.map((id) => `de ${many(id)}`).map((w) => w.replace(/^de (?=[aeéèêiouhâ])/i, 'd’'));

export const scope: ScopeMessages = {
  kind: (datasets, kinds) => `${subject(datasets, 'ne recense', 'ne recensent')} pas ${bySort(kinds).join(' ni ')}.`,
  casualty: (datasets, of) => `${subject(datasets, 'n’indique', 'n’indiquent')} pas ${people[of]}.`,
  country: (asked, covered, more, world) =>
    `Non couvert : ${list(asked, 'or')}. Les données portent seulement sur : ${list([...covered, ...(more > 0 ? [plural(more, 'autre pays', 'autres pays')] : [])])}.${world ? ' « import ucdp » apporte le monde entier.' : ''}`,
  period: (datasets, country, edge, date, asked) =>
    `Cette période (${around(asked).trim()}) n’est pas couverte : les données de ${list(datasets)}${country ? ` (${country})` : ''} ${edge === 'ends' ? 'se terminent' : 'commencent'} le ${day(date)}.`,
  toll: (datasets, least) =>
    `${subject(datasets, 'ne recense', 'ne recensent')} que les incidents avec au moins ${plural(least, 'mort signalé', 'morts signalés')}.`,
  sample: (datasets, countries, whole) =>
    whole
      ? `Pour ${list(countries)}, les données de ${list(datasets)} ont tous les incidents du ${day(whole.first)} au ${day(whole.last)}, et un échantillon des autres. « import ucdp » les apporte tous.`
      : `Pour ${list(countries)}, les données de ${list(datasets)} n’ont qu’un échantillon des incidents. « import ucdp » les apporte tous.`,
  sides: (datasets) => `${subject(datasets, 'n’indique', 'n’indiquent')} pas dans quel camp les gens ont été tués.`,
  lost: (side, value, incidents, filter) =>
    `${plural(value, 'personne tuée', 'personnes tuées')} ${side === 'own' ? `du côté de ${list((filter.actors ?? []).map(({ name }) => name))}` : side === 'governments' ? 'du côté des gouvernements (soldats, police et alliés)' : 'du côté des groupes armés'} dans ${plural(incidents, 'incident')}${around(filter)}.`,
  own: (actor, own, others) =>
    `${number(others)} d’entre elles n’${isOne(others) ? 'était' : 'étaient'} pas du côté de ${actor}, ${number(own)} l’${isOne(own) ? 'était' : 'étaient'}.`,
  dataset: (asked, held) => `Il n’y a pas ici de données de « ${asked} », seulement de ${list(held)}.`,
  elsewhere: (datasets) => `${subject(datasets, 'le fait', 'le font')}, mais pas pour ce lieu et cette période.`,
  mentions: (n, of, filter, phrases, more) => {
    const found = list([
      ...phrases.map((words) => `« ${words} »`),
      ...(more > 0 ? [plural(more, 'autre mot', 'autres mots')] : []),
    ]);
    const all = `${plural(of, 'incident')}${around(filter)}`;
    if (of === 0) return `Aucun incident n’y figure${around(filter)}.`;
    return n === 0
      ? `Aucun de ses ${all} n’en fait mention dans son texte (recherché : ${found}).`
      : `${number(n)} de ses ${all} en ${isOne(n) ? 'fait' : 'font'} mention dans le texte (trouvé par ${found}).`;
  },
  killed: (value, incidents, filter) =>
    `${plural(value, 'personne tuée', 'personnes tuées')} dans ${plural(incidents, 'incident')}${around(filter)}.`,
  show: 'Les montrer',
  never: 'Cet abonnement ne pourrait jamais rien envoyer à partir des données présentes.',
};
