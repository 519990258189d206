import { add, type Chart, isBeaten } from '../grammar.ts';
import type { Category, Item, Joint, PlaceMention, Several } from '../item.ts';
import { weightOf } from '../weights.ts';

type Joints = Record<string, Joint | undefined>;
const common: Joints = { and: 'and', or: 'or', vs: 'vs', comma: 'and', than: 'vs' };
/** A stroke or dash sets parties against each other, and names any of other things. */
const ofParties: Joints = { ...common, slash: 'vs', dash: 'vs' };
const ofOthers: Joints = { ...common, slash: 'or', against: 'vs', plus: 'and' };
const most = 12;
/** Of longer lists only the best of each span is kept: a hundred names have too many. */
const fewMembers = 4;

interface Step {
  item: Item;
  joint: Joint | undefined;
  joints: Item[];
  comma: boolean;
}

/** What may follow a member: a joint (or a comma and a joint) and another member. */
function stepsFrom(chart: Chart, at: number, of: Category): Step[] {
  const joints = of === 'actor' ? ofParties : ofOthers;
  const here = (i: number, cat: (item: Item) => boolean) => (chart.at[i] ?? []).filter(cat);
  const isJoint = ({ cat, value }: Item) => cat in joints && (cat !== 'against' || value === 'strong');
  const after = (end: number, joint: Joint | undefined, joints: Item[], comma: boolean): Step[] => {
    const light = chart.light[end] ? here(end + 1, (i) => i.cat === of) : [];
    return [...here(end, (i) => i.cat === of), ...light].map((item) => ({ item, joint, joints, comma }));
  };
  return here(at, isJoint).flatMap((first) => {
    const joint = joints[first.cat];
    const second =
      first.cat === 'comma' ? here(first.end, (i) => isJoint(i) && i.cat !== 'comma' && i.cat !== 'dash') : [];
    return [
      ...after(first.end, joint, [first], first.cat === 'comma'),
      ...second.flatMap((s) => after(s.end, joints[s.cat], [first, s], false)),
    ];
  });
}

const isPeople = ({ cat, value }: Item): boolean => cat === 'place' && (value as PlaceMention).people === true;

/** Lists of two and more members: "A, B and C", "A or B", "A vs B", "A/B". */
export function addLists(chart: Chart, of: Category, as: Category, byHand = 0.5): void {
  const feature = `rule:${as}`;
  const grow = (members: Item[], parts: Item[], joint: Joint | undefined, score: number): void => {
    const [first, last] = [members[0] as Item, members.at(-1) as Item];
    for (const step of stepsFrom(chart, last.end, of)) {
      // "Israeli against Syria" are one who acts and where.
      if (step.joint === 'vs' && isPeople(last) && !isPeople(step.item)) continue;
      const joined = step.comma ? joint : (joint ?? step.joint);
      const total = step.joints.reduce((sum, j) => sum + j.score, score + step.item.score);
      const list = { cat: as, start: first.start, end: step.item.end, score: total + weightOf(feature, byHand) };
      // A list that is worse than others of the same words is not the beginning of a better one.
      const room = members.length < fewMembers ? undefined : 1;
      if (isBeaten(chart, list, room)) continue;
      const all = [...members, step.item];
      const value = { all: all.map((m) => m.value), joint: joined ?? 'and' } as Several<never>;
      const made = [...parts, ...step.joints, step.item];
      add(chart, { ...list, value: value as never, features: [feature], parts: made }, room);
      if (all.length < most) grow(all, made, joined, total);
    }
  };
  if (!chart.cats.has(of)) return;
  for (let start = 0; start < chart.at.length; start++)
    for (const item of [...(chart.at[start] as Item[])])
      if (item.cat === of) grow([item], [item], undefined, item.score);
}
