import type { Filter, Period } from '../../incidents/query.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

type AsOfReading = Reading<'asOf', NonNullable<Filter['asOf']>>;
type PeriodReading = Reading<'period', Period>;

const cue =
  /,? ?\b(?:as (?:it (?:was|were) |they were |then )?(?:known|reported|recorded|stood)|as (?:it|things|they|the (?:data|record|figures?)) stood|as of|as at|(?:(?:that|which) )?(?:were|was) (?:then |already )?known|(?:by|from|according to|with) what (?:was|we) (?:then )?(?:known|knew)|what (?:was|we) (?:then )?(?:known|knew)|in the (?:data|record|state) of)(?: (?:on|at|by|in|back in|as of))?(?: the)? ?$/i;

/** The end of a day or moment of the asker's zone as an instant in UTC. */
export const instantOf = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });

const lastDay = (end: string) => Temporal.PlainDate.from(end.slice(0, 10)).subtract({ days: 1 }).toString();

/** "as known on 1 March", "as of March 2024": the period after the cue says which state of the record is meant. */
export function readAsOf(text: string, periods: readonly PeriodReading[], zone: string): AsOfReading[] {
  return periods.flatMap((period) => {
    const { start: from, end } = period.value;
    const lead = text.slice(0, period.start + (period.words.match(/^(?:in|on|at|as of)(?: the)? /i)?.[0].length ?? 0));
    const said = lead.match(cue);
    const until = end ?? from;
    if (!said || until === null) return [];
    const at = until.includes('T') ? until : lastDay(end === null ? dayAfter(until) : until);
    const before = instantOf(end === null ? dayAfter(until) : until, zone);
    const start = lead.length - said[0].length;
    return [
      {
        facet: 'asOf' as const,
        value: { at, before },
        start,
        end: period.end,
        words: text.slice(start, period.end),
        score: 0.97,
      },
    ];
  });
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day.slice(0, 10)).add({ days: 1 }).toString();

type ReviewReading = Reading<'review', true>;

/** "not reviewed yet", "unreviewed reports". */
export const readReviews = (text: string): ReviewReading[] =>
  readAll(
    text,
    'review',
    /\b(?:un-?reviewed|un-?confirmed reports?|(?:not|nobody has|never)(?: been)? (?:yet )?reviewed(?: yet)?|awaiting review|still to (?:be )?review(?:ed)?)\b/gi,
    () => ({ value: true as const }),
  );
