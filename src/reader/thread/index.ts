import type { DialogueState } from '../../reading/dialogue-state.ts';
import { type Draft, itemsOf, periodsOf, placesOf } from '../draft.ts';
import type { PlaceMention } from '../item.ts';
import { mapMentions } from '../settle/map-mentions.ts';
import { anchorOf } from './anchor.ts';
import { stanceOf } from './stance.ts';
import { type Turn, turnOf, withoutLead } from './turn.ts';

type Drafts = (anchor?: ReturnType<typeof anchorOf>) => Draft | undefined;

const timedWords = (draft: Draft) =>
  [...itemsOf(draft, 'time'), ...itemsOf(draft, 'times')].reduce((sum, i) => sum + i.end - i.start, 0);

/** The turn that a draft is where it goes on from its thread; undefined where it is a question of its own. */
export function turnOn(draft: Draft, state: DialogueState): Turn | undefined {
  const turn = turnOf(draft, state);
  return stanceOf(turn) === 'on' ? turn : undefined;
}

/** The best draft of a question in its thread: with times counted from the thread's, and names near its places, where it goes on. */
export function draftInThread(drafts: Drafts, state: DialogueState): Draft | undefined {
  const anchor = anchorOf(state);
  const plain = drafts();
  const counted = anchor ? drafts(anchor) : plain;
  if (!plain || !counted) return plain;
  const relative = timedWords(counted) > timedWords(plain) || periodsOf(counted).length > periodsOf(plain).length;
  const draft = { ...counted, relative };
  if (turnOn(draft, state)) return nearThread(draft, state);
  return relative ? draft : withoutLead(plain);
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
