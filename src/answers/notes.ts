import { endOfCountry } from '../incidents/end-of-country.ts';
import { wholePeriod } from '../incidents/periods.ts';
import type { Unit } from '../incidents/query.ts';
import { isTimeUnit } from '../incidents/time-units.ts';
import type { Part } from './document/answer.ts';
import { type AnswerContext, contributingDatasets } from './document/answer-context.ts';
import { day } from './messages/english/dates.ts';
import { facets, kinds } from './messages/english/filter.ts';
import { unitWords } from './messages/english/groups.ts';
import { clean, list, number, plural, sentence } from './messages/english/text.ts';
import { englishWhy } from './messages/english/why.ts';
import { catalogueFor, localizeNotes } from './messages/localize.ts';

const note = (text: string): Part => ({ kind: 'note', text });

/** How the question was interpreted, and the assumptions made. */
function interpretationNote({ query, assumed }: AnswerContext): string {
  const words = [kinds(query.filter, 2), ...facets(query.filter)].join(' ');
  const sides = query.sides ? `, comparing ${list(query.sides.map((s) => s.key))}` : '';
  return `Read as: ${words}${sides}.${assumed.length ? ` Taken for granted: ${assumed.map((a) => clean(englishWhy.assumed(a), 120)).join('; ')}.` : ''}`;
}

function noGroup(unit: Unit | undefined): string {
  if (isTimeUnit(unit)) return `the date range crosses the border of a ${unitWords[unit][0]}`;
  if (unit === 'pair') return 'the data does not tell two sides';
  if (unit === 'actor') return 'the data names nobody';
  if (unit === 'weekday') return 'the date is not known to the day';
  return unit === 'hour' ? 'the time of day is not known' : 'the data gives none';
}

function overlapping(n: number): string {
  return `${plural(n, 'more incident', 'more incidents')} only ${n === 1 ? 'overlaps' : 'overlap'} the period (the date is known to a range) and ${n === 1 ? 'is' : 'are'} not counted.`;
}

function coarse(n: number, excluding: boolean): string {
  if (excluding)
    return `${number(n)} may lie in the place left out, or outside the place asked for: the location is too coarse to tell.`;
  return `${plural(n, 'more incident', 'more incidents')} may lie there but ${n === 1 ? 'is' : 'are'} located too coarsely to tell, and ${n === 1 ? 'is' : 'are'} not counted.`;
}

function ungrouped(n: number, unit: Unit | undefined): string {
  return `${plural(n, 'incident')} ${n === 1 ? 'is' : 'are'} in no group: ${noGroup(unit)}.`;
}

const unfinished = (files: readonly string[]) =>
  `The import of ${list(files.map((f) => clean(f, 80)))} is not finished: the data has only a part of it.`;

const unreviewed = (n: number) =>
  `${plural(n, 'of these is', 'of these are')} not reviewed yet: reported by people, and no manager has confirmed ${n === 1 ? 'it' : 'them'}.`;

const alike = (n: number) =>
  `${number(n)} of these may be the same as another told by a different dataset, and ${n === 1 ? 'is' : 'are'} counted beside it: “merge” lists them.`;

function exclusionNotes({ query: { filter, of, by }, result, coverage }: AnswerContext): string[] {
  const ofActor = filter.eventTypes?.includes('attack-on-civilians') && of === 'civilians killed' && filter.actors;
  const alongLine = filter.places && result.incidents.some((i) => i.where.between);
  return [
    result.unreviewed ? unreviewed(result.unreviewed) : '',
    result.alike ? alike(result.alike) : '',
    result.overlapping ? overlapping(result.overlapping) : '',
    result.coarse ? coarse(result.coarse, filter.exclude?.places !== undefined) : '',
    result.ungrouped ? ungrouped(result.ungrouped, by) : '',
    coverage.unfinished?.length ? unfinished(coverage.unfinished) : '',
    ofActor ? 'Civilians killed in battles are not in this figure: there the data names no one as responsible.' : '',
    alongLine
      ? 'An incident recorded between two places lies somewhere along that line; the exact point is not known.'
      : '',
  ].filter(Boolean);
}

/** The last day of the data, for the country of the question where it names one. */
function dataEnd(context: AnswerContext): string {
  const { query, coverage } = context;
  if (query.filter.asOf) return 'What was added, corrected or taken back after that is left out.';
  if (!coverage.last) return 'There is no data yet.';
  const own = endOfCountry(context);
  const end = own ? { last: own.last, where: ` for ${clean(own.country, 60)}` } : { last: coverage.last, where: '' };
  const start = wholePeriod(query.filter)?.start;
  const beyond = start && start > end.last;
  return `The data${end.where} ends on ${day(end.last)}${beyond ? ', before the period asked for' : ''}.`;
}

const mostDatasets = 3;

/** The datasets, with their licences. */
function datasetNote({ query, coverage }: AnswerContext): string {
  const datasets = contributingDatasets(query, coverage);
  const named = datasets.slice(0, mostDatasets).map((d) => `${clean(d.name, 80)} (${clean(d.licence, 60)})`);
  const rest = datasets.length - named.length;
  return named.length
    ? ` From ${list([...named, ...(rest ? [`${number(rest)} more (“status” names them)`] : [])])}.`
    : '';
}

/** Reported totals, quoted and never counted. */
const aggregateNotes = ({ result }: AnswerContext): Part[] =>
  result.aggregates.map((a) => {
    const by = a.reports[0]?.publisher;
    return note(
      `Reported as a total, not counted here: ${sentence(clean(a.statement, 300))}${by ? ` (${clean(by, 80)})` : ''}`,
    );
  });

/** The notes under an answer, in English. */
export function notes(context: AnswerContext): Part[] {
  return [
    ...aggregateNotes(context),
    note(interpretationNote(context)),
    ...exclusionNotes(context).map(note),
    note(`${dataEnd(context)}${datasetNote(context)}`),
    ...(context.unread.length
      ? [
          note(
            `Not used: ${context.unread
              .slice(0, 12)
              .map((w) => `“${clean(w, 40)}”`)
              .join(', ')}.`,
          ),
        ]
      : []),
  ];
}

/** The notes under an answer, in its language. */
export function notesOf(context: AnswerContext): Part[] {
  const wording = catalogueFor(context.language);
  return wording ? localizeNotes(wording, context) : notes(context);
}
