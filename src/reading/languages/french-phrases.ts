import type { Phrase } from './lexicon.ts';

const month =
  '(?:janv(?:ier)?|fevr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)';
const date = `(?:\\d{1,2}(?:er)? ${month}(?: \\d{4})?|${month}(?: \\d{4})?|\\d{4}|\\d{1,2}(?:er)?)`;
const number = '(?:\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cinquante|cent)';
const units = '(?:heures?|jours?|semaines?|mois|ans|annees?)';
const worst =
  '(?:meurtri[eè]?re?s?|meurtriers?|sanglant(?:e?s?)|mortel(?:le)?s?|violent(?:e?s?)|graves?|importante?s?)';
const adjective = '[a-z]+(?:ien|ienne|iens|iennes|ais|aise|aises|an|ane|anes|ans|en|enne|ennes|ois|oise|oises)';
const force = '(?:armee|forces?|gouvernement|police|troupes|regime|soldats)';

const say = (said: string, english: string): Phrase => ({
  said: new RegExp(`(?:${said})(?:(?<=[ '])|(?![\\p{L}\\p{N}]))`, 'duy'),
  english,
});
const elided = (said: string, english: string): Phrase => ({ said: new RegExp(said, 'duy'), english });

const times: Phrase[] = [
  say(`(?:le )?1er (${month})`, '1 $1'),
  say(`le (\\d{1,2}) (${month})`, 'on $1 $2'),
  say(`le 1er (${month})`, 'on 1 $1'),
  say(`(?:le |au )?mois de (${month})|mois d'(${month})`, '$1$2'),
  say(`au mois de (${month})|au mois d'(${month})`, 'in $1$2'),
  say(`(?:du|de|d')? ?(${date}) (?:au|à|a|jusqu'en|jusqu'au|jusqu'à) (?=${month}|\\d)(${date})`, 'from $1 to $2'),
  say(`entre (?:le )?(${date}) et (?:le )?(${date})`, 'between $1 and $2'),
  say(
    `(?:au cours des |pendant les |durant les |dans les |lors des |les |ces )?(${number}) (?:dernier|derniere)s (${units})`,
    'in the last $1 $2',
  ),
  say(
    `(?:au cours des |pendant les |durant les |dans les |les |ces )?(?:dernier|derniere)s (${number}) (${units})`,
    'in the last $1 $2',
  ),
  say(`il y a (${number}) (${units})`, '$1 $2 ago'),
  say(`(?:au |en )?debut (?:de |du |d'|de l'annee )?(${date})`, 'early $1'),
  say(`(?:a la |à la |en )?fin (?:de |du |d'|de l'annee )?(${date})`, 'late $1'),
  say(`(?:a la |à la )?mi[- ](${date})|(?:au )?milieu de (?:l'annee )?(${date})`, 'mid $1$2'),
  say(`(?:au |le |du |pendant le )?(?:1er|premier) (?:semestre) (?:de |d')?(\\d{4})`, 'first half of $1'),
  say(`(?:au |le |du )?(?:2e|2eme|deuxieme|second) semestre (?:de |d')?(\\d{4})`, 'second half of $1'),
  say(`(?:au |le |du )?(?:1er|premier) trimestre (?:de |d')?(\\d{4})`, 'Q1 $1'),
  say(`(?:au |le |du )?(?:2e|2eme|deuxieme) trimestre (?:de |d')?(\\d{4})`, 'Q2 $1'),
  say(`(?:au |le |du )?(?:3e|3eme|troisieme) trimestre (?:de |d')?(\\d{4})`, 'Q3 $1'),
  say(`(?:au |le |du )?(?:4e|4eme|quatrieme|dernier) trimestre (?:de |d')?(\\d{4})`, 'Q4 $1'),
  say(`(?:a l'|à l'|en |l'|durant l'|pendant l')ete (?:de |d')?(\\d{4})|ete (\\d{4})`, 'summer $1$2'),
  say(`(?:au |le |durant le )?printemps (?:de )?(\\d{4})`, 'spring $1'),
  say(`(?:a l'|à l'|en |l')automne (?:de )?(\\d{4})|automne (\\d{4})`, 'autumn $1$2'),
  say(`(?:a l'|à l'|en |l'|durant l')hiver (?:de )?(\\d{4})|hiver (\\d{4})`, 'winter $1$2'),
  say(`(?:dans |durant |pendant )?les annees (?:19)?(\\d0)`, 'in the 19$1s'),
  say(`(?:dans |durant |pendant )?les annees (20\\d0)`, 'in the $1s'),
  say(`en l'an (\\d{4})|l'annee (\\d{4})|en l'annee (\\d{4})`, '$1$2$3'),
  say(`(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:dernier|passe)`, 'last $1'),
  say(
    `(?:depuis le )?debut (?:de l'annee|de cette annee)|depuis le debut de (?:l'|cette )annee`,
    'since January this year',
  ),
];

