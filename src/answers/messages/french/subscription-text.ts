import type { NotificationSchedule } from '../../../kernel/schedule.ts';
import { weekdayIn } from '../dates.ts';
import { instant } from '../english/dates.ts';
import type { SubscriptionMessages } from '../subscription-text.ts';
import { rounded, windows } from './alerts.ts';
import { around, kinds, number, plural } from './filter.ts';

const times: Record<NotificationSchedule['rhythm'], (rhythm: NotificationSchedule) => string> = {
  'at-once': () => 'tout de suite',
  hourly: () => 'ensemble, toutes les heures',
  daily: ({ at, zone }) => `ensemble, chaque jour à ${at} (${zone})`,
  weekly: ({ at, weekday, zone }) => `ensemble, chaque ${weekdayIn('fr', weekday)} à ${at} (${zone})`,
};
const spans: Record<number, string> = { 1: 'un jour', 7: 'une semaine' };
const example = 'Par exemple : subscribe attaques près de Samawah avec au moins 1 mort';

const later = {
  changes: ', et ce qui y change ensuite',
  unchanging: ', sans ce qui y change ensuite',
  watch: '',
};

export const standingWords: SubscriptionMessages = {
  reading: (filter, watch) => {
    const { words, gender } = kinds(filter, 2);
    const about = `${words}${around(filter)}`;
    if (!watch) return `${gender === 'f' ? 'nouvelles' : 'nouveaux'} ${about}`;
    if (watch.kind === 'new-actor') return `un acteur absent jusqu’ici des données (${about})`;
    const of = watch.of === 'killed' ? `morts (${about})` : about;
    return `${spans[watch.days] ?? plural(watch.days, 'jour')} avec au moins ${rounded(watch.times)} fois le nombre habituel de ceci : ${of} (moyenne : ${windows(watch)} ; jamais moins de 3)`;
  },
  whole: (reading, manners) => `${reading}, ${manners}`,
  timing: (rhythm) => times[rhythm.rhythm](rhythm),
  unchanging: 'sans les changements ultérieurs',
  old: (days) => `jusqu’à ${plural(days, 'jour')} après les faits`,
  often: (month, year) => {
    const aWeek = year / 52;
    const rate =
      aWeek >= 1
        ? `environ ${number(Math.round(aWeek))} par semaine`
        : `environ ${number(Math.round(year / 12))} par mois`;
    const told = `Sur les 30 derniers jours, cela aurait fait ${plural(month, 'alerte')} ; sur la dernière année, ${number(year)}`;
    return year >= 12 ? `${told} : ${rate}.` : `${told}.`;
  },
  nothingYet: 'Rien dans les données n’y correspond encore : la première alerte viendra quand ce sera le cas.',
  alsoRead: (reading) =>
    `Avec les noms que les données ont maintenant, les mêmes mots veulent dire : ${reading} ; c’est signalé aussi.`,
  ask: (whole) => `Faut-il signaler à ce canal : ${whole} ?`,
  flood: (calmer) => `C’est un flot. Avec au moins ${plural(calmer, 'mort')}, ce serait calme.`,
  ahead: 'Une question permanente regarde devant elle : une période dans la question est laissée de côté.',
  subscribed: (who, whole, id) => `Abonnement par ${who} ; ce canal sera averti : ${whole} (#${id}).`,
  askedAs: (words) =>
    `Demandé ainsi : « ${words} ». « subscriptions » donne la liste, explique, met en silence et supprime.`,
  edited: (who, id, whole) => `Modifié par ${who} ; #${id} signale maintenant : ${whole}.`,
  before: (whole, words) => `Avant : ${whole} (« ${words} »).`,
  paused: (reason) => ` ; en pause : ${reason}`,
  troubled: (reason) => ` ; tout n’a pas pu être signalé : ${reason}`,
  muted: (until) => ` ; en silence jusqu’au ${instant(until)}`,
  line: (id, whole, words, by, at, state) => `#${id} ${whole} (« ${words} », par ${by} le ${instant(at)}${state})`,
  none: `Ce canal n’a pas d’abonnement. ${example}`,
  hears: (n) => `Ce canal a ${plural(n, 'question permanente', 'questions permanentes')} :`,
  more: (n) => `Et ${number(n)} de plus.`,
  explained: (id, reading) => `#${id} signale à ce canal : ${reading}.`,
  asked: (by, at, words, state) => `Demandé par ${by} le ${instant(at)} ainsi : « ${words} »${state}.`,
  tells: (timing, days, what) =>
    `Cela est dit ${timing}, jusqu’à ${plural(days, 'jour')} après les faits${later[what]}.`,
  testing: (id) => `Un essai de #${id} est en route vers ce canal. S’il n’arrive pas, « subscriptions » dit pourquoi.`,
  stopping: (id, words) => `Arrêter #${id}, « ${words} », pour tout le monde dans ce canal ?`,
  made: (id) => `C’est fait : l’abonnement #${id} est annoncé dans le canal.`,
  cannotPost: (reason) =>
    `Je ne peux pas publier d’alertes dans ce canal : ${reason}. Aucun abonnement n’a été créé. Laissez-moi y écrire (dans Slack : /invite @Sitrep), puis recommencez.`,
  stopped: (id, words, who) => `Arrêté : #${id}, « ${words} », par ${who}.`,
  speaking: (id, who) => `De nouveau actif : #${id}, par ${who}.`,
  silenced: (id, hours, who) => `En silence pour ${plural(hours, 'heure')} : #${id}, par ${who}.`,
  unknown: (id) => `Ce canal n’a pas d’abonnement #${id}. « subscriptions » en donne la liste.`,
  already: (id) => `Ce canal en est déjà averti (#${id}).`,
  managersOnly: 'Dans ce canal, seuls les responsables changent les abonnements. Demandez à l’un d’eux.',
  unsaid: `Dites de quoi avertir ce canal. ${example}`,
  cannot: {
    comparison: 'Une comparaison ne peut pas être permanente. Abonnez le canal à chaque côté séparément.',
    'as-of': 'Ce qui était connu un jour passé ne change plus. Laissez de côté « tel que connu le ».',
    ids: 'Cela nomme des incidents déjà connus. Demandez un lieu, un type ou un groupe.',
    'known-actor':
      'Qui est nommé est déjà connu. Laissez le nom de côté, et dites où un nouvel acteur doit être signalé.',
  },
  steps: {
    subscribe: 'S’abonner',
    change: 'Le modifier',
    least: (killed) => `Avec au moins ${plural(killed, 'mort')}`,
    daily: 'En résumé quotidien',
    test: 'Envoyer un essai',
    stop: (id) => `Arrêter #${id}`,
    latest: 'Les derniers',
  },
};
