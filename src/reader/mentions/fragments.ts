import { isWide } from '../../entities/entity-linker.ts';
import type { Item, PlaceMention } from '../item.ts';
import { weightOf } from '../weights.ts';
import type { Source } from './span.ts';

const fewIncidents = 10;

/** The place or group that a word names, unless the data has hardly any incidents of it. */
const isHeld = ({ cat, value }: Item): boolean => {
  const best = cat === 'place' || cat === 'actor' ? (value as PlaceMention).candidates[0] : undefined;
  return best !== undefined && (best.incidents > fewIncidents || best.level === 'admin1' || isWide(best));
};

/** Whether a word in capitals may be part of the name beside it. */
function mayBelong({ chart: { tokens, at }, lattice }: Source, i: number): boolean {
  return (
    i > 0 &&
    tokens[i]?.kind === 'word' &&
    /^\p{Lu}/u.test(tokens[i]?.text ?? '') &&
    !lattice.shouted &&
    !lattice.senses[i] &&
    !at.some((items) => items.some((item) => item.start <= i && i < item.end && isHeld(item)))
  );
}

const isJoint = ({ chart: { tokens } }: Source, i: number): boolean =>
  tokens[i]?.kind === 'sign' && tokens[i]?.tight === true;

/** The indices before and after a span where another word of the same name may stand. */
const beside = (source: Source, start: number, end: number): [number, number] => [
  isJoint(source, start - 1) ? start - 2 : start - 1,
  isJoint(source, end) ? end + 1 : end,
];

/** A span with the words in capitals on either side, which may belong to the same name. */
export function nameAround(source: Source, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  for (;;) {
    const [before, after] = beside(source, from, to);
    if (mayBelong(source, before)) from = before;
    else if (mayBelong(source, after)) to = after + 1;
    else return [from, to];
  }
}

/** Lowers places that hardly anything is known of and that other words in capitals stand beside; returns which words they are. */
export function priceFragments(source: Source): boolean[] {
  const fragments = new Array<boolean>(source.chart.tokens.length).fill(false);
  for (const item of source.chart.at.flat()) {
    if (item.cat !== 'place' || isHeld(item) || (item.value as PlaceMention).people) continue;
    if (!beside(source, item.start, item.end).some((i) => mayBelong(source, i))) continue;
    item.score += weightOf('place:fragment', -2);
    item.features = [...item.features, 'place:fragment'];
    fragments.fill(true, item.start, item.end);
  }
  return fragments;
}
