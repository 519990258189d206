import { isWide } from '../../entities/entity-linker.ts';
import type { Frame } from '../../frames/frame.ts';
import type { Slots } from '../../frames/slots.ts';
import type { Period } from '../../incidents/query.ts';
import { type Draft, itemsOf, periodsOf, says } from '../draft.ts';
import type { Item } from '../item.ts';
import { placeSlots } from './slots.ts';

/** What may be the part: its slots, those of the whole instead of them, and where it is said. */
interface Part {
  at: number;
  part: Slots;
  whole: Slots;
}

/** What lies in one of two places: in the narrower of them, or in one of the whole world. */
function partInPlace(draft: Draft): Part[] {
  const wheres = itemsOf(draft, 'where');
  const wide = wheres.find(({ value }) => value.places.length === 1 && isWide(value.places[0]?.candidates[0]));
  const fine = wheres.find((w) => w !== wide);
  if (fine && wide)
    return [{ at: fine.start, part: { places: placeSlots(fine.value) }, whole: { places: placeSlots(wide.value) } }];
  const [only] = wheres;
  return only && says(draft, 'free', 'places')
    ? [{ at: only.start, part: { places: placeSlots(only.value) }, whole: {} }]
    : [];
}

const holds = (a: Period, b: Period): boolean =>
  (a.start ?? '') <= (b.start ?? '') &&
  (b.end ?? '9999') <= (a.end ?? '9999') &&
  (a.start !== b.start || a.end !== b.end);

/** What lies in the shorter of two periods: "the deaths in 2023 that were in April". */
function partInTime(draft: Draft): Part[] {
  const [first, second, ...more] = periodsOf(draft);
  if (!first || !second || more.length) return [];
  const [whole, part] = holds(first, second) ? [first, second] : [second, first];
  const at = Math.max(...itemsOf(draft, 'time').map(({ start }) => start), -1);
  return holds(whole, part) ? [{ at, part: { period: part }, whole: { period: whole } }] : [];
}

const lastOf = (items: readonly Item[]): number => Math.max(...items.map(({ start }) => start), -1);

/** The facets that may be the part, each without it in the whole. */
function parts(draft: Draft, { eventTypes, actors, pair, killed, civilians, wounded }: Frame): Part[] {
  const told: [boolean, number, Slots][] = [
    [eventTypes?.some((t) => t !== 'violence') ?? false, lastOf(itemsOf(draft, 'kinds')), { eventTypes }],
    [Boolean(actors ?? pair), lastOf([...itemsOf(draft, 'party'), ...itemsOf(draft, 'pair')]), { actors, pair }],
    [Boolean(killed ?? civilians ?? wounded), lastOf(itemsOf(draft, 'threshold')), { killed, civilians, wounded }],
  ];
  const facets = told.flatMap(([is, at, part]) => (is ? [{ at, part, whole: {} }] : []));
  return [...partInPlace(draft), ...partInTime(draft), ...facets];
}

const said = (slots: Slots): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Slots;

/** What share of the whole the part is that is said last; of the killed, the civilians. Undefined without a part. */
export function shareOf(draft: Draft, { by: _, having: __, sides: ___, ...frame }: Frame): Frame | undefined {
  // A share of each group is not one of the whole.
  if (frame.measure === 'rank') return undefined;
  const base = { ...frame, measure: 'share' as const, of: quantity(draft, frame), order: 'newest' as const, limit: 5 };
  const [chosen] = parts(draft, frame).sort((a, b) => b.at - a.at);
  if (!chosen) return base.of === 'civilians killed' ? base : undefined;
  const part = said(chosen.part);
  const without = Object.fromEntries(
    Object.entries(base).filter(([slot]) => !(slot in part) && !(slot === 'periods' && 'period' in part)),
  ) as Frame;
  return { ...without, ...chosen.whole, part };
}

/** "how many … killed more than ten": the number is that of the part, incidents are what is counted. */
const quantity = (draft: Draft, { of = 'incidents' }: Frame): NonNullable<Frame['of']> =>
  itemsOf(draft, 'threshold').length > 0 && itemsOf(draft, 'harm').length === 0 ? 'incidents' : of;