const shapes: Phrase[] = [
  say(`(?:les |l'|le |la )?(?:(${number}) )?([a-z' -]+?) (?:les|la|le) plus ${worst}`, '$1 deadliest $2'),
  say(`(?:les |l'|le |la )?([a-z]+) (?:les|la|le) plus (?:anciens?|anciennes?)`, 'oldest $1'),
  say(`(?:les |l'|le |la )?([a-z]+) (?:les|la|le) plus (?:recents?|recentes?)`, 'latest $1'),
  say(`(?:les )?(${number}) (?:dernier|derniere)s (?!${units})`, '$1 latest '),
  say(`(?:le |la |l')?(?:derniere|dernier) (?=[a-z])(?!${units})`, 'the last '),
  say(`(?:le |la |l')?(?:toute )?(?:premiere|premier) (?=[a-z])`, 'the first '),
  say(
    `(?:quel|quelle|dans quel|dans quelle) (pays|province|region|ville|groupe|mois|annee|jour|gouvernorat|organisation) (?:a |est |a connu |a enregistre |a subi |compte |a ete )?`,
    'which $1 had ',
  ),
  say(
    `(?:quels|quelles|dans quels|dans quelles) (pays|provinces|regions|villes|groupes|mois|annees|jours) (?:ont |sont |ont connu |comptent )?`,
    'which $1 had ',
  ),
  say(`(?:quel|quelle) groupe (?:arme )?a tue le plus de civils`, 'which group killed the most civilians'),
  say(`(?:quel|quelle) groupe (?:arme )?a tue le plus de (?:personnes|gens)`, 'which group killed the most people'),
  say(`(?:a|à) (?:moins|environ) de (\\d+) ?(?:km|kilometres?) (?:de |du |d'|autour de )?`, 'within $1 km of '),
  say(`dans un rayon de (\\d+) ?(?:km|kilometres?) (?:autour )?(?:de |du |d')?`, 'within $1 km of '),
  say(`(?:a|à) (\\d+) ?(?:km|kilometres?) (?:de |du |d'|autour de )`, 'within $1 km of '),
  say(
    `(?:avec |ayant fait |faisant |qui ont fait )?au moins (${number}) (?:personnes )?(?:morts?|tues?|deces|victimes)`,
    'with at least $1 killed',
  ),
  say(
    `(?:avec |ayant fait |faisant |qui ont fait )?plus de (${number}) (?:personnes )?(?:morts?|tues?|deces|victimes)`,
    'with more than $1 killed',
  ),
  say(
    `(?:avec |ayant fait |faisant |qui ont fait )?moins de (${number}) (?:personnes )?(?:morts?|tues?|deces|victimes)`,
    'with fewer than $1 killed',
  ),
  say(
    `(?:avec |ayant fait |faisant |qui ont fait )?(${number}) (?:morts?|tues?) (?:ou plus|au moins|au minimum)`,
    'with at least $1 killed',
  ),
  say(`qui ont (?:tue|fait) (?:plus de) (${number}) (?:personnes|morts|civils)`, 'with more than $1 killed'),
  say(`(?:avec )?au moins (${number}) (?:civils tues|civils morts|morts civils)`, 'with at least $1 civilians killed'),
  say(`combien de (?:personnes|gens) (?:ont ete|sont|furent) (?:tuee?s|mortes?)`, 'how many people were killed'),
  say(`combien (?:de |d')(?:personnes|gens) (?:ont ete|sont) (?:blessee?s)`, 'how many people were wounded'),
  say(`combien de civils (?:ont ete|sont|furent) (?:tues|morts)`, 'how many civilians were killed'),
  say(`quand (?:a eu lieu|s'est produite?|est survenue?) (?:l'|le |la )`, 'when was the '),
  say(`où (?:a eu lieu|s'est produite?|est survenue?) (?:l'|le |la )`, 'where was the '),
  say(`(?:l'|la |le )(attaque|attentat|embuscade) (?:du|sur le|contre le|d'un|de) (convoi)`, 'the convoy $1'),
  say(`(?:la |une )?frappe aerienne`, 'the airstrike'),
  say(`(?:l')embuscade`, 'the ambush'),
  say(`(?:l')(attaque|attentat|incident|assaut)`, 'the $1'),
  say(`(?:l'|les |le |la )?(${force}) (${adjective})`, '$2 $1'),
  say(`(?:et )?(?:la|le) (?:deuxieme|second|seconde)`, 'the second one'),
  say(`(?:et )?(?:la|le) (?:troisieme)`, 'the third one'),
];

