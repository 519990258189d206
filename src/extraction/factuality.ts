import type { Span } from '../reading/span.ts';

const unreal =
  /\b(?:plan(?:s|ned|ning)? (?:to|for|an?\b|another|more|the|attacks?|on)|plot(?:s|ted|ting)?|threat(?:en(?:ed|s|ing)?|s)?|vow(?:ed|s|ing)?|warn(?:ed|s|ing)?|could|may|might|would|will|intend(?:ed|s)? to|prepar(?:ing|ations?)|attempt(?:ed|ing)? to|fears?(?: of)?|feared|risks?|prevent(?:ed|ing|s)?|foil(?:ed|ing|s)?|thwart(?:ed|ing|s)?|avert(?:ed)?|in case of|in the event of|expected to|in (?:retaliation|response|revenge|reprisal) (?:for|to)|wanted for|anniversary of|used to (?:defeat|detect|stop)|protect(?:ion)? (?:from|against)|defen[cs]e (?:against|system)|drills?|exercises?|training (?:to|for)|trial (?:of|for|over)|convicted|sentenced|charged with|the future|calls? for|called for|demand(?:ed|ing)?|deny|denied)\b[^,;.|]*/gi;

/**
 * The spans of a sentence on what did not happen, or has not yet: plans, threats, fears, reactions to earlier events.
 */
export const findNonFactual = (text: string): Span[] =>
  [...text.matchAll(unreal)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

const kinds =
  '(?:rocket|mortar|drone|missile|suicide|car|bomb|air|artillery|armed|terror(?:ist)?|militant|deadly|similar|such|further|more|other|separate|and|or|,|[\\w-]+)';
const many = `(?:attacks|airstrikes|air strikes|strikes|ambushes|bombings|blasts|explosions|raids|clashes|incidents|assaults|abductions|kidnappings|killings|massacres|protests|shootings|operations|cases|violations)`;
const span =
  /\b(?:since (?:early |late |mid-?)?[\p{L}\d]|(?:in|over|during|within) (?:the )?(?:past|last|recent|previous|preceding)\b|(?:in|over|for) (?:several|many|recent|two|three|four|five|six|\d+) (?:weeks|months|years|decades)|(?:so far|already) (?:this|in)|this year|(?:in the )?first (?:half|quarter|\w+ months) of|between \p{Lu}\p{L}+ and \p{Lu}\p{L}+|for (?:months|years|decades)|year-?long|every (?:year|month|week|day)|(?:a|per) (?:year|month|week))/iu;
const counted = new RegExp(
  `\\b(?:\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens? of|hundreds of|scores of|several|many|dozen|number of|series of|wave of|string of|spate of|a rise in|an increase in)(?: ${kinds}){0,5} ${many}\\b`,
  'i',
);
const perfect =
  /\b(?:have|has) (?:also |repeatedly |often |both )*(?:been|conducted|carried out|launched|staged|seen|claimed|suffered|killed|attacked|targeted|increased|intensified|stepped up|multiplied|mounted)\b/i;
const often =
  /\b(?:often|frequently|regularly|routinely|repeatedly|usually|commonly|typically|are claiming|continue to|latest in a (?:series|string|wave|spate)|one of (?:the )?(?:several|many|deadliest)|the (?:second|third|fourth|fifth|\d+(?:nd|rd|th)) (?:such )?(?:attack|incident|bombing|strike)|worst (?:attack|violence) (?:in|since)|dozens of|hundreds of|thousands of)\b/i;
const plurals = new RegExp(`\\b${many}\\b`, 'i');
const toll = /\b(?:killed|dead|died|deaths|displaced|abducted|kidnapped|wounded)\b/i;

/** Whether a sentence is about a total over time, or a habit: quoted, but never an incident and never added. */
export function isAggregate(text: string): boolean {
  const long = span.test(text);
  if (long && (counted.test(text) || (perfect.test(text) && (plurals.test(text) || toll.test(text))))) return true;
  if (long && often.test(text)) return true;
  if (
    long &&
    toll.test(text) &&
    /\b(?:more than|at least|over|some|nearly|about|thousands|hundreds|\d[\d,]*)\b/i.test(text) &&
    !/\bsince (?:the )?(?:attack|then)\b/i.test(text)
  )
    return /\bsince\b|\b(?:past|last|recent|this) (?:\w+ )?(?:weeks|months|year|years|decade)\b|so far this/i.test(
      text,
    );
  if (/\bboth\b[^.]*\bhave (?:conducted|carried out|launched)\b/i.test(text) && plurals.test(text)) return true;
  return perfect.test(text) &&
    plurals.test(text) &&
    !/\b(?:an?|the) (?:[\w-]+ ){0,3}(?:attack|strike|blast|raid|ambush)\b/i.test(text)
    ? often.test(text) ||
        /\b(?:have|has) (?:conducted|carried out|launched|intensified|increased|stepped up)\b/i.test(text)
    : often.test(text) && plurals.test(text) && !toll.test(text);
}

const developing =
  /\b(?:deploy(?:ed|s|ment|ing)|cease-?fire|truce|peace (?:deal|agreement|talks)|(?:signed|reached|struck) an? (?:\w+ )?(?:agreement|deal|accord)|agreed to|plan(?:s|ned|ning)? (?:to|another|an?|for|attacks?)|imposed an? (?:\w+ )?(?:curfew|blockade)|declared (?:an? )?(?:state of emergency|curfew|mourning)|withdr[ae]w(?:al|n)?|have built|has built|(?:built|opened|established) (?:an?|the) (?:\w+ ){0,3}base|sent reinforcements|reinforced|stepped up security|foiled|thwarted|defused|sanction(?:s|ed)|appointed|evacuat(?:ed|ion))\b/i;

/** Whether a sentence is about a deployment, an agreement, a plan or a foiled plot. */
export const isDevelopment = (text: string): boolean => developing.test(text);

const earlier =
  /\b(?:similar (?:attack|incident|bombing|raid|assault)|previous(?:ly)?|in an earlier (?:attack|incident)|(?:years?|months|decades?) (?:ago|earlier)|last (?:year|month)|in (?:19|20)\d\d\b|the (?:year|month) before|back in|a year (?:ago|earlier)|in \p{Lu}\p{L}+ last year|historically|in the past)/iu;

/** Whether a sentence is background: what happened long before the report. */
export const isEarlier = (text: string): boolean => earlier.test(text);
