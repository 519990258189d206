import { shortName } from '../incidents/data-profile.ts';
import { endOfCountry } from '../incidents/end-of-country.ts';
import { wholePeriod } from '../incidents/periods.ts';
import { type AnswerContext, contributingDatasets } from './document/answer-context.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { clean, sentence } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';

const mostDatasets = 3;
const mostUnread = 12;

const assumedWords = (w: MessageCatalogue, { assumed }: AnswerContext): string =>
  assumed.length ? w.notes.assumed(assumed.map((a) => clean(w.why.assumed(a), 120))) : '';

/** What the figures leave out, or hold that is less sure than the rest. */
function leftOut({ notes: w }: MessageCatalogue, { query, result, coverage }: AnswerContext): string[] {
  const { filter, of, by } = query;
  const ofActor = filter.eventTypes?.includes('attack-on-civilians') && of === 'civilians killed' && filter.actors;
  return [
    result.unreviewed ? w.unreviewed(result.unreviewed) : '',
    result.alike ? w.alike(result.alike) : '',
    result.overlapping ? w.overlapping(result.overlapping) : '',
    result.coarse ? w.coarse(result.coarse, filter.exclude?.places !== undefined) : '',
    result.ungrouped ? w.ungrouped(result.ungrouped, by) : '',
    coverage.unfinished?.length ? w.unfinished(coverage.unfinished.map((f) => clean(f, 80))) : '',
    ofActor ? w.battles : '',
    filter.places && result.incidents.some((i) => i.where.between) ? w.alongLine : '',
  ];
}

/** The last day of the data, for the country of the question where it names one. */
function dataEnd(w: MessageCatalogue, { query, coverage }: AnswerContext): string {
  if (query.filter.asOf) return w.notes.laterChanges;
  if (!coverage.last) return w.notes.noData;
  const only = endOfCountry({ query, coverage });
  const last = only?.last ?? coverage.last;
  const beyond = (wholePeriod(query.filter)?.start ?? '') > last;
  return w.dataEnds(last, only && w.notes.country(clean(only.country, 60)), beyond);
}

/** Whether the question asks for a time that the data does not reach to its end. */
function isPastEnd({ query, coverage }: AnswerContext): boolean {
  const end = wholePeriod(query.filter)?.end;
  const last = endOfCountry({ query, coverage })?.last ?? coverage.last;
  return !end || !last || end.slice(0, 10) > last || query.filter.asOf !== undefined;
}

/** The datasets, with their licences. */
function credit({ notes: w }: MessageCatalogue, { query, coverage }: AnswerContext): string {
  const held = contributingDatasets(query, coverage);
  const named = held.slice(0, mostDatasets).map((d) => `${clean(shortName(d), 80)} (${clean(d.licence, 60)})`);
  return named.length ? w.from(named, held.length - named.length) : '';
}

const unreadWords = ({ notes: w }: MessageCatalogue, { unread }: AnswerContext): string =>
  unread.length ? w.unread(unread.slice(0, mostUnread).map((word) => clean(word, 40))) : '';

/** Reported totals, quoted and never counted. */
const totals = ({ notes: w }: MessageCatalogue, { result }: AnswerContext): string[] =>
  result.aggregates.map((a) => {
    const by = a.reports[0]?.publisher;
    return w.total(sentence(clean(a.statement, 300)), by && clean(by, 80));
  });

/** All of the small print, a line each: how the question was read, what was left out, where the data ends. */
export function notesOf(context: AnswerContext): string[] {
  const w = messagesFor(context.language);
  const { query } = context;
  const read = w.notes.readAs(query.filter, query.sides?.map((s) => s.key) ?? []);
  return [
    ...totals(w, context),
    [read, assumedWords(w, context)].filter(Boolean).join(' '),
    ...leftOut(w, context),
    [dataEnd(w, context), credit(w, context)].filter(Boolean).join(' '),
    unreadWords(w, context),
  ].filter(Boolean);
}

/**
 * The one line under an answer: what was taken for granted or left out, the end of the data where it matters, whose it
 * is. What the thread's answer before has said is not said again.
 */
export function contextLine(context: AnswerContext): string {
  const w = messagesFor(context.language);
  const isNew = (sentence: string) => sentence !== '' && !context.before?.includes(sentence);
  return [
    ...totals(w, context).slice(0, 1).filter(isNew),
    assumedWords(w, context),
    ...leftOut(w, context).filter(isNew),
    unreadWords(w, context),
    ...(isPastEnd(context) ? [dataEnd(w, context)].filter(isNew) : []),
    credit(w, context),
  ]
    .filter(Boolean)
    .join(' ');
}