const drawn: Phrase[] = [
  say(
    `(?:(?:montrez?|affichez?|dessinez?|mettez|mets)[- ](?:moi|nous|les?|la) )?(?:sur|dans) (?:une|la) carte`,
    'on a map',
  ),
  say(`(?:une |la )?carte (?:de la |de l'|des |de |du |d')`, 'a map of '),
  say(`(?:une |la )?(?:chronologie|frise chronologique) (?:de la |de l'|des |de |du |d')`, 'a timeline of '),
];

const weekday = '(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';

/** When a standing question is told. */
const rhythms: Phrase[] = [
  say(`chaque jour|tous les jours|quotidiennement|une fois par jour`, 'every day'),
  say(`chaque heure|toutes les heures`, 'every hour'),
  say(`chaque semaine|toutes les semaines|une fois par semaine`, 'every week'),
  say(`chaque ${weekday}|tous les ${weekday}s`, 'every $1$2'),
  say(`tout de suite|immediatement`, 'at once'),
  say(`à (\\d{1,2}) ?(?:h|heures|:) ?(\\d{2})`, 'at $1:$2'),
  say(`à (\\d{1,2}) ?(?:h|heures?)`, 'at $1'),
];

const refused: Phrase[] = [
  say(
    `est[- ](?:il|ce)(?: que)? (?:sur|prudent|dangereux|risque)(?: de| d')? ?(?:voyager|aller|se rendre|de)? ?(?:à|a|en|au)?`,
    'is it safe to travel to',
  ),
  say(
    `(?:puis-je|dois-je|devrais-je|peut-on|faut-il) (?:voyager|aller|visiter|partir|quitter|eviter)`,
    'should I travel',
  ),
  say(`(?:y aura[- ]t[- ]il|va[- ]t[- ]il y avoir|aura[- ]t[- ]il lieu)`, 'will there be an attack'),
  say(`(?:où|ou) (?:aura lieu|va avoir lieu|se produira) (?:la |le )?(?:prochaine?)`, 'where will be the next'),
  say(`(?:la |le )?prochaine? (attaque|attentat|cible)`, 'next $1'),
  say(`(?:prevoir|prevision|previsions|predire|pronostic)`, 'predict'),
  say(`qui (?:combat|se bat|opere|est actif|est active)`, 'who is fighting'),
  say(
    `(?:quels|quelles) (?:groupes|milices|acteurs|organisations|forces)(?: armes| armees)? (?:(?:sont|etaient) (?:actifs|actives|presents|presentes)|operent|combattent)`,
    'which groups are active',
  ),
  say(`qui a raison`, 'who is right'),
  say(`(?:que |qu'en )(?:penses-tu|pensez-vous)`, 'what do you think'),
  say(`(?:où|ou) (?:habite|vit|se cache|loge)`, 'where does he live'),
  say(`(?:l')?adresse (?:de|du|d')`, 'address of '),
  say(`(?:quel temps|la meteo|meteo)`, 'weather'),
];

/** French constructions that are more than their words, in the readers' English. */
export const frenchPhrases: readonly Phrase[] = [
  ...times,
  ...shapes,
  ...drawn,
  ...rhythms,
  ...refused,
  elided(`(?:d)'(?=\\p{L})`, 'of '),
  elided(`(?:l|qu|s|n|j|c)'(?=\\p{L})`, ''),
];
