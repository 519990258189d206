import type { Frame } from '../frames/frame.ts';
import type { Slots } from '../frames/slots.ts';
import type { AttributionReading } from '../reading/readers/attribution.ts';
import { type Draft, has, itemsOf, wordsOf } from './draft.ts';
import { conditionOf } from './interpret/conditions.ts';
import { figureOf } from './interpret/figures.ts';
import { type Shape, shapeOf } from './interpret/shape.ts';
import { sidesOf } from './interpret/sides.ts';
import { keyOf, slotsOf } from './interpret/slots.ts';
import type { Item } from './item.ts';
import { meansMany, meansOne } from './specific.ts';
import { isAside, lostSide, ownSide } from './unread.ts';

/** The frame that a draft means. */
export function frameOf(draft: Draft): Frame {
  const cause = attributionOf(draft);
  const apart = cause?.party ? withoutItem(draft, cause.party) : draft;
  const slots = { ...slotsOf(apart), ...looseSlots(draft, cause?.attribution) } as Slots;
  const shape = shapeOf(draft, slots);
  const slot = shape.having && conditionOf(draft)?.slot;
  if (slot) delete slots[slot];
  const compared = itemsOf(draft, 'grouping').some((i) => i.value.how !== 'which') ? undefined : sidesOf(draft);
  const deadlier =
    itemsOf(draft, 'more').some((i) => (i.value as string) === 'killed') ||
    itemsOf(draft, 'less').some((i) => (i.value as string) === 'killed') ||
    itemsOf(draft, 'ends').some((i) => i.value.order === 'deadliest');
  const frame = compared
    ? comparison(draft, slots, shape, deadlier, compared)
    : { ...(shape as Frame), ...withoutRequirements(slots, shape) };
  const lost = frame.measure === 'sum' && frame.of === 'killed' ? (ownSide(draft) ?? lostSide(draft)) : undefined;
  return figureOf(draft, frame) ?? (lost ? { ...frame, lost } : frame);
}

/** "did more people die", "did A lose more civilians": the dead, or the civilians among them. */
function comparedBy(draft: Draft, of: Shape['of']): Shape['of'] {
  const civilians = itemsOf(draft, 'people').some((i) => i.value.as === 'civilian') && !has(draft, 'kinds');
  return civilians && (of === 'killed' || of === 'incidents') ? 'civilians killed' : of;
}

function comparison(
  draft: Draft,
  slots: Slots,
  shape: Shape,
  deadlier: boolean,
  { sides, facets }: NonNullable<ReturnType<typeof sidesOf>>,
): Frame {
  const common: Record<string, unknown> = { ...slots };
  if (facets.has('time')) for (const slot of ['period', 'periods']) delete common[slot];
  if (facets.has('place')) delete common.places;
  if (facets.has('actor')) for (const slot of ['actors', 'pair']) delete common[slot];
  if (facets.has('kind')) delete common.eventTypes;
  const counted = shape.of === 'incidents' && (shape.order === 'deadliest' || deadlier) ? 'killed' : shape.of;
  const of = comparedBy(draft, counted);
  // Civilians killed by a party are those of its attacks on them.
  if (of === 'civilians killed' && facets.has('actor') && !slots.eventTypes?.some((t) => t !== 'violence'))
    common.eventTypes = ['attack-on-civilians'];
  return { measure: 'compare', of, order: 'newest', limit: 5, ...(common as Slots), sides };
}

/** For a question about one incident, kinds and attribution only rank the results and do not filter them. */
function withoutRequirements(slots: Slots, { measure }: Shape): Slots {
  if (measure !== 'describe' && measure !== 'who') return slots;
  const { eventTypes, attribution: _, ...rest } = slots;
  return eventTypes?.every((t) => t === 'violence') ? rest : { ...rest, ...(eventTypes ? { eventTypes } : {}) };
}

