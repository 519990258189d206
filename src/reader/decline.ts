import type { Period } from '../incidents/query.ts';
import type { DeclineReason } from '../reading/parse-result.ts';
import { instantOf } from '../reading/readers/as-of.ts';
import type { UnderstandContext } from './context.ts';
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
export function declined(
  draft: Draft,
  { now, zone }: Pick<UnderstandContext, 'now' | 'zone'>,
): DeclineReason | undefined {
  const cues = itemsOf(draft, 'decline-cue').map((i) => i.value as unknown as DeclineReason);
  const [cue] = cues;
  if (cue && cue !== 'elsewhere') return cue;
  if (cue && !has(draft, ...evidence.filter((cat) => cat !== 'object' && cat !== 'source'))) return cue;
  const dwells = has(draft, 'dwell') || periodsOf(draft).some((period) => isMoment(period, now, zone));
  if (has(draft, 'where-word') && dwells && !has(draft, 'kinds', 'harm', 'active')) return 'whereabouts';
  const about = isAboutIncidents(draft) || has(draft, 'where', 'clash');
  if (has(draft, 'future') && about && !(isOver(draft, now, zone) && isDated(draft))) return 'forecast';
  const starts = periodsOf(draft).map(({ start }) => start && instantOf(start, zone));
  if (about && starts.length > 0 && starts.every((start) => start && start > now.toISOString())) return 'forecast';
  return undefined;
}

/** Whether a time is this very moment: "right now". */
const isMoment = ({ start, end }: Period, now: Date, zone: string): boolean =>
  [start, end].every((at) => at !== null && Math.abs(Date.parse(instantOf(at, zone)) - now.getTime()) < 2000);

/** Whether a year is said. */
const isDated = ({ text }: Draft): boolean => /\b(?:19|20)\d\d\b/.test(text);

/** Whether a time is said and all of it is over. */
function isOver(draft: Draft, now: Date, zone: string): boolean {
  const periods = periodsOf(draft);
  return periods.length > 0 && periods.every(({ end }) => end !== null && instantOf(end, zone) <= now.toISOString());
}

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
