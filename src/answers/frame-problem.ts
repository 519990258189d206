import type { FrameProblem } from '../frames/problem.ts';
import { clean } from './messages/english/text.ts';

const quoted = (said: string) => `“${clean(said, 100)}”`;

const unknown: Partial<Record<FrameProblem['slot'], string>> = {
  eventTypes: 'is no kind of incident that I know. Write it like airstrike, ambush or protest',
  places: 'is no place that I know. Check the spelling, or choose one from the list while typing',
  actors: 'is nobody that I know. Check the spelling, or choose one from the list while typing',
};

/** What was wrong with a question that was not asked in words, and what to do. */
export function problemWords(problem: FrameProblem): string {
  switch (problem.wrong) {
    case 'unknown':
      return `${quoted(problem.said)} ${unknown[problem.slot] ?? 'is unknown: it may be the key of something that the data no longer has'}.`;
    case 'not-one':
      return notOne(problem.said, problem.out);
    case 'not-a-day':
      return `${quoted(problem.said)} is no date. Write a day like 2016-03-31, a month like 2016-03, or a year like 2016.`;
    case 'backwards':
      return `The period ends before it begins: from ${clean(problem.start, 30)} to ${clean(problem.end, 30)}. Turn the dates round.`;
    case 'no-centre':
      return `A distance from ${clean(problem.said, 100)} has no meaning, because its position is not one point. Name a town, or leave out the distance.`;
    case 'incomplete':
      return incomplete[problem.missing];
    case 'contradiction':
      return problem.slot === 'pair'
        ? `Both sides are ${clean(problem.said, 100)}. Name two different ones.`
        : `${clean(problem.said, 100)} is asked for and left out at once. Drop one of the two.`;
    case 'invalid':
      return `${problem.slot}: ${clean(problem.said, 200)}.`;
  }
}

const notOne = (said: string, out: string | undefined): string =>
  out === undefined
    ? `${quoted(said)} is more than one place, and one belongs here. Ask for several in words: ask "incidents in ${clean(said, 100)}".`
    : `${quoted(said)} is not one place. Say what is left out apart from it (--except ${JSON.stringify(clean(out, 60))}), or ask in words: ask "incidents in ${clean(said, 100)}".`;

const incomplete = {
  place: 'A place is missing: distances need a place or a position.',
  to: 'A line between two places needs both: the other end belongs in “to”.',
  between: 'Another end (“to”) makes sense only with the relation “between”.',
};
