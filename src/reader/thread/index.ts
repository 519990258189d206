import type { DialogueState } from '../../reading/dialogue-state.ts';
import { type Draft, itemsOf, periodsOf, placesOf } from '../draft.ts';
import type { PlaceMention } from '../item.ts';
import { mapMentions } from '../settle/map-mentions.ts';
import { anchorOf } from './anchor.ts';
import { stanceOf } from './stance.ts';
import { type Turn, turnOf, withoutLead } from './turn.ts';

type Drafts = (anchor?: ReturnType<typeof anchorOf>) => Draft[];

const timedWords = (draft: Draft) =>
  [...itemsOf(draft, 'time'), ...itemsOf(draft, 'times')].reduce((sum, i) => sum + i.end - i.start, 0);

/** The turn that a draft is where it goes on from its thread; undefined where it is a question of its own. */
export function turnOn(draft: Draft, state: DialogueState): Turn | undefined {
  const turn = turnOf(draft, state);
  return stanceOf(turn) === 'on' ? turn : undefined;
}

/** The drafts of a question in its thread, best first: with times counted from the thread's, and names near its places, where it goes on. */
export function draftsInThread(drafts: Drafts, state: DialogueState): Draft[] {
  const anchor = anchorOf(state);
  const plain = drafts();
  const [first] = plain;
  if (!first) return [];
  const counted = (anchor ? drafts(anchor) : plain).map((draft) => {
    const relative = timedWords(draft) > timedWords(first) || periodsOf(draft).length > periodsOf(first).length;
    const inThread = { ...draft, relative };
    const on = turnOn(inThread, state) !== undefined;
    return { draft: on ? nearThread(inThread, state) : inThread, on };
  });
  const [best] = counted;
  return best?.on || best?.draft.relative ? counted.map(({ draft }) => draft) : plain.map(withoutLead);
}

/** Names that several places have are those in the thread's country. */
function nearThread(draft: Draft, { query, before }: DialogueState): Draft {
  const { places = [] } = (before ?? query).filter;
  const countries = new Set(places.flatMap((p) => (p.level === 'country' ? p.name : (p.country ?? []))));
  if (countries.size === 0 || placesOf(draft).length === 0) return draft;
  const near = (mention: PlaceMention): PlaceMention => {
    const [best] = mention.candidates;
    if (!best || best.level === 'country' || (best.country && countries.has(best.country))) return mention;
    const held = mention.candidates.filter(
      (c) => c.country && countries.has(c.country) && c.score > 0.99 && c.incidents > 0,
    );
    return held.length ? { ...mention, candidates: held } : mention;
  };
  return {
    ...draft,
    path: { ...draft.path, items: draft.path.items.map((item) => mapMentions(item, near, (a) => a)) },
  };
}
