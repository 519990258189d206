import type { Measure, Query } from '../incidents/query.ts';
import { skipClass } from './assemble.ts';
import type { Draft } from './draft.ts';
import { has, itemsOf, wordsOf } from './draft.ts';
import { beginsAt } from './grammar.ts';
import type { Item } from './item.ts';

const empty = new Set(['sign', 'filler', 'function', 'annotated']);

/** Content words that nothing took, as written. */
export function unreadOf(draft: Draft): string[] {
  const annotated = (i: number) =>
    [...draft.notes.aspects, ...draft.notes.attributions, ...draft.notes.texts].some(
      (r) => r.start < (draft.tokens[i]?.end ?? 0) && (draft.tokens[i]?.start ?? 0) < r.end,
    );
  return draft.path.skipped
    .filter((i) => !isAside(draft, i))
    .filter((i) => !empty.has(skipClass(draft.chart, draft.lattice, i, annotated(i))))
    .map((i) => draft.tokens[i]?.text ?? '')
    .filter((word) => !/ly$/i.test(word))
    .filter((word) => word.length > 2 || /\p{Lu}{2}/u.test(word) || /\d/.test(word));
}

/** Whether a word stands in a clause of which nothing was read: "My boss asks: …", "…, thanks a lot". */
export function isAside({ tokens, path }: Draft, i: number, but?: Item): boolean {
  const border = (t: (typeof tokens)[number] | undefined) => t === undefined || /^[,:;.!?()]$/.test(t.text);
  let [from, to] = [i, i];
  while (!border(tokens[from - 1])) from--;
  while (!border(tokens[to + 1])) to++;
  return (
    (from > 0 || to < tokens.length - 2) &&
    !path.items.some((item) => item !== but && item.start <= to && item.end > from)
  );
}

/** Whether a word that was not read may have narrowed the question: it stands before what is counted, after a preposition, or is a name or a number. */
export function mayNarrow({ tokens, path, lattice, chart }: Draft, word: string): boolean {
  const at = tokens.findIndex((t, i) => t.text === word && path.skipped.includes(i));
  const token = tokens[at];
  if (!token) return true;
  if (beginsAt(chart, at, 'border')) return true;
  if (token.kind === 'number' || !lattice.ordinary[at] || (/^\p{Lu}/u.test(token.text) && at > 0 && !lattice.shouted))
    return true;
  const before = (i: number) => beginsAt(chart, i, 'in', 'by', 'near', 'against', 'involve', 'neg', 'out');
  const leads = before(at - 1) || (chart.light[at - 1] === true && before(at - 2));
  return (
    leads || path.items.some(({ cat, start }) => start === at + 1 && ['kinds', 'harm', 'people', 'pair'].includes(cat))
  );
}

/** "how many people did Boko Haram militants kill": who killed, not who was killed. */
const areKillers = (draft: Draft): boolean =>
  has(draft, 'party') && itemsOf(draft, 'people').some((i) => i.value.as === 'people');

/** Groups of people that are told apart neither as people in general nor as civilians. */
const groupsHarmed = (draft: Draft) =>
  has(draft, 'harm') && !areKillers(draft)
    ? [
        ...itemsOf(draft, 'harm').flatMap((i) => i.value.people ?? []),
        ...itemsOf(draft, 'people').map((i) => i.value),
      ].filter((g) => g.as === undefined)
    : [];

/** "Boko Haram fighters killed", "killed members of Islamic State": the dead of the one party that is named, unless it killed. */
export function ownSide(draft: Draft): Query['lost'] {
  const [party, ...more] = itemsOf(draft, 'party');
  const others = itemsOf(draft, 'people').some((i) => i.value.as !== undefined) || has(draft, 'pair', 'kinds');
  if (!party || more.length || others || party.value.role !== 'either' || party.value.all.length > 1) return undefined;
  const beside = draft.chart.at.slice(Math.max(0, party.start - 2), party.end + 1).flat();
  return beside.some((i) => i.cat === 'own' && i.end >= party.start - 1) ? 'own' : undefined;
}

/** The side whose dead are asked for: "soldiers killed", where no other group is. */
export function lostSide(draft: Draft): Query['lost'] {
  const sides = new Set(groupsHarmed(draft).map(({ lost }) => lost));
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** A group of people that the data cannot tell from others: "children"; `lost`: the side that is told apart. */
export const untoldGroup = (draft: Draft, lost?: Query['lost']): string | undefined =>
  groupsHarmed(draft).find((g) => lost === undefined || (lost === 'own' ? g.lost === undefined : g.lost !== lost))
    ?.said;

const figures = new Set<Measure>(['difference', 'ratio', 'average', 'median', 'share']);

/** The words for a figure that was asked for and could not be worked out: "what share", where nothing is a part. */
export const unusedFigures = (draft: Draft, { measure, change }: Pick<Query, 'measure' | 'change'>): string[] =>
  change || figures.has(measure)
    ? []
    : itemsOf(draft, 'measure').flatMap((i) =>
        figures.has(i.value) && !(measure === 'compare' && i.value === 'difference') ? [wordsOf(draft, i)] : [],
      );
