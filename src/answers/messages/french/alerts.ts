import type { RiseRule } from '../../../kernel/anomaly-rule.ts';
import type { AlertMessages, DigestReason } from '../alerts.ts';
import { instant } from '../english/dates.ts';
import { capital } from '../english/text.ts';
import { days as daysFrom, list, number, plural } from './filter.ts';

const openings: Partial<Record<DigestReason, string>> = {
  hourly: 'Cette heure',
  daily: 'Résumé du jour',
  weekly: 'Résumé de la semaine',
};
const reasons: Partial<Record<DigestReason, string>> = {
  many: ', ensemble parce qu’ils sont nombreux',
  late: ', ensemble parce qu’ils ont dû attendre',
};
const figure = (n: number, of: RiseRule['of']) => plural(n, of === 'killed' ? 'mort' : 'incident');
/** The windows before, of so many days each. */
export const windows = ({ against, days }: RiseRule): string => {
  if (days === 1) return plural(against, 'jour précédent', 'jours précédents');
  if (days === 7) return plural(against, 'semaine précédente', 'semaines précédentes');
  return `${plural(against, 'période précédente', 'périodes précédentes')} de ${plural(days, 'jour')}`;
};
export const rounded = (n: number): string => number(Math.round(n * 10) / 10);

export const alertWords: AlertMessages = {
  reported: (title) => `Signalé : ${title}.`,
  corrected: (title) => `Signalé, corrigé depuis : ${title}.`,
  naming: (asked, more) => list([...asked, ...(more ? [`${number(more)} de plus`] : [])]),
  asked: (words, id) => `« ${words} » (#${id})`,
  because: (naming) => `Ce canal a demandé : ${naming}.`,
  steps: { mute: 'Silence pour un jour', stop: 'Arrêter' },
  test: {
    some: 'Un essai : rien de nouveau ne s’est produit. Voici comment le dernier incident connu aurait été signalé.',
    none: 'Un essai : rien de nouveau ne s’est produit. Rien dans les données n’y répond encore ; les alertes arrivent ici.',
  },
  paused: (reason, naming) =>
    `Je ne peux plus signaler à un canal ce que vous aviez demandé : ${reason}. En pause : ${naming}.`,
  troubled: (reason, naming) =>
    `Les alertes de ${naming} ne sont pas toutes comme elles ont été demandées : ${reason}. Les autres continuent.`,
  mend: 'Quand c’est réparé, « subscriptions --wake NUMÉRO » dans le canal efface la remarque.',
  wake: 'Quand je pourrai de nouveau y écrire, « subscriptions --wake NUMÉRO » dans ce canal le fait reprendre ; « subscriptions --remove NUMÉRO » y met fin.',
  limit: (perHour, until) =>
    `${number(perHour)} messages en une heure : les autres alertes attendent jusqu’au ${instant(until)}, sauf les corrections et les bilans très lourds. « missed » montre ce qui attend.`,
  risen: ({ first, last, now, usual }, rise) =>
    `Plus que d’habitude : ${figure(now, rise.of)} ${first === last ? `le ${daysFrom(first, last)}` : daysFrom(first, last)}, contre ${usual === 0 ? 'aucun' : `${rounded(usual)} en moyenne`} (${windows(rise)}).`,
  seen: (name) => `Jamais vu ici auparavant : ${name}.`,
  line: (title, when, where, id) => `${title} — ${when} ; ${where} (${id})`,
  digest: {
    headline: (incidents, others, together) => {
      const counted = [
        ...(incidents ? [plural(incidents, 'incident signalé', 'incidents signalés')] : []),
        ...(others ? [plural(others, 'autre chose à savoir', 'autres choses à savoir')] : []),
      ];
      const said = `${list(counted)}${reasons[together] ?? ''}`;
      return capital(openings[together] ? `${openings[together]} : ${said} :` : `${said} :`);
    },
    more: (n) => `Et ${number(n)} de plus.`,
    retracted: (about, reason) => `Retiré : ${about} (${reason})`,
    changed: (about, words) => `Modifié : ${about} : ${words.join(' ; ')}`,
    corrected: (line) => `${line} (corrigé depuis)`,
    anIncident: 'un incident',
    show: 'Les montrer',
  },
  missed: {
    none: 'Ce canal n’a pas d’abonnement, il n’y avait donc rien à manquer. Par exemple : subscribe attaques près de Samawah avec au moins 1 mort',
    nothing: (since) => `Rien de nouveau pour ce canal depuis le ${instant(since)}.`,
    had: (since, { news, changes, retractions, unusual }, cut) => {
      const counts = [
        plural(news, 'nouvel incident', 'nouveaux incidents'),
        changes ? plural(changes, 'modification') : '',
        retractions ? plural(retractions, 'retrait') : '',
        unusual ? plural(unusual, 'fait inhabituel', 'faits inhabituels') : '',
      ].filter(Boolean);
      return `Pour ce canal depuis le ${instant(since)} : ${list(counts)}${cut ? ', et d’autres encore avant' : ''}.`;
    },
    marks: { silent: ' (en silence)', failed: ' (non remis)', waiting: ' (attend son résumé)' },
    earlier: (n) => `Et ${plural(n, 'autre', 'autres')} avant.`,
    show: 'Montrer les incidents',
  },
  why: (naming, line, more) =>
    `Ce canal a pour question permanente : ${naming}.${line === undefined ? '' : ` Ce qui a été signalé : ${line}.${more ? ` Et ${plural(more, 'autre incident', 'autres incidents')}.` : ''}`} « subscriptions --explain NUMÉRO » dit comment une question permanente est comprise.`,
  fits: (title, type, where, killed, id) =>
    `${title} : ${type}, ${where}${killed === null ? '' : `, ${plural(killed, 'mort')}`} (${id})`,
};
