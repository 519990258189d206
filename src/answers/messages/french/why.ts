import { countryIn } from '../countries.ts';
import type { ExplanationMessages } from '../why.ts';
import { day, number, period, plural } from './filter.ts';

export const why: ExplanationMessages = {
  facets: {
    period: 'période',
    asOf: 'état du registre',
    changes: 'modifications du registre',
    review: 'vérification',
    place: 'lieu',
    actor: 'acteur',
    eventType: 'type d’incident',
    measure: 'ce que vous voulez savoir',
    quantity: 'ce qui est compté',
    grouping: 'regroupement',
    order: 'ordre',
    limit: 'combien en montrer',
    threshold: 'nombre de morts au moins ou au plus',
    distance: 'distance',
    point: 'position',
    precision: 'précision',
    source: 'source',
    attribution: 'attribution',
    aspect: 'ce qui en est demandé',
    text: 'mots du signalement',
  },
  period,
  place: (name, country) => (country ? `${name}, ${countryIn('fr', country)}` : countryIn('fr', name)),
  word: (said, facet, meaning) => `« ${said} » comme ${facet}${meaning ? ` : ${meaning}` : ''}`,
  read: (words) => `J’ai lu ${words.join(' ; ')}.`,
  nothingRead: 'Je n’ai rien lu de plus que ce dont ce fil parlait déjà.',
  found: (n, of) => `Cela donne ${plural(n, 'incident')} sur ${number(of)}.`,
  others: (labels) => `Autres lectures : ${labels.join(' ; ')}.`,
  assumed: (a) => {
    if (a.kind === 'name') return `« ${a.said} » lu comme ${a.name}`;
    if (a.kind === 'season') return `« ${a.said} » lu comme trois mois de l’hémisphère nord`;
    if (a.kind === 'hours') return `« ${a.said} » lu comme de ${a.from} h à ${a.to} h`;
    if (a.kind === 'zone') return `heure ${a.letter} du groupe prise pour l’heure locale`;
    if (a.kind === 'same-day') return `« ${a.said} » lu comme le ${day(a.day)}`;
    return a.kind === 'run-up'
      ? 'ce qui précède lu comme le mois d’avant'
      : 'dates selon le calendrier d’Oumm al-Qura ; l’observation locale peut différer d’un jour';
  },
};
