import { countedQuantity, knownQuantity } from '../../../incidents/quantities.ts';
import type { Query, Unit } from '../../../incidents/query.ts';
import { isTimeUnit } from '../../../incidents/time-units.ts';
import type { MessageCatalogue } from '../catalogue.ts';
import { countryIn } from '../countries.ts';
import { capital } from '../english/text.ts';
import { alertWords } from './alerts.ts';
import { card } from './card.ts';
import { caveats } from './caveat.ts';
import { changeWords } from './changes.ts';
import { back } from './clarification.ts';
import { figureWords } from './figures.ts';
import { around, day, isOne, kinds, list, nouns, number, plural } from './filter.ts';
import { groupWords } from './group-figures.ts';
import { groupKey } from './groups.ts';
import { title, when } from './incident.ts';
import { account } from './incident-narrative.ts';
import { row } from './row.ts';
import { scope } from './scope.ts';
import { standingWords } from './subscription-text.ts';
import { unitWords } from './units.ts';
import { why } from './why.ts';

const units = Object.fromEntries(Object.entries(unitWords).map(([unit, [one]]) => [unit, one])) as Record<Unit, string>;
const feminine = new Set<Unit>(['week', 'year', 'season', 'hour', 'admin1', 'pair', 'source']);
const the = (unit: Unit) =>
  unit === 'year' || unit === 'hour' || unit === 'actor'
    ? `L'${units[unit]}`
    : `${feminine.has(unit) ? 'La' : 'Le'} ${units[unit]}`;
const noun = (of: Query['of'], n: number) => nouns[of][isOne(n) ? 0 : 1];
function noGroup(unit: Unit | undefined): string {
  if (isTimeUnit(unit) || unit === 'season') return 'les dates passent d’un groupe à l’autre';
  if (unit === 'pair') return 'les données n’y distinguent pas deux camps';
  if (unit === 'actor') return 'les données n’y nomment personne';
  if (unit === 'weekday') return 'la date n’est pas connue au jour près';
  return unit === 'hour' ? 'l’heure n’est pas connue' : 'les données n’en donnent pas';
}

const hows = {
  deadliest: ['Le plus meurtrier', 'Les plus meurtriers'],
  oldest: ['Le plus ancien', 'Les plus anciens'],
  relevance: ['Le plus proche', 'Les plus proches'],
  newest: ['Le plus récent', 'Les plus récents'],
} as const;
const nearest = {
  'any time before': 'Le dernier auparavant',
  'any time': 'Le plus proche dans le temps',
  'further around': 'Le plus proche dans un rayon plus large',
  'any kind': 'Tous types confondus, le dernier',
};
const areNot = (n: number, verb: [string, string]) => (isOne(n) ? verb[0] : verb[1]);

