import type { Part } from './answer.ts';
import type { Told } from './told.ts';
import { day } from './wording/dates.ts';
import { facets, kinds } from './wording/filter.ts';
import { clean, list, number, plural, sentence } from './wording/words.ts';

const note = (text: string): Part => ({ kind: 'note', text });

/** How it was read, and what was taken for granted. */
function reading({ query, assumed }: Told): string {
  const words = [kinds(query.filter, 2), ...facets(query.filter)].join(' ');
  const sides = query.sides ? `, comparing ${list(query.sides.map((s) => s.key))}` : '';
  return `Read as: ${words}${sides}.${assumed.length ? ` Taken for granted: ${assumed.map((a) => clean(a, 120)).join('; ')}.` : ''}`;
}

function leftOut({ query, result }: Told): string[] {
  const unit = query.by;
  return [
    ...(result.overlapping
      ? [
          `${plural(result.overlapping, 'more incident', 'more incidents')} only overlap${result.overlapping === 1 ? 's' : ''} the period (the date is known to a range) and ${result.overlapping === 1 ? 'is' : 'are'} not counted.`,
        ]
      : []),
    ...(result.coarse
      ? [
          query.filter.exclude?.places
            ? `${number(result.coarse)} may lie in the place left out or outside the place asked for: the location is too coarse to tell.`
            : `${plural(result.coarse, 'more incident', 'more incidents')} may lie there but ${result.coarse === 1 ? 'is' : 'are'} located too coarsely to tell, and ${result.coarse === 1 ? 'is' : 'are'} not counted.`,
        ]
      : []),
    ...(result.ungrouped
      ? [
          `${plural(result.ungrouped, 'incident')} ${result.ungrouped === 1 ? 'is' : 'are'} in no group: the ${unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year' ? `date range crosses the border of a ${unit}` : 'data gives none'}.`,
        ]
      : []),
    ...(query.filter.eventTypes?.includes('attack-on-civilians') &&
    query.of === 'civilians killed' &&
    query.filter.actors
      ? ['Civilians killed in battles are not in this figure: there the data names no one as responsible.']
      : []),
    ...(result.incidents.some((i) => i.where.between) && query.filter.places
      ? ['An incident recorded between two places lies somewhere along that line; the exact point is not known.']
      : []),
  ];
}

/** The last day the data has for the asked country, or at all. */
function dataEnd({ query, coverage }: Told): string {
  if (!coverage.last) return 'There is no data yet.';
  const asked = new Set(query.filter.places?.flatMap((p) => p.countries) ?? []);
  const ends = coverage.countries.filter((c) => asked.has(c.country));
  const end =
    ends.length === 1 && ends[0]
      ? { last: ends[0].last, where: ` for ${clean(ends[0].country, 60)}` }
      : { last: coverage.last, where: '' };
  const beyond =
    query.filter.period &&
    (query.filter.period.end === null || query.filter.period.end > end.last) &&
    query.filter.period.start !== null &&
    query.filter.period.start > end.last;
  return `The data${end.where} ends on ${day(end.last)}${beyond ? ', before the period asked for' : ''}.`;
}

/** Quoted beside the answer, never counted. */
const beside = ({ result }: Told): Part[] =>
  result.aggregates.map((a) => {
    const by = a.reports[0]?.publisher;
    return note(
      `Reported as a total, not counted here: ${sentence(clean(a.statement, 300))}${by ? ` (${clean(by, 80)})` : ''}`,
    );
  });

/** The small print under every answer. */
export function notes(told: Told): Part[] {
  return [
    ...beside(told),
    note(reading(told)),
    ...leftOut(told).map(note),
    note(dataEnd(told)),
    ...(told.unread.length
      ? [
          note(
            `Not used: ${told.unread
              .slice(0, 12)
              .map((w) => `“${clean(w, 40)}”`)
              .join(', ')}.`,
          ),
        ]
      : []),
  ];
}
