import type { Phrase } from './lexicon.ts';

const say = (said: string, english: string): Phrase => ({
  said: new RegExp(`(?:${said})(?:(?<=[ '])|(?![\\p{L}\\p{N}]))`, 'duy'),
  english,
});
const end = '(?=[?.! ]*$)';
const chance = "(?:est-ce que |c'est |est-ce |est-elle |est-il |sont-ils |a-t-elle ete |a-t-il ete |cela est-il )";

/** What people ask of one incident, as the readers' English has it. */
export const frenchAspects: readonly Phrase[] = [
  say(`qui (?:le |la |les |en )?revendiquent?`, 'who claimed'),
  say(`(?:y a-t-il eu |y a-t-il )(?:une|des) revendications?`, 'did anyone claim it'),
  say(
    `qui (?:(?:en )?est (?:l'auteur|le responsable|responsable)|l'a (?:faite?|commise?|menee?|perpetree?))${end}`,
    'who did it',
  ),
  say(`qui (?:est|etait) (?:derriere|responsable de|l'auteur de)`, 'who was behind'),
  say(`qui (?:en )?(?:est|a ete|sont|ont ete) (?:accuse|soupconne)e?s?(?: de| d')?`, 'who is blamed for'),
  say(`qui (?:l'a |les a |l'|les )?(?:dementie?s?|nie|niee?s?)${end}`, 'who denied it'),
  say(`(?:quelles (?:en )?sont les|quelles|et les|les) sources${end}`, 'which sources'),
  say(`qui (?:le dit|l'a dit|le rapporte|l'a rapporte|rapporte cela|dit cela)|(?:d'apres|selon) qui`, 'who says so'),
  say(`(?:de qui|d'ou|d'où) viennent (?:les|ces) (?:chiffres|informations)`, 'who says so'),
  say(`combien (?:de |y a-t-il de )sources(?: independantes)?`, 'how many independent sources'),
  say(`(?:que|qu'en) disent (?:exactement )?les sources`, 'what exactly did the sources say'),
  say(`cite[rz]?(?:-les)?(?: les)? sources|cite[rz]?[- ](?:la|le|les)|mot pour mot`, 'quote the sources'),
  say(`${chance}(?:vraiment |bien )?confirmee?s?`, 'is it claimed or confirmed'),
  say(
    `(?:quand|à quelle date)(?: (?:etait-ce|est-ce arrive|cela s'est-il passe|a-t-elle eu lieu|a-t-il eu lieu))?${end}`,
    'when was it',
  ),
  say(`où(?: (?:etait-ce|est-ce arrive|cela s'est-il passe|a-t-elle eu lieu|a-t-il eu lieu))?${end}`, 'where was it'),
  say(`(?:qu'est-ce qui|que|quoi) a ete (?:saisie?s?|confisquee?s?)`, 'what was seized'),
  say(
    `(?:qu'est-ce qui a ete (?:detruit|endommage|brule)|quels (?:ont ete |sont )?(?:les )?degats)`,
    'what was damaged',
  ),
  say(`qui (?:a ete|etait) arretee?s?|qui ont ete arretee?s`, 'who was arrested'),
  say(`(?:qui|quelle) (?:etait|est) (?:la cible|visee?)`, 'what was the target'),
  say(`quelles? armes?(?: (?:a|ont) ete (?:utilisee?s?|employee?s?))?`, 'which weapons'),
  say(`qui (?:sont|etaient) les victimes`, 'who were the victims'),
  say(
    `(?:qu'est-ce qui a|quoi a|ce qui a|qu'a-t-on) (?:change|modifie)|quels? (?:sont les )?(?:changements|modifications)|qu'y a-t-il de change`,
    'what changed',
  ),
  say(`(?:qu'est-ce qui|qu') ?a ete corrige`, 'what was corrected'),
  say(`(?:qu'est-ce qui|qu') ?a ete (?:retire|supprime)`, 'what was retracted'),
  say(`(?:tel(?:le|s|les)? que connue?s? )(?:le|au)|(?:selon l'etat|en l'etat) du`, 'as known on'),
  say(`quel (?:est|etait) le (?:motif|mobile)|pour quel motif`, 'what was the motive'),
];
