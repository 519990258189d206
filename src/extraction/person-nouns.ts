/** Nouns for people in news texts, plural and singular. */
const both =
  'people|persons?|civilians?|villagers?|residents?|farmers?|herders?|herdsmen|soldiers?|troops|servicem[ae]n|personnel|police ?m[ae]n|police officers?|policewom[ae]n|police|officers?|officials?|gendarmes?|cops|militants?|militia ?m[ae]n|militia members?|militia commanders?|militia fighters?|insurgents?|rebels?|fighters?|gunm[ae]n|attackers?|assailants?|terrorists?|jihadists?|extremists?|bandits?|rangers?|students?|pupils|schoolchildren|schoolgirls|teachers?|child|children|girls?|boys?|wom[ae]n|m[ae]n|worshippers?|pilgrims?|drivers?|passengers?|commuters?|aid workers?|humanitarian workers?|health workers?|workers?|doctors?|nurses?|journalists?|reporters?|miners?|traders?|merchants?|shoppers?|guards?|peacekeepers?|protesters?|demonstrators?|members?|commanders?|suspects?|hostages?|bystanders?|guests?|patients?|refugees?|migrants?|judges?|lawyers?|politicians?|candidates?|mayors?|governors?|priests?|imams?|clerics?|elders?|chiefs?|family|relatives|brothers|sisters|inmates|prisoners|sailors|crew members?|contractors?|engineers?|employees?|staff|volunteers?|vigilantes?|youths?|settlers?|mourners|fishermen|loggers|tourists?|Americans|Israelis|Palestinians|Syrians|Iraqis|Afghans|Turks|Russians|Ukrainians|others|individuals|elements?|perpetrators?|missionar(?:y|ies)|passerby|colonels?|separatists?|lives|victims?|casualties|infants?|bab(?:y|ies)|teenagers?|couple';

/** A pattern for one of these nouns. */
export const peopleHead = both;

const forces =
  'army|military|militar(?:y|ies)|militias?|forces?|groups?|cartel|gang|gangs|mob|crowd|services?|agents|coalition|navy|air force|coast ?guard|national guard|guards|security|paramilitar(?:y|ies)|guerrillas?|separatists?|pirates|proxies|proxy|warplanes?|jets?|fighter jets?|aircraft|helicopters?|drones?|bombers?|suicide bombers?|hitmen|hooligans|Islamists?|loyalists|faction|factions|brigades?|unit|units|commandos?|paratroopers|operatives|tribesmen|supporters|junta|government|regime|unknown persons|armed men|artillery|motorcyclists|bikers|robbers|thieves|rioters|organi[sz]ation|movement|front';

const actor = new RegExp(`\\b(?:${both}|${forces})$`, 'i');

/** Whether a noun phrase is someone who can act: "unidentified gunmen", "the security services". */
export const isSomeone = (words: string): boolean => actor.test(words);

const security =
  /\b(?:police|security (?:services?|forces?|agents)|army|soldiers|troops|gendarmes?|gendarmerie|commandos?|officers|counter-?terrorism|special forces|authorities|intelligence|coast ?guard|navy|national guard|military|rangers|border guards?)\b/i;

/** Whether a noun phrase is police, soldiers or the like, who raid and arrest for a state. */
export const isSecurity = (words: string): boolean =>
  security.test(words) && !/\b(?:rebel|jihadist|insurgent)\b/i.test(words);

/** Whether a noun phrase names nobody in particular: "unidentified gunmen". */
export const isUnnamed = (words: string): boolean =>
  /\b(?:unidentified|unknown|masked|armed|unnamed|some)\b/i.test(words) ||
  /^(?:the |several |two |three |four |five |\d+ )?(?:gunm[ae]n|assailants?|attackers?|militants|insurgents|bandits|fighters|men|rebels|terrorists|jihadists|pirates|a crowd|crowd|a mob|mob|herders|herdsmen|robbers|gang|suicide bombers?|bombers?)$/i.test(
    words,
  );
