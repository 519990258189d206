import type { Slots } from '../frames/slots.ts';
import type { Facets } from './extract-slots.ts';
import type { AttributionReading } from './readers/attribution.ts';
import type { ActorReading } from './readers/candidates.ts';
import { meansMany, meansOne } from './specificity.ts';

interface Spoken {
  attribution: NonNullable<Slots['attribution']>;
  /** The actor of whom it is said: not one that surely took part. */
  of: ActorReading | undefined;
}

/** Whether an actor stands right after the cue ("claimed by X") or before it ("X claimed", "X is blamed for"). */
function isOf(text: string, cue: AttributionReading, { start, end }: ActorReading): boolean {
  if (start >= cue.end) return /^\s*(?:by|on|to|of)?(?: the)?\s*$/i.test(text.slice(cue.end, start));
  return end <= cue.start && /^(?:'s)? (?:has |have |had |that )?(?:also )?$/i.test(text.slice(end, cue.start) || ' ');
}

/** "was the attack claimed by anyone?" asks it of one incident. */
const isAsked = ({ aspect, text }: Facets, cue: AttributionReading): boolean =>
  meansOne(text) && aspect.some((a) => a.value === 'claims' && a.start <= cue.start && cue.start < a.end);

/** "claimed by X", "blamed on X", "claimed but not confirmed"; and over many incidents "who claimed". */
export function attributionOf(facets: Facets): Spoken | undefined {
  const { text } = facets;
  const said = facets.attribution.filter((r) => !isAsked(facets, r));
  const cue = said.find((r) => !r.value.asks) ?? said.find(() => meansMany(text));
  if (!cue) return undefined;
  const { statuses, unless } = cue.value;
  const of = facets.actor.find((actor) => isOf(text, cue, actor) && (actor.end <= cue.start || !cue.value.asks));
  const best = of?.value.candidates[0];
  return {
    attribution: {
      statuses,
      ...(unless ? { unless } : {}),
      ...(best && of ? { actor: { actor: best.key, said: of.words } } : {}),
    },
    of,
  };
}
