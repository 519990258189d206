import type { Attribution } from '../incidents/incident.ts';
import { nounPhraseBefore, partyAfter } from './noun-phrases.ts';
import { isSomeone } from './person-nouns.ts';

/**
 * An actor who is said to be responsible, as a sentence names it. `own`: the actor itself says so. `start`: where in
 * the sentence.
 */
export interface AttributionMention {
  actor: string;
  status: Attribution['status'];
  own: boolean;
  /** Who blames the actor, if that is the sentence's subject. */
  by?: string;
  start: number;
}

type Side = 'before' | 'after';
interface Cue {
  pattern: RegExp;
  status: Attribution['status'];
  side: Side;
  own?: true;
}

const did = '(?:carried out|conducted|staged|perpetrated|committed|launched|fired|planted)';
const cues: readonly Cue[] = [
  {
    pattern:
      /\b(?:has |have |had |later |also |quickly |immediately )*(?:claimed (?:the )?(?:responsibility|credit)|(?:claimed|claims) (?:the |this |that |Saturday's |both )?(?:\w+ )?(?:attacks?|bombings?|blasts?|ambush|raid|strikes?|assault|killings?|abductions?)|(?:took|taken) (?:responsibility|credit)|claims? responsibility)\b/gi,
    status: 'claimed',
    side: 'before',
    own: true,
  },
  {
    pattern: /\b(?:responsibility|credit)\b[^.;]{0,50}\bwas claimed by /gi,
    status: 'claimed',
    side: 'after',
    own: true,
  },
  { pattern: /\b(?:was|were|been) (?:later |also )?claimed by /gi, status: 'claimed', side: 'after', own: true },
  {
    pattern: new RegExp(
      `\\b(?:said|says|announced|boasted|confirmed|acknowledged)[^.;,]{0,60}? (?:that )?(?:it|they|its (?:fighters|men|forces|unit|drones|jets|warplanes|aircraft|soldiers|brigades?)|their (?:fighters|men))(?: had| have)? (?:${did}|attacked|ambushed|killed|bombed|targeted|struck|hit|shelled|were behind|was behind)\\b`,
      'gi',
    ),
    status: 'claimed',
    side: 'before',
    own: true,
  },
  {
    pattern:
      /\b(?:has |have |had |later |also |strongly |repeatedly )*(?:denied|denies|deny|rejected|dismissed)(?: any| all)? (?:involvement|responsibility|being behind|being involved|carrying out|having|the (?:accusations?|allegations?|claims?|charges?)|the attack|attacking|targeting|that (?:it|its|they|their)|it (?:was|had)|any (?:role|part|link)|a role)\b/gi,
    status: 'denied',
    side: 'before',
    own: true,
  },
  { pattern: /\bwas denied by /gi, status: 'denied', side: 'after', own: true },
  {
    pattern:
      /\b(?:blamed|blames|blaming|accused|accuses|accusing|pointed the finger at|held) (?=(?:the |an? )?\p{L})/giu,
    status: 'blamed',
    side: 'after',
  },
  { pattern: /\b(?:blamed|pinned|blame) (?:the \w+ )?on /gi, status: 'blamed', side: 'after' },
  { pattern: /\battributed (?:the \w+ |it )?to /gi, status: 'blamed', side: 'after' },
  { pattern: /\b(?:is|was|are|were) blamed(?: for|\b(?! on))/gi, status: 'blamed', side: 'before' },
  {
    pattern: /\b(?:was|were|had been) (?:behind|responsible for) (?:the|this|it)\b/gi,
    status: 'blamed',
    side: 'before',
  },
  {
    pattern:
      /\b(?:believed|thought|suspected|presumed|understood|alleged)(?:ly)? to (?:be|have been)(?: from| linked to| part of| (?:carried out|staged|perpetrated|committed|the work) (?:by|of))? /gi,
    status: 'suspected',
    side: 'after',
  },
  {
    pattern:
      /\b(?:seems?|appears?|appeared|seemed|likely|probably|possibly|apparently|presumably|reportedly)(?: to)?(?: have)?(?: been)? (?:carried out|staged|perpetrated|committed|the work|launched) (?:by|of) /gi,
    status: 'suspected',
    side: 'after',
  },
  {
    pattern:
      /\b(?:suspicion (?:has |immediately )?(?:fell|falls|fallen) on|bore the hallmarks of|bears the hallmarks of|bearing the hallmarks of) /gi,
    status: 'suspected',
    side: 'after',
  },
  {
    pattern:
      /(?:^|[,|:;] *|\b(?:by|when|that|after|as|where|while) )(?:suspected|alleged|presumed) (?=\p{L})(?!(?:suspected|alleged|presumed) (?:to|of|by)\b)/giu,
    status: 'suspected',
    side: 'after',
  },
  {
    pattern: /\b(?:are|is|were|was) (?:the )?(?:main |prime |chief )?suspect(?:s|ed)\b(?! to| of a)/gi,
    status: 'suspected',
    side: 'before',
  },
  { pattern: /\bsuspects? (?=(?:the )?[A-Z])/g, status: 'suspected', side: 'after' },
  {
    pattern:
      /\b(?:rather than|not the work of|unlikely to (?:be|have been)(?: carried out by| the work of)?|ruled out|did not involve) /gi,
    status: 'doubted',
    side: 'after',
  },
];

const nobody =
  /^(?:no |none|nobody|neither|there|not )|^(?:group|groups|organi[sz]ation|attack|responsibility|one|incident|act|claim)$/i;
const member =
  /^(?:(?:two|three|four|five|six|several|some|\d+) )?(?:members?|fighters?|militants?|gunm[ae]n|elements?|supporters|insurgents|affiliates?|forces|remnants|men|people)(?: (?:of|from|linked to|belonging to|loyal to|affiliated (?:with|to)|allied (?:with|to)|aligned with|close to))(?: the| an?)? /i;
const called =
  /^(?:[Aa] |[Aa]n |[Tt]he )?(?:little-known |previously unknown |shadowy |new |new jihadist |jihadist |militant |armed |islamist )*(?:group|faction|outfit|organi[sz]ation|militia)(?: called| named| calling itself| known as| that calls itself)?,? (?=["\p{Lu}])/u;

/** A group's name without "members of" and "a group called". */
export const partyOf = (words: string): string =>
  words
    .replace(called, '')
    .replace(member, '')
    .replace(/^(?:the|an?) /i, '')
    .replace(/^(?:suspected|alleged|presumed|unconfirmed) /i, '')
    .replace(/["]/g, '')
    .trim();

const blaming = /^(?:blam|accus|pointed|held|attributed)/i;

/** Every claim, blame, suspicion, denial and doubt of responsibility in a sentence. */
export function readAttributionMentions(text: string): AttributionMention[] {
  const found = cues.flatMap(({ pattern, status, side, own }) =>
    [...text.matchAll(pattern)].flatMap((m): AttributionMention[] => {
      const words = side === 'before' ? nounPhraseBefore(text, m.index) : partyAfter(text, m.index + m[0].length);
      if (!words || nobody.test(words) || /^(?:no|neither|none)\b/i.test(clauseBefore(text, m.index))) return [];
      const actor = partyOf(words);
      const known = /^\p{Lu}|\p{Lu}/u.test(actor) || isSomeone(actor);
      if (!known || actor.length > 90) return [];
      const by = blaming.test(m[0]) ? nounPhraseBefore(text, m.index) : undefined;
      return [{ actor, status, own: own === true, ...(by && !nobody.test(by) ? { by } : {}), start: m.index }];
    }),
  );
  return found.filter((s, i) => found.findIndex((o) => o.actor === s.actor && o.status === s.status) === i);
}

const clauseBefore = (text: string, at: number) => text.slice(0, at).split(/[,;.]/).at(-1)?.trim() ?? '';