export const french: MessageCatalogue = {
  list,
  day,
  when,
  title,
  card,
  row,
  caveat: caveats,
  scope,
  account,
  figures: figureWords,
  groups: groupWords,
  back,
  why,
  changes: changeWords,
  alerts: alertWords,
  standing: standingWords,
  counted: (filter, n) => {
    const { words, gender } = kinds(filter, n);
    return `${n === 0 ? (gender === 'f' ? 'Aucune' : 'Aucun') : number(n)} ${words}${around(filter)}`;
  },
  about: (filter) => around(filter).trim(),
  shown: (how, n, from) =>
    from
      ? `N° ${number(from)} à ${number(from + n - 1)} :`
      : n === 1
        ? `${hows[how][0]} :`
        : `${hows[how][1]} (${number(n)}) :`,
  end: (which, total, filter, incident) =>
    `${which === 'first' ? 'Le premier incident' : 'Le dernier incident'} sur ${number(total)} ${kinds(filter, total).words}${around(filter)} : ${title(incident)}, ${when(incident.when)}.`,
  toll: (of, value, range, known, filter) =>
    `${number(value)} ${noun(of, value)}${range ? ` (meilleure estimation ; de ${number(range[0])} à ${number(range[1])})` : ''} dans ${number(known)} ${kinds(filter, known).words}${around(filter)}.`,
  noToll: (of, total, filter) =>
    `Aucune source ne donne le nombre de ${nouns[of][1]} pour ${number(total)} ${kinds(filter, total).words}${around(filter)}.`,
  withoutFigure: (n) => `Pour ${plural(n, 'autre incident', 'autres incidents')}, aucune source ne donne de nombre.`,
  span: (count, filter, first, last) =>
    `${plural(count, 'jour')} entre le premier et le dernier des ${kinds(filter, 2).words}${around(filter)} : ${when(first)} et ${when(last)}.`,
  series: (total, of, filter, unit) =>
    `${number(total)} ${of === 'incidents' ? kinds(filter, total).words : noun(of, total)}${around(filter)}, par ${units[unit]}.`,
  highest: (key, quantity) => `Maximum : ${key}, ${quantity}.`,
  leader: (unit, fewest, of, filter, key, quantity) =>
    `${the(unit)} avec le ${fewest ? 'moins' : 'plus'} de ${of === 'incidents' ? kinds(filter, 2).words : nouns[of][1]}${around(filter)} : ${key}, avec ${quantity}.`.replace(
      /de (?=[aeiouéèê])/,
      "d'",
    ),
  follow: (others) => `Puis ${others.join(' · ')}.`,
  compared: (sides) => sides.map((side) => `${side}.`).join(' '),
  quiet: (unit, keys, more, filter) => {
    const { words, gender } = kinds(filter, 1);
    const named = list([...keys.map((key) => groupKey(unit, key)), ...(more ? [plural(more, 'autre')] : [])]);
    return `${gender === 'f' ? 'Aucune' : 'Aucun'} ${words} : ${named}. Parmi les autres :`;
  },
  bothSides: 'Les deux camps d’un combat sont comptés : les données ne disent pas qui a attaqué qui.',
  nothingToRank: 'Il n’y a rien à classer.',
  noGroups: (unit, total, filter) =>
    `Les données ne permettent pas de répartir par ${units[unit]} : ${number(total)} ${kinds(filter, total).words}${around(filter)}.`,
  quantity: (of, g) => {
    const incidents = plural(g.count, 'incident');
    if (of === 'incidents') return g.killed === null ? incidents : `${incidents} (${plural(g.killed, 'mort')})`;
    if (knownQuantity(of, g) === null) return `aucun chiffre pour ${incidents}`;
    return of === 'killed'
      ? `${plural(countedQuantity(of, g), 'mort')} dans ${incidents}`
      : `${plural(countedQuantity(of, g), ...nouns[of])} dans ${incidents}`;
  },
  key: groupKey,
  columns: {
    unit: Object.fromEntries(Object.entries(units).map(([u, w]) => [u, capital(w)])) as Record<Unit, string>,
    side: 'Côté',
    incidents: 'Incidents',
    killed: 'Morts',
    civilians: 'Civils tués',
    wounded: 'Blessés',
    abducted: 'Enlevés',
    arrested: 'Arrêtés',
  },
  sideBySide: 'Côte à côte',
  nearest: (what, at, words) => `${nearest[what]} : ${words}, ${when(at)}.`,
  dataBegins: (iso) => `Les données commencent le ${day(iso)}.`,
  dataEnds: (iso, country, beyond) =>
    `Les données${country ? ` (${country})` : ''} s’arrêtent le ${day(iso)}${beyond ? ', avant la période demandée' : ''}.`,
  notes: {
    readAs: (filter, sides) =>
      `Compris ainsi : ${kinds(filter, 2).words}${around(filter)}${sides.length ? `, en comparant ${list(sides)}` : ''}.`,
    assumed: (said) => `Tenu pour acquis : ${said.join(' ; ')}.`,
    unreviewed: (n) =>
      `${number(n)} ${areNot(n, ['n’est pas encore vérifié', 'ne sont pas encore vérifiés'])} : signalé par des personnes, sans confirmation d’un responsable.`,
    alike: (n) =>
      `${number(n)} ${areNot(n, ['est peut-être le même', 'sont peut-être les mêmes'])} qu’un incident d’un autre jeu de données, et ${areNot(n, ['est compté', 'sont comptés'])} à part.`,
    overlapping: (n) =>
      `${plural(n, 'autre ne fait', 'autres ne font')} que chevaucher la période et ${areNot(n, ['n’est pas compté', 'ne sont pas comptés'])}.`,
    coarse: (n, excluding) =>
      excluding
        ? `${number(n)} ${areNot(n, ['se trouve peut-être', 'se trouvent peut-être'])} dans le lieu exclu ou hors du lieu demandé : la localisation est trop vague.`
        : `${plural(n, 'autre s’y trouve peut-être, localisé', 'autres s’y trouvent peut-être, localisés')} trop vaguement pour ${areNot(n, ['être compté', 'être comptés'])}.`,
    ungrouped: (n, unit) => `${plural(n, 'incident n’est', 'incidents ne sont')} dans aucun groupe : ${noGroup(unit)}.`,
    unfinished: (files) => `L’importation de ${list(files)} n’est pas terminée : les données n’en ont qu’une partie.`,
    battles:
      'Les civils tués dans des combats ne sont pas dans ce chiffre : les données n’y désignent pas de responsable.',
    alongLine:
      'Un incident situé entre deux lieux se trouve quelque part le long de cette ligne ; le point exact n’est pas connu.',
    laterChanges: 'Ce qui a été ajouté, corrigé ou retiré ensuite est laissé de côté.',
    noData: 'Il n’y a pas encore de données.',
    from: (datasets, more) =>
      `Source des données : ${list([...datasets, ...(more ? [`${number(more)} de plus`] : [])])}.`,
    total: (statement, by) => `Rapporté comme un total, non compté ici : ${statement}${by ? ` (${by})` : ''}`,
    unread: (words) => `Non utilisé : ${words.map((w) => `« ${w} »`).join(', ')}.`,
    country: (name) => countryIn('fr', name),
  },
  steps: {
    details: 'Détails',
    show: 'Les montrer',
    map: 'Carte',
    more: 'Suite',
    back: 'Retour',
    subscribe: 'M’avertir des nouveaux',
    export: 'Exporter',
    why: 'Pourquoi ?',
    within: (km) => `Chercher à moins de ${number(km)} km`,
    anyKind: 'Tout type d’incident',
    anyTime: 'Chercher à toute date',
    earlier: 'Chercher avant',
  },
};
