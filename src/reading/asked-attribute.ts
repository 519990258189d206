import type { Aspect } from '../incidents/query.ts';
import type { Facets } from './extract-slots.ts';
import { meansMany, meansOne } from './specificity.ts';

/** What the words themselves want to know of one incident. */
export function aspectAsked({ aspect, attribution }: Facets): Aspect | undefined {
  const best = [...aspect].sort((a, b) => b.score - a.score)[0];
  const asked = attribution.find((r) => r.value.asks);
  if (!asked || (best && best.score > asked.score)) return best?.value;
  const [status] = asked.value.statuses;
  return status === 'denied' ? 'denials' : status === 'claimed' ? 'claims' : 'blame';
}

export function aspectOf(facets: Facets): Aspect | undefined {
  const asked = aspectAsked(facets);
  if (asked) return asked;
  return facets.quantity.length > 0 && meansOne(facets.text) ? 'casualties' : undefined;
}

const attributed = new Set<Aspect>(['claims', 'blame', 'denials']);
const always = new Set<Aspect>(['statement', 'seized', 'sources', 'quotes', 'standing']);

/** An aspect is of one incident; over many, "where" and "when" are other questions. */
export function describes(
  facets: Facets,
  slots: { text?: string | undefined; attribution?: unknown },
  about: Aspect,
): boolean {
  if (
    facets.grouping.some((g) => g.value.kind === 'series') ||
    facets.order.some((o) => o.value === 'most' && about === 'who')
  )
    return false;
  if (attributed.has(about)) return slots.attribution === undefined;
  if (always.has(about)) return true;
  if (facets.measure.some((m) => m.value === 'first' || m.value === 'last')) return false;
  if (about === 'casualties' || about === 'when' || about === 'where')
    return meansOne(facets.text) || /\bwhen was\b/i.test(facets.text);
  if (meansOne(facets.text)) return true;
  if (about === 'who' && ofMany(facets)) return false;
  return slots.text !== undefined || facets.eventType.some((r) => r.value !== 'violence');
}

/** "who is behind the attacks", "who is shelling Kharkiv": no noun says that one is meant. */
const ofMany = ({ text, aspect, eventType }: Facets): boolean =>
  meansMany(text) || eventType.some((type) => aspect.some((who) => type.start - who.end === 1));
