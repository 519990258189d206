import { eventWords } from '../../../incidents/event-words.ts';
import type { ChangeAction, ChangeMessages } from '../changes.ts';
import { instant } from '../english/dates.ts';
import { attribution, labels } from './card.ts';
import { around, list, number, plural } from './filter.ts';

const acts: Record<ChangeAction, [string, string]> = {
  add: ['ajouté', 'ajoutés'],
  correct: ['corrigé', 'corrigés'],
  retract: ['retiré', 'retirés'],
  merge: ['réuni avec un autre', 'réunis avec d’autres'],
  absorb: ['intégré à un autre', 'intégrés à d’autres'],
  split: ['séparé d’un autre', 'séparés d’autres'],
  release: ['de nouveau à part', 'de nouveau à part'],
  vanish: ['absent de la dernière version', 'absents de la dernière version'],
};
const figure = (n: number | null) => (n === null ? 'inconnu' : number(n));
const kinds = (types: readonly string[]) => list(types.map((id) => eventWords.fr.get(id)?.one ?? id));

export const changeWords: ChangeMessages = {
  toll: (harm, before, after, says) =>
    `${labels[harm]} : ${figure(before)} → ${figure(after)}${says.length ? `, selon ${list(says)}` : ''}`,
  newClaim: (a) => `Nouveau : ${attribution(a)}`,
  goneClaim: (a) => `N’est plus affirmé : ${attribution(a)}`,
  place: (before, after) => `Lieu : ${before} → ${after}`,
  date: (before, after) => `Date : ${before} → ${after}`,
  kind: (before, after) => `Type : ${kinds(before)} → ${kinds(after)}`,
  together: (other, reason) => `Raconté désormais avec ${other} : ${reason}`,
  apart: (other, reason) => `De nouveau raconté à part de ${other} : ${reason}`,
  back: (reason) => `Rétabli : ${reason}`,
  act: (action, other, { at, by, why }) => {
    const part = other && (action === 'correct' ? ` parce que ${other}, qui en fait partie, l’a été` : ` (${other})`);
    return `${acts[action][0]}${part ?? ''}, ${instant(at)}, par ${by} (${why})`;
  },
  also: (parts) => `Autres modifications : ${list(parts.map((part) => changeWords.fields[part].toLowerCase()))}`,
  more: (n) => `et ${plural(n, 'autre modification', 'autres modifications')}`,
  time: (span) =>
    span === 'import'
      ? 'par la dernière importation'
      : [span.since ? `à partir du ${instant(span.since)}` : '', span.before ? `jusqu’au ${instant(span.before)}` : '']
          .filter(Boolean)
          .join(' '),
  summary: (total, filter, time, counts) => {
    const done = counts.map(({ action, n }) => `${number(n)} ${acts[action][n > 1 ? 1 : 0]}`);
    const lead = `${plural(total, 'incident')}${around(filter)} ${total > 1 ? 'modifiés' : 'modifié'} dans le registre`;
    return `${[lead, time].filter(Boolean).join(', ')} : ${list(done)}.`;
  },
  nothing: (filter, time) => `Rien n’a été modifié dans le registre${around(filter)}${time ? `, ${time}` : ''}.`,
  deaths: (n) =>
    `En tout, les corrections ${n > 0 ? 'ajoutent' : 'retirent'} ${plural(Math.abs(n), 'mort')} (meilleures estimations).`,
  origin: (n, { by, at, why }) => `${plural(n, 'modification')} par ${by}, la dernière ${instant(at)} : ${why}.`,
  table: { title: 'Ce qui a été corrigé', what: 'Quoi', incidents: 'Incidents' },
  fields: {
    toll: 'Bilan',
    'other figures': 'Autres chiffres',
    date: 'Date',
    'precision of the date': 'Précision de la date',
    place: 'Lieu',
    position: 'Position',
    'precision of the place': 'Précision du lieu',
    kind: 'Type',
    actors: 'Acteurs',
    claims: 'Attributions',
    sources: 'Sources',
    flags: 'Remarques',
    spelling: 'Orthographe',
    wording: 'Formulation',
  },
  revision: (n, of, act) => `Révision ${number(n)}${of ? ` de ${of}` : ''} : ${act}`,
  retracted: ({ by, at, why }) =>
    `Retiré par ${by}, ${instant(at)} : ${why}. Il n’est dans aucun compte ; ce qu’il disait :`,
  records: {
    aggregate: 'Un total rapporté, jamais ajouté aux comptes.',
    development: 'Un fait nouveau, jamais compté comme incident.',
    report: 'Un signalement que personne n’a vérifié, jamais compté comme incident.',
  },
  source: (words) => `Source : ${words}`,
  changed: (title) => `Modifié : ${title}.`,
  takenBack: (title, reason) => `Retiré : ${title}. Le signalement est annulé : ${reason}.`,
};