/** What is said of the record, its sources and attributions. */
function looseSlots(draft: Draft, attribution: Slots['attribution']): Slots {
  const source = itemsOf(draft, 'source')[0]?.value;
  const dataset = itemsOf(draft, 'dataset')[0]?.value;
  const asOf = itemsOf(draft, 'asOf')[0]?.value;
  const precisions = itemsOf(draft, 'precision').map((i) => i.value);
  const texts = textOf(draft);
  const upTo =
    asOf && /^as (?:of|at)/i.test(wordsOf(draft, itemsOf(draft, 'asOf')[0] as Item)) && !has(draft, 'time', 'times')
      ? { start: null, end: Temporal.PlainDate.from(asOf.at.slice(0, 10)).add({ days: 1 }).toString() }
      : undefined;
  return {
    ...(source && !dataset ? { source } : {}),
    ...(dataset ? { dataset } : {}),
    ...(upTo ? { period: upTo } : asOf ? { asOf } : {}),
    ...(has(draft, 'review') ? { unreviewed: true } : {}),
    ...Object.assign(
      {},
      ...precisions.map(({ where, when }) => ({
        ...(where ? { wherePrecision: where } : {}),
        ...(when ? { whenPrecision: when } : {}),
      })),
    ),
    ...(texts ? { text: texts } : {}),
    ...(attribution ? { attribution } : {}),
  } as Slots;
}

function textOf(draft: Draft): string | undefined {
  const objects = itemsOf(draft, 'object')
    .filter((i) => !isAside(draft, i.start, i as Item))
    .map((i) => i.value || wordsOf(draft, i));
  const one = meansOne(draft);
  const inside = (span: { start: number; end: number }) =>
    draft.path.items.some(
      (i) =>
        i.cat !== 'people' &&
        (draft.tokens[i.start]?.start ?? 0) <= span.start &&
        (draft.tokens[i.end - 1]?.end ?? 0) >= span.end,
    );
  const groups = has(draft, 'harm', 'count')
    ? []
    : itemsOf(draft, 'people')
        .filter((i) => i.value.as === undefined)
        .map((i) => i.value.text ?? i.value.said);
  const noted = one || draft.notes.texts.some((r) => !inside(r)) ? draft.notes.texts.map((r) => r.value) : [];
  const words = [...new Set([...objects, ...groups, ...noted])];
  return words.length ? words.filter((w) => !words.some((o) => o !== w && o.includes(w))).join(' ') : undefined;
}

/** "how many people has the violence claimed?": lives, not responsibility. */
const isOfLives = (draft: Draft): boolean => has(draft, 'people') && has(draft, 'count');

/** "claimed by X", "blamed on X"; over many incidents "who claimed". */
function attributionOf(
  draft: Draft,
): { attribution: NonNullable<Slots['attribution']>; party: Item<'party'> | undefined } | undefined {
  const { notes } = draft;
  const asked = (cue: { start: number; end: number }) =>
    meansOne(draft) && notes.aspects.some((a) => a.value === 'claims' && a.start <= cue.start && cue.start < a.end);
  const said = notes.attributions.filter(
    (r) => !asked(r) && !(isOfLives(draft) && r.value.statuses.join() === 'claimed'),
  );
  const cue = said.find((r) => !r.value.asks) ?? said.find(() => meansMany(draft));
  if (!cue) return undefined;
  const of = itemsOf(draft, 'party').find((party) => isBlamed(draft, cue, party));
  const [actor] = of?.value.all ?? [];
  const { statuses, unless } = cue.value;
  const attribution = {
    statuses,
    ...(unless ? { unless } : {}),
    ...(actor ? { actor: { actor: keyOf(actor), said: actor.said } } : {}),
  };
  return { attribution: attribution as NonNullable<Slots['attribution']>, party: of };
}

/** Whether a party stands right after the cue ("claimed by X") or before it ("X claimed", "X is blamed for"). */
function isBlamed(draft: Draft, cue: AttributionReading, { start, end, value }: Item<'party'>): boolean {
  const { text, tokens, chart } = draft;
  const [first] = value.all;
  const [from, to] = [tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0];
  if (!first) return false;
  const leads = (i: number) => chart.light[i] || (chart.at[i] ?? []).some(({ cat }) => linking.has(cat));
  const between = (a: number, b: number, fits: (i: number) => boolean) =>
    tokens.every((t, i) => t.start < a || t.end > b || fits(i));
  const name = text.indexOf(first.said, from);
  if (name >= cue.end) return !cue.value.asks && between(cue.end, name, leads);
  return to <= cue.start && between(to, cue.start, (i) => chart.light[i] ?? false);
}
const linking = new Set(['by', 'against', 'to', 'of', 'in', 'the']);

const withoutItem = (draft: Draft, item: Item): Draft => ({
  ...draft,
  path: { ...draft.path, items: draft.path.items.filter((i) => i !== item) },
});
