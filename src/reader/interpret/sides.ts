import type { Frame } from '../../frames/frame.ts';
import type { Slots } from '../../frames/slots.ts';
import { type Draft, has, itemsOf, wordsOf } from '../draft.ts';
import type { Item, Several } from '../item.ts';
import { nameOf } from './period-name.ts';
import { actorSlots, periodSlots, placeSlots } from './slots.ts';

type Sides = NonNullable<Frame['sides']>;
type Contrast = 'time' | 'place' | 'actor' | 'kind';
const contrasts: Partial<Record<string, Contrast>> = {
  time: 'time',
  times: 'time',
  where: 'place',
  party: 'actor',
  pair: 'actor',
  kinds: 'kind',
};

/** One thing that may stand on a side, with the words that call it so. */
interface Member {
  contrast: Contrast;
  words: string;
  slots: Slots;
  at: number;
}

/** The sides of a comparison: periods, places, actors or kinds set against each other; undefined: nothing is compared. */
export function sidesOf(draft: Draft): { sides: Sides; facets: Set<Contrast> } | undefined {
  const cut = draft.path.items.findIndex(
    (i) => i.cat === 'vs' || i.cat === 'than' || (i.cat === 'compare' && i !== draft.path.items[0]) || i.cat === 'or',
  );
  const asked =
    has(draft, 'compare', 'vs', 'than') ||
    itemsOf(draft, 'measure').some((m) => ['difference', 'ratio', 'compare'].includes(m.value));
  const choosing =
    has(draft, 'which', 'who', 'where-word', 'more', 'less') ||
    itemsOf(draft, 'grouping').some((g) => g.value.how === 'which');
  const weighed =
    has(draft, 'more', 'less') ||
    (choosing && itemsOf(draft, 'ends').some((e) => ['most', 'fewest', 'deadliest'].includes(e.value.order)));
  if (!asked && !weighed && !joined(draft, 'or', 'vs')) return undefined;
  const apart = cut > 0 ? twoSides(draft, cut, cut + 1, asked || weighed) : asked ? joinedSides(draft) : undefined;
  if (apart) return apart;
  for (const contrast of ['time', 'place', 'actor', 'kind'] as const) {
    const members = draft.path.items
      .filter((i) => contrasts[i.cat] === contrast)
      .flatMap((i) => membersOf(draft, i, asked || (weighed && has(draft, 'which', 'who', 'where-word'))));
    if (members.length < 2) continue;
    const vs = draft.path.items.some(
      (i) => contrasts[i.cat] === contrast && jointOf(i) === 'vs' && contrast !== 'actor',
    );
    const or = draft.path.items.some((i) => contrasts[i.cat] === contrast && jointOf(i) === 'or');
    const plain = asked;
    if (
      vs ||
      plain ||
      (or && weighed) ||
      (contrast === 'actor' && has(draft, 'pair') && (weighed || has(draft, 'more', 'less')))
    )
      return { sides: members.map(({ words, slots }) => ({ key: words, ...slots })), facets: new Set([contrast]) };
  }
  return undefined;
}

const jointOf = (item: Item): string | undefined => (item.value as { joint?: string }).joint;
const joined = (draft: Draft, ...joints: string[]) =>
  draft.path.items.some((i) => i.cat in contrasts && joints.includes(jointOf(i) ?? ''));

/** "compare A in 2016 with B in 2017": a word that joins, with two kinds of thing or more on both sides. */
function joinedSides(draft: Draft) {
  const { items } = draft.path;
  for (let i = 1; i < items.length; i++) {
    const [before, after] = [items[i - 1] as Item, items[i] as Item];
    const joins = draft.chart.at
      .slice(before.end, after.start)
      .some((all) => all.some(({ cat }) => cat === 'and' || cat === 'to' || cat === 'involve'));
    const both = joins ? twoSides(draft, i, i, true) : undefined;
    if (both && both.facets.size > 1) return both;
  }
  return undefined;
}

/** "A in 2016 or B in 2017": what is said before the cut against the same kinds of thing after it. */
function twoSides(draft: Draft, cut: number, from: number, sure: boolean) {
  const members = (items: Item[]) => items.flatMap((i) => membersOf(draft, i));
  const [left, right] = [members(draft.path.items.slice(0, cut)), members(draft.path.items.slice(from))];
  if (!sure) return undefined;
  const facets = new Set<Contrast>();
  const sides: [Slots, Slots] = [{}, {}];
  const words: [string[], string[]] = [[], []];
  for (const contrast of ['place', 'actor', 'time', 'kind'] as const) {
    const a = left.findLast((m) => m.contrast === contrast);
    const b = right.find((m) => m.contrast === contrast);
    if (!a || !b || JSON.stringify(a.slots) === JSON.stringify(b.slots)) continue;
    facets.add(contrast);
    Object.assign(sides[0], a.slots);
    Object.assign(sides[1], b.slots);
    words[0].push(a.words);
    words[1].push(b.words);
  }
  if (facets.size === 0 || (facets.size === 1 && facets.has('kind') && !has(draft, 'vs', 'than', 'compare')))
    return undefined;
  return { sides: sides.map((slots, i) => ({ key: (words[i as 0 | 1] ?? []).join(' '), ...slots })), facets };
}

/** "the year before", which names no period. */
const isRelative = ({ chart, tokens }: Draft, { start, end }: Item): boolean =>
  chart.at.slice(start, end).some((items) => items.some(({ cat }) => cat === 'earlier')) &&
  tokens.slice(start, end).every(({ kind }) => kind !== 'number');

const called = (words: string) =>
  words.replace(/^(?:(?:in|during|on|for|of|the|from|by|within|near|around|year)\s+)+/i, '').trim();

function membersOf(draft: Draft, item: Item, apart = false): Member[] {
  const contrast = contrasts[item.cat];
  if (!contrast) return [];
  const whole = called(wordsOf(draft, item));
  const member = (words: string, slots: Slots, n = 0): Member => ({ contrast, words, slots, at: item.start + n / 100 });
  switch (item.cat) {
    case 'time':
      return [
        member(isRelative(draft, item) ? nameOf(item.value as never) : whole, periodSlots([item.value as never])),
      ];
    case 'times': {
      const { all } = item.value as Several<never>;
      const words = whole.split(/\s*(?:,|\/|&|\band\b|\bor\b|\bvs?\b\.?|\bversus\b|\bto\b)\s*/i).filter(Boolean);
      return all.map((p, n) =>
        member(words.length === all.length ? (words[n] as string) : nameOf(p), periodSlots([p]), n),
      );
    }
    case 'where': {
      const { places, relation, ...rest } = (item as Item<'where'>).value;
      if (relation === 'between' && apart && rest.km === undefined)
        return places.map((p, n) => member(p.said, { places: placeSlots({ relation: 'in', places: [p] }) }, n));
      if (relation === 'between' || relation === 'along' || places.length < 2)
        return [member(whole, { places: placeSlots((item as Item<'where'>).value) })];
      return places.map((p, n) => member(p.said, { places: placeSlots({ ...rest, relation, places: [p] }) }, n));
    }
    case 'party':
      return (item as Item<'party'>).value.all.map((a, n) =>
        member(a.said, { actors: actorSlots([a], (item as Item<'party'>).value.role) }, n),
      );
    case 'pair':
      return (item as Item<'pair'>).value.map((a, n) => member(a.said, { actors: actorSlots([a], 'either') }, n));
    default: {
      const kinds = (item as Item<'kinds'>).value;
      return kinds.map((kind, n) => member(kinds.length > 1 ? kind : whole, { eventTypes: [kind] }, n));
    }
  }
}
