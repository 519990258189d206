import type { ClarificationChoice, DeclineReason } from '../../../reading/parse-result.ts';
import type { ClarificationMessages } from '../clarification.ts';
import { countryIn } from '../countries.ts';
import { day, number, plural } from './filter.ts';

const levels: Record<string, string> = { admin1: 'province', admin2: 'district', town: 'ville' };

function choice(means: ClarificationChoice['means']): string {
  if (means.kind === 'day') return day(means.day);
  const level = means.kind === 'place' && means.level ? levels[means.level] : undefined;
  const more = [level, means.country && countryIn('fr', means.country)].filter(Boolean).join(', ');
  return `${means.name}${more ? ` (${more})` : ''}`;
}

const refusals: Record<DeclineReason, string> = {
  forecast: 'je ne réponds qu’à partir d’incidents signalés, sans faire de prévision',
  advice:
    'je ne donne pas de conseil de sécurité ni de voyage ; les signalements ne disent pas si un lieu est sûr pour vous',
  whereabouts: 'je ne dis pas où une personne se trouve ou habite',
  opinion: 'je rapporte ce qui a été signalé et par qui, sans prendre parti',
  elsewhere: 'les signalements d’incidents n’en disent rien',
  'off-topic':
    'je ne connais que des incidents signalés, et je n’ai trouvé dans la question ni lieu, ni date, ni acteur, ni type d’incident',
};

export const back: ClarificationMessages = {
  which: (choices) => `Que voulez-vous dire : ${choices} ?`,
  unknown: (name, choices) =>
    choices
      ? `Je ne connais pas « ${name} ». Vouliez-vous dire ${choices} ?`
      : `Je ne connais pas « ${name} » : aucun lieu ni acteur de ce nom n’est dans le répertoire des lieux ou dans les données. Vérifiez l’orthographe, ou nommez la province ou le pays.`,
  change: 'Je n’ai pas compris. Que faut-il changer à la dernière réponse ?',
  unread: (said) =>
    `Je n’ai pas compris « ${said} ». Nommez un lieu, une date, un acteur ou un type d’incident, par exemple « attaques près de Samawah en juillet 2020 ».`,
  alone: (said) =>
    `Je ne sais pas à quoi « ${said} » fait suite. Posez la question entière, par exemple « attaques en Irak en 2016 ».`,
  nth: (shown) =>
    !shown
      ? 'Lequel voulez-vous dire ? Je n’en ai encore montré aucun ici. Posez d’abord une question, par exemple « dernières attaques en Irak ».'
      : `J’ai montré ${plural(shown, 'incident')}. Lequel voulez-vous dire ?`,
  choice,
  instead: (means) => `Plutôt ${choice(means)}`,
  declined: (why) =>
    `Je ne peux pas répondre à cela : ${refusals[why]}. Demandez par exemple combien d’attaques il y a eu dans un lieu et une période, qui en a revendiqué une, ou ce qui a été signalé près d’une ville.`,
  tooLong: (length, most) =>
    `La question a ${number(length)} caractères ; j’en lis jusqu’à ${number(most)}. Posez-la en moins de mots.`,
  over: 'On recommence. Posez votre question.',
  nothingToExplain: 'Il n’y a pas encore de réponse à expliquer ici. Posez d’abord une question.',
  failed: (reference) => `Je n’ai pas pu répondre à l’instant. Réessayez dans une minute (réf. ${reference}).`,
  tooSlow:
    'La base de données a mis trop de temps, je l’ai arrêtée. Demandez une période plus courte ou moins de lieux, ou réessayez dans une minute.',
  pageFits: (shown, of) => `${shown} sur ces ${of} tiennent ici ; « Suite » reprend au suivant.`,
  detailsOf: 'Détails de …',
  lookingUp: 'Recherche en cours …',
  undelivered: (reference) =>
    `J’ai une réponse, mais elle n’a pas pu être affichée ici. Demandez-en une partie plus courte, ou prévenez la personne qui m’administre (réf. ${reference}).`,
  withdrawn: 'La question a été supprimée : j’ai retiré la réponse.',
  answeredAlone: 'La question a été modifiée : j’ai retiré cette réponse.',
  closedToDirect:
    'Cette réponse n’est que pour vous, mais je ne peux pas vous envoyer de messages privés. Autorisez-les dans les paramètres de confidentialité du serveur, ou utilisez une commande, dont vous seul verrez la réponse.',
  expired: 'Ce bouton a expiré : je les garde trente jours. Reposez la question.',
  thanks: {
    right: 'Merci, c’est enregistré comme juste.',
    wrong:
      'Merci, c’est enregistré comme faux, avec la question et la façon dont je l’ai comprise. « Pourquoi ? » dans le fil dit comment.',
  },
  talk: {
    hello:
      'Bonjour. Posez-moi une question sur des incidents signalés, par exemple « attaques près de Samawah en juillet 2020 ». « help » dit ce que je sais faire d’autre.',
    thanks: 'Je vous en prie.',
    counting:
      'Les tués sont les morts que donnent les sources : la meilleure estimation, avec la plus basse et la plus haute quand elles diffèrent. Un incident pour lequel aucune source ne donne de chiffre est compté et n’ajoute rien à la somme ; la réponse dit combien il y en a. Les récits d’un même incident qui ont été réunis comptent une fois. Ouvrez un incident pour voir qui donne quel chiffre ; « status » nomme les jeux de données, dont les définitions d’un événement s’appliquent.',
  },
};
