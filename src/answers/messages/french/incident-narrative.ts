import { casualties } from '../card.ts';
import { capital, clean, sentence } from '../english/text.ts';
import type { NarrativeMessages } from '../incident-narrative.ts';
import { attribution, card, cardWords, groupWords, labels, toll } from './card.ts';
import { around, kinds, list, plural } from './filter.ts';
import { civilians, title, when, where } from './incident.ts';

export const account: NarrativeMessages = {
  list,
  name: (text) => text,
  actor: civilians,
  title,
  when,
  where,
  card,
  about: (subject, words) => `${subject} : ${words}`,
  clauses: (a, b) => `${a} ; ${b}`,
  deadliestOf: (n, filter) =>
    `${plural(n, kinds(filter, 1).words, kinds(filter, 2).words)}${around(filter)} possibles ; voici l’incident le plus meurtrier.`,
  headed: (subject, at) => `${subject}, ${at}`,
  attribution: (a) => sentence(`${attribution(a)}${a.note ? `. ${clean(a.note, 300)}` : ''}`),
  report: cardWords.report,
  alsoReported: (statement) => `Signalé aussi : ${statement}`,
  who: {
    open: 'On ne sait pas avec certitude qui en est l’auteur.',
    recorded: (sides) => `Nommés dans les données : ${sides}.`,
    reported: (sides) => `${capital(sides)}, selon ce qui a été rapporté.`,
    nobody: 'Aucune source ne dit qui en est l’auteur ; personne n’est désigné comme responsable.',
  },
  target: { named: (names) => `Cible signalée : ${names}.`, none: 'Aucune source ne nomme la cible.' },
  unsaid: {
    seized: 'Aucune source ne dit ce qui a été saisi.',
    arrests: 'Aucune source ne dit qui a été arrêté.',
    damage: 'Aucune source ne décrit de dégâts.',
    weapon: 'Aucune source ne dit quelle arme a été employée.',
    motive: 'Aucune source ne donne de motif.',
    victims: 'Aucune source ne dit qui sont les victimes.',
    statement: 'Aucune source ne rapporte de déclaration.',
  },
  noClaim: 'Aucune source ne rapporte de revendication.',
  unconfirmed: 'La revendication n’est pas confirmée.',
  suspectedOnly: 'Aucune source n’accuse ouvertement quelqu’un ; certaines ont des soupçons :',
  noBlame: 'Aucune source n’accuse ni ne soupçonne qui que ce soit.',
  noDenial: 'Aucune source ne rapporte de démenti.',
  harms: (r) => casualties(cardWords, r).map(({ harm, words }) => ({ harm, words: `${labels[harm]} : ${words}.` })),
  unknown: {
    killed: 'Aucune source ne dit combien de personnes ont été tuées, s’il y en a eu.',
    wounded: 'Aucune source ne dit combien de personnes ont été blessées, s’il y en a eu.',
  },
  sources: {
    none: 'Aucune source n’est nommée.',
    one: (name) => `Une seule source indépendante le rapporte : ${name}.`,
    several: (n, names) =>
      `${plural(n, 'source indépendante le rapporte', 'sources indépendantes le rapportent')} : ${names}.`,
    relayed: (names, through) =>
      `${list(names)} : ${names.length === 1 ? 'connu' : 'connus'} seulement par ${through.length === 1 ? through[0] : 'ces sources'}.`,
    counted: (n) => `Son jeu de données compte ${plural(n, 'source')}.`,
    oneFigure: (name) => `Les chiffres reposent sur une seule source, ${name} ; aucune autre ne les confirme.`,
    figuresFrom: (names) => `Origine des chiffres : ${names}.`,
  },
  quotes: {
    lead: 'Dans les mots des sources :',
    none: 'Aucune source n’est citée mot pour mot.',
    line: (quote, by) => `- « ${quote} » — ${by}`,
    via: (publisher, via) => `${publisher}, via ${via}`,
    headline: (publisher) => `titre, ${publisher}`,
    unnamed: 'source non nommée',
  },
  standing: {
    figure: (c, figure) =>
      `${groupWords(c)}${toll(figure)} (${clean(c.by ?? 'source non nommée', 100)}${c.account ? `, ${clean(c.account, 80)}` : ''})`,
    figures: (harm, figures) => `${labels[harm]} : ${figures}.`,
    accounts: (n) => `${plural(n, 'récit donne', 'récits donnent')} des chiffres, laissés côte à côte.`,
    single: 'C’est le chiffre d’une seule source ; aucune autre ne le confirme.',
    reporters: (names) => `L’incident est rapporté par ${names}.`,
    noFigure: 'Aucune source ne donne de chiffre.',
    open: 'L’acte est revendiqué ou fait l’objet de soupçons ; personne ne l’a confirmé.',
  },
};
