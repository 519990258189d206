import type { Incident } from '../incidents/incident.ts';
import { periodsOf, wholePeriod } from '../incidents/periods.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { cardOf, title } from './messages/english/card.ts';
import { day, periods, when } from './messages/english/dates.ts';
import { counted } from './messages/english/filter.ts';
import { sentence } from './messages/english/text.ts';

const widened: Record<NonNullable<AnswerContext['nearest']>['what'], string> = {
  'any time before': 'The latest before that was',
  'any time': 'The nearest in time was',
  'further around': 'The nearest within a wider circle was',
  'any kind': 'Of any kind, the latest was',
};

/** What a wider question finds, as a sentence. */
export const widenedTo = (what: keyof typeof widened, other: Incident): string =>
  `${widened[what]} ${other.when.start ? `on ${when(other.when)}`.replace(/^on (.* to )/, '$1') : 'undated'}: ${title(other)}.`;

/** No results: what was searched, the nearest match, and where the data ends. */
export function composeNoResults(context: AnswerContext): AnswerBody {
  const { query, nearest, coverage } = context;
  const [other] = nearest?.result.incidents ?? [];
  const searched = sentence(counted(query.filter, 0));
  const near = nearest && other ? ` ${widenedTo(nearest.what, other)}` : '';
  return {
    first: `${searched}${near}${near ? '' : outside(context)}`,
    parts: other ? [{ kind: 'incident', card: cardOf(other) }] : [],
    next: nearest && other ? [{ label: label(nearest), action: { find: { ...nearest.query, limit: 5 } } }] : [],
    sources: [],
    ...(coverage.last ? {} : {}),
  };
}

/** Says so where the period lies wholly outside the data. */
function outside({ query, coverage }: AnswerContext): string {
  const asked = wholePeriod(query.filter);
  if (!asked || !coverage.first || !coverage.last) return '';
  if (asked.end !== null && asked.end <= coverage.first) return ` The data begins on ${day(coverage.first)}.`;
  return asked.start !== null && asked.start > coverage.last ? ` The data ends on ${day(coverage.last)}.` : '';
}

function label({ what, query }: NonNullable<AnswerContext['nearest']>): string {
  if (what === 'further around') return `Search within ${query.filter.places?.[0]?.radiusKm} km`;
  if (what === 'any kind') return 'Any kind of incident';
  const within = periodsOf(query.filter);
  return within ? `Search ${periods(within)}` : 'Search any time';
}
