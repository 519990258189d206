import { peoplesIn } from '../entities/gazetteer/countries.ts';
import type { ActorSlot } from '../frames/slots.ts';
import type { ActorFilter } from '../incidents/query.ts';
import type { ActorReading } from './readers/candidates.ts';

const target =
  /(?:\b(?:on|against|targeting|targeted|hit|attacked|at|of attacks on)|\bvictims?(?: were| was)?)(?: the)? $/i;
const neutral =
  /\b(?:involving|involve|involved|with|featuring|including|concerning|related to|about|where|did|does|has|have)(?: the)? $/i;
/** "airstrikes Israeli on Syria", as French and Arabic have it. */
const deed = /\b(?:attacks?|(?:air ?|drone |missile )?strikes?|raids?|bombings?|shellings?|offensives?|operations?) $/i;
/** "Christians killed in Nigeria"; "civilians the Taliban killed in 2009" were killed by them. */
const begins = /^(?:how many |number of |the )?$/i;
const suffered =
  /^ (?:(?:were|was|have been|has been|got) )?(?:killed|wounded|injured|attacked|abducted|kidnapped|arrested|targeted)(?= (?:in|by|near|at|on|since|during|before|after|last|this|between|within)\b|\W*$)/i;
const asking = /\b(?:did|does|has|have|had)(?: the)? $/i;
const acting = /\bby(?: the)? $/i;
const actsAfter =
  /^(?:'s?)? (?:(?:one-sided|state-based|non-state|direct|air|aerial|drone|missile|rocket|artillery|mortar|naval|ground|military|cross-border|retaliatory) )*(?:attack|strike|airstrike|air ?strike|bombing|raid|ambush|killing|shelling|offensive|assault|massacre|kill|carried|launched|conducted|committed|did)/i;

const isDoer = (before: string, { words }: ActorReading): boolean => deed.test(before) && peoplesIn(words).length > 0;

export type Role = ActorFilter['role'];

/** What the words around a name make of it: "by X" and "X attacks" acted, "on X" was the target, else either side. */
export function roleOf(text: string, reading: ActorReading): Role {
  const before = text.slice(0, reading.start);
  const after = text.slice(reading.end);
  if (acting.test(before)) return 'attacker';
  if (target.test(before)) return 'target';
  if (isDoer(before, reading)) return 'attacker';
  if (begins.test(before) && suffered.test(after)) return 'target';
  if (asking.test(before) && actsAfter.test(after)) return 'attacker';
  if (neutral.test(before)) return 'either';
  return actsAfter.test(after) ? 'attacker' : 'either';
}

/** The key of the likeliest. */
export function keyOf({ value: { candidates } }: ActorReading): string {
  const [best] = candidates;
  if (!best) throw new Error('an actor reading needs a candidate');
  return best.key;
}

export const actorSlot = (reading: ActorReading, role: Role): ActorSlot => ({ actor: keyOf(reading), role });

const fighting =
  /\b(?:between|versus|vs\.?|v\.?|against|fought|fight|fighting|fights|clash(?:es|ed)?|battle[sd]?|conflict|war|and)\b/i;

/** Two sides of one fight: "between X and Y", "X vs Y", "X fought Y", "clashes X and Y". */
export function isPair(text: string, a: ActorReading, b: ActorReading): boolean {
  const [lead, middle] = [text.slice(0, a.start), text.slice(a.end, b.start)];
  if (isDoer(lead, a)) return false;
  if (/\b(?:or|compare|compared)\b/i.test(middle) || /\bcompar/i.test(lead)) return false;
  if (/^[\s(]*(?:versus|vs\.?|v\.?|against|-)[\s)]*(?:the )?$/i.test(middle)) return true;
  if (
    /\bbetween(?: the| supporters of)? ?$/i.test(lead) ||
    /\b(?:fought|fight|fighting|clash\w*|battl\w*)\b/i.test(middle)
  )
    return true;
  if (/\bwith\b/i.test(middle) && fighting.test(text)) return true;
  return (
    /^[^.]{0,40}\band\b/i.test(middle) &&
    /\b(?:between|fought|fight|fighting|clash\w*|battl\w*|war|each other)\b/i.test(text)
  );
}
