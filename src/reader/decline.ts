import type { DeclineReason } from '../reading/parse-result.ts';
import { type Draft, has, itemsOf, periodsOf } from './draft.ts';

const evidence = [
  'kinds',
  'harm',
  'party',
  'pair',
  'threshold',
  'changes',
  'review',
  'excluded',
  'object',
  'asOf',
  'source',
] as const;

/** Whether the question is about incidents, whatever else it says. */
const isAboutIncidents = (draft: Draft): boolean => has(draft, ...evidence);

/** Why a question is not answered, by what all of it says; undefined: it is. */
export function declined(draft: Draft, now: Date): DeclineReason | undefined {
  const cues = itemsOf(draft, 'decline-cue').map((i) => i.value as unknown as DeclineReason);
  const [cue] = cues;
  if (cue && cue !== 'elsewhere') return cue;
  if (cue && !has(draft, ...evidence.filter((cat) => cat !== 'object' && cat !== 'source'))) return cue;
  if (has(draft, 'where-word') && has(draft, 'dwell') && !has(draft, 'kinds', 'harm')) return 'whereabouts';
  const about = isAboutIncidents(draft) || has(draft, 'where', 'clash');
  if (has(draft, 'future') && about && (!endsBefore(draft, now) || !isDated(draft))) return 'forecast';
  const periods = periodsOf(draft);
  if (
    about &&
    periods.length > 0 &&
    periods.every(({ start }) => start !== null && start > now.toISOString().slice(0, start.length))
  )
    return 'forecast';
  return undefined;
}

/** Whether a year is said. */
const isDated = ({ text }: Draft): boolean => /\b(?:19|20)\d\d\b/.test(text);

/** Whether a time is said and all of it is over. */
const endsBefore = (draft: Draft, now: Date): boolean => {
  const periods = periodsOf(draft);
  return periods.length > 0 && periods.every(({ end }) => end !== null && end <= now.toISOString());
};

/** Words about something else than incidents, and nothing that is: "who won the world cup in 2018?" */
export function isOffTopic(draft: Draft, unread: readonly string[]): boolean {
  if (
    has(draft, 'count') &&
    has(draft, 'people') &&
    !has(draft, 'harm', 'kinds', 'threshold', 'pair', 'party', 'clash') &&
    draft.notes.attributions.length === 0
  )
    return unread.length > 0;
  if (isAboutIncidents(draft) || has(draft, 'unknown', 'grouping', 'measure', 'clash', 'people')) return false;
  if (has(draft, 'more', 'less') || (has(draft, 'ends') && has(draft, 'loose-unit', 'limit'))) return false;
  if (has(draft, 'where') && (unread.length === 0 || (has(draft, 'time', 'times') && unread.length < 2))) return false;
  return unread.length > 0 || !has(draft, 'where', 'time', 'times', 'count', 'ends', 'limit', 'loose-unit', 'distance');
}
