import type { Slots } from '../../frames/slots.ts';
import type { Aspect } from '../../incidents/query.ts';
import { type Draft, has, itemsOf } from '../draft.ts';
import { meansMany, meansOne } from '../specific.ts';

/** What the words want to know of one incident. */
export function aspectAsked({ notes }: Draft): Aspect | undefined {
  const best = [...notes.aspects].sort((a, b) => b.score - a.score)[0];
  const asked = notes.attributions.find((r) => r.value.asks);
  if (!asked || (best && best.score > asked.score)) return best?.value;
  const [status] = asked.value.statuses;
  return status === 'denied' ? 'denials' : status === 'claimed' ? 'claims' : 'blame';
}

export const aspectOf = (draft: Draft): Aspect | undefined =>
  aspectAsked(draft) ?? (has(draft, 'harm') && meansOne(draft) ? 'casualties' : undefined);

const attributed = new Set<Aspect>(['claims', 'blame', 'denials']);
const always = new Set<Aspect>(['statement', 'seized', 'sources', 'quotes', 'standing']);

/** An aspect is of one incident; over many, "where" and "when" are other questions. */
export function isDescribed(draft: Draft, slots: Slots, about: Aspect): boolean {
  const groupings = itemsOf(draft, 'grouping').map((i) => i.value);
  const ends = itemsOf(draft, 'ends').map((i) => i.value.order);
  if (groupings.some((g) => g.how !== 'which' || g.order) || (about === 'who' && ends.length > 0)) return false;
  if (attributed.has(about)) return slots.attribution === undefined;
  if (always.has(about)) return true;
  if (ends.length > 0) return false;
  const one = meansOne(draft);
  if (about === 'casualties' || about === 'when' || about === 'where') return one || /\bwhen was\b/i.test(draft.text);
  if (one) return true;
  if (about === 'who' && ofMany(draft)) return false;
  return slots.text !== undefined || itemsOf(draft, 'kinds').some((i) => i.value.some((k) => k !== 'violence'));
}

/** "who is behind the attacks", "who is shelling Kharkiv": no noun says that one is meant. */
const ofMany = (draft: Draft): boolean =>
  meansMany(draft) ||
  itemsOf(draft, 'kinds').some((kind) =>
    draft.notes.aspects.some((who) => (draft.tokens[kind.start]?.start ?? 0) - who.end === 1),
  );
