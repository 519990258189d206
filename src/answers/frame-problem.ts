import type { FrameProblem, Missing, Unused } from '../frames/problem.ts';
import { clean } from './messages/english/text.ts';

const quoted = (said: string) => `“${clean(said, 100)}”`;

const unknown: Partial<Record<FrameProblem['slot'], string>> = {
  eventTypes: 'is not a kind of incident that I know; use one like airstrike, ambush or protest',
  places: 'is not a place that I know. Check the spelling, or choose one from the list while typing',
  actors: 'is not an actor that I know. Check the spelling, or choose one from the list while typing',
};

/** What is wrong with a frame or with options, in words, and how to mend it. */
export function problemWords(problem: FrameProblem): string {
  switch (problem.wrong) {
    case 'unknown':
      return `${quoted(problem.said)} ${unknown[problem.slot] ?? 'is unknown; it may be the key of something that is no longer in the data'}.`;
    case 'not-one':
      return notOne(problem);
    case 'not-a-day':
      return `${quoted(problem.said)} is not a date; use a day like 2016-03-31, a month like 2016-03, or a year like 2016.`;
    case 'backwards':
      return `The period ends before it starts: from ${clean(problem.start, 30)} to ${clean(problem.end, 30)}. Swap the two dates.`;
    case 'no-centre':
      return `A distance from ${clean(problem.said, 100)} makes no sense, because it is not a single point. Give a town, or leave out the distance.`;
    case 'no-border':
      return `No land border is known of ${clean(problem.said, 100)}. Give two countries that have one, or a place.`;
    case 'incomplete':
      return incomplete[problem.missing];
    case 'unused':
      return unused[problem.unused];
    case 'contradiction':
      return problem.slot === 'pair'
        ? `Both sides are ${clean(problem.said, 100)}. Give two different ones.`
        : `${clean(problem.said, 100)} is both asked for and left out. Drop one of the two.`;
    case 'invalid':
      return `${problem.slot}: ${clean(problem.said, 200)}.`;
  }
}

function notOne({ slot, said, except }: FrameProblem & { wrong: 'not-one' }): string {
  const isLeftOut = slot === 'exclude';
  if (!except)
    return `${quoted(said)} is more than one place, but only one can be given here. Ask for several in words: ask "incidents ${isLeftOut ? 'outside' : 'in'} ${clean(said, 100)}".`;
  const [whole, out] = [clean(except.whole, 60), clean(except.out, 60)];
  if (!isLeftOut)
    return `${quoted(said)} is not one place. Give what to leave out separately (--except ${JSON.stringify(out)}), or ask in words: ask "incidents in ${clean(said, 100)}".`;
  return `${quoted(said)} is not one place to leave out. Give one, or ask in words: ask "incidents ${whole ? `outside ${whole}` : `in ${out}`}".`;
}

const incomplete: Record<Missing, string> = {
  place: 'A place is missing: a distance needs a place or a position.',
  to: 'A line between two places needs both; give the other end as “to”.',
  between: '“to” is only allowed with the relation “between”.',
  sides: 'A comparison needs at least two sides; give them as “sides”.',
  'two sides': 'A difference, a ratio or a change is between two sides; give both as “sides”, and no third.',
  'two periods':
    'Groups change from one period to another; give both as “sides”, or “by” as day, week, month, quarter, half or year.',
  condition:
    'A condition is on a figure of the groups, or on how many different ones of another unit they have, but not of two sides or sources; give another “having.of” or “by”.',
  part: 'A share needs a part of the whole, with a place, actor, kind or period of its own; give it as “part”.',
  average:
    'An average or a median is per incident or by time: give what to count as “of” (killed, civilians killed, wounded …), or “by” as day, week, month, quarter, half or year.',
  side: 'A side needs a place, actor, kind or period of its own; its key is only its label.',
  unit: 'A ranking needs something to rank; give it as “by”: place, admin1, country, actor, pair, eventType, month …',
  'time unit':
    'A trend or timeline goes by time; give “by” as day, week, month, quarter, half or year; a trend also goes by season, weekday or hour.',
  quantity:
    'Incidents are counted, not added up. Give what to add up as “of” (killed, civilians killed, wounded, abducted, arrested), or use the measure count.',
  actor: 'A role is that of an actor; give the actor too, or leave out the role.',
};

const unused: Record<Unused, string> = {
  period: '“period” and “periods” are both given; leave out one of the two.',
  sides:
    '“sides” are only for the measures compare, difference and ratio, and for a change; use one of them, or leave them out.',
  part: '“part” is only for the measure share; use it, or leave it out.',
  by: '“by” is only for the measures trend, rank, timeline, count, average and median; use one of them, or leave it out.',
  having:
    '“having” is only for groups: the measures rank, trend and count with “by”; use one of them, or leave it out.',
  change: '“change” is only for the measures rank and trend; use one of them, or leave it out.',
  radius: '“radiusKm” is only for the relations near and between; use one of them, or leave it out.',
  position: 'A place and a position are both given; leave out one of the two.',
  'position on a line': 'A line goes from one place to another; give a place instead of the position.',
};
