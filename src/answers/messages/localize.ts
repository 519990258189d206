import { comparesSides } from '../../incidents/difference.ts';
import { endOfCountry } from '../../incidents/end-of-country.ts';
import type { Group } from '../../incidents/incidents.ts';
import { wholePeriod } from '../../incidents/periods.ts';
import { isNonFatal } from '../../incidents/quantities.ts';
import type { Query } from '../../incidents/query.ts';
import { type Language, languageOfLocale } from '../../kernel/language.ts';
import type { AnswerAction, Part, Table } from '../document/answer.ts';
import type { AnswerBody } from '../document/answer-body.ts';
import type { AnswerContext } from '../document/answer-context.ts';
import { contributingDatasets } from '../document/answer-context.ts';
import { arabic } from './arabic/catalogue.ts';
import type { MessageCatalogue, Messages } from './catalogue.ts';
import { english } from './english/catalogue.ts';
import { clean, sentence } from './english/text.ts';
import { french } from './french/catalogue.ts';
import { headlineFor } from './headline.ts';

/** The wording of a language; English is the wording of the rooms themselves. */
export const catalogueFor = (language: Language | undefined): MessageCatalogue | undefined =>
  language === 'fr' ? french : language === 'ar' ? arabic : undefined;

/** "ar-IQ": the wording of a channel's setting. */
const wordingOfLocale = (locale = 'en'): MessageCatalogue | undefined => catalogueFor(languageOfLocale(locale));

/** What every language has words for. */
export const messagesFor = (language: Language | undefined): Messages => catalogueFor(language) ?? english;

export const messagesForLocale = (locale: string | undefined): Messages => wordingOfLocale(locale) ?? english;

/** Composed in the language itself, not put into it afterwards. */
const composedIn = new Set<Query['measure']>(['who', 'describe', 'map', 'timeline', 'changes']);

const note = (text: string): Part => ({ kind: 'note', text });

/** What was composed, said in another language: the same parts and steps in the same order. */
export function localize(w: MessageCatalogue, told: AnswerContext, made: AnswerBody): AnswerBody {
  const { measure } = told.query;
  if (told.beyond?.answered === false) return made;
  if (measure === 'changes' || (composedIn.has(measure) && told.result.total > 0)) return made;
  return { ...made, first: headlineFor(w, told), parts: made.parts.map((part) => partIn(w, told, part)) };
}

function partIn(w: MessageCatalogue, told: AnswerContext, part: Part): Part {
  if (part.kind === 'incident') {
    const shown = [...told.result.incidents, ...(told.nearest?.result.incidents ?? [])];
    const incident = shown.find((i) => i.id === part.card.id);
    return incident ? { ...part, card: w.card(incident) } : part;
  }
  return part.kind === 'table' ? { ...part, table: tableIn(w, told, part.table) } : part;
}

function tableIn(w: MessageCatalogue, { query, result }: AnswerContext, table: Table): Table {
  const sides = comparesSides(query.measure);
  const { unit, side, incidents, killed, civilians } = w.columns;
  const asked = isNonFatal(query.of) ? [w.columns[query.of]] : [];
  const names = [sides ? side : unit[query.by ?? 'year'], incidents, ...asked, killed, civilians];
  const keys = (result.groups ?? []).map((g: Group) => w.key(sides ? undefined : query.by, g.key));
  return {
    title: w.tableTitle(query.of, sides ? 'side' : (query.by ?? 'year')),
    columns: table.columns.map((column, i) => ({ ...column, name: names[i] ?? column.name })),
    rows: table.rows.map((row, i) => [keys[i] ?? row[0] ?? '', ...row.slice(1)]),
  };
}

function leftOut(w: MessageCatalogue, { query: { filter, of, by }, result, coverage }: AnswerContext): string[] {
  const ofActor = filter.eventTypes?.includes('attack-on-civilians') && of === 'civilians killed' && filter.actors;
  return [
    result.unreviewed ? w.notes.unreviewed(result.unreviewed) : '',
    result.alike ? w.notes.alike(result.alike) : '',
    result.overlapping ? w.notes.overlapping(result.overlapping) : '',
    result.coarse ? w.notes.coarse(result.coarse, filter.exclude?.places !== undefined) : '',
    result.ungrouped ? w.notes.ungrouped(result.ungrouped, by) : '',
    coverage.unfinished?.length ? w.notes.unfinished(coverage.unfinished.map((f) => clean(f, 80))) : '',
    ofActor ? w.notes.battles : '',
    filter.places && result.incidents.some((i) => i.where.between) ? w.notes.alongLine : '',
  ].filter(Boolean);
}

function dataEnd(w: MessageCatalogue, { query, coverage }: AnswerContext): string {
  if (query.filter.asOf) return w.notes.laterChanges;
  if (!coverage.last) return w.notes.noData;
  const only = endOfCountry({ query, coverage });
  const last = only?.last ?? coverage.last;
  const beyond = (wholePeriod(query.filter)?.start ?? '') > last;
  return w.dataEnds(last, only && w.notes.country(clean(only.country, 60)), beyond);
}

const mostDatasets = 3;

/** The small print in another language: how it was read, what was left out, where the data ends. */
export function localizeNotes(w: MessageCatalogue, told: AnswerContext): Part[] {
  const { query, result, coverage, assumed, unread } = told;
  const held = contributingDatasets(query, coverage);
  const named = held.slice(0, mostDatasets).map((d) => `${clean(d.name, 80)} (${clean(d.licence, 60)})`);
  const from = named.length ? ` ${w.notes.from(named, held.length - named.length)}` : '';
  return [
    ...result.aggregates.map((a) => {
      const by = a.reports[0]?.publisher;
      return note(w.notes.total(sentence(clean(a.statement, 300)), by && clean(by, 80)));
    }),
    note(w.notes.readAs(query.filter, query.sides?.map((s) => s.key) ?? [], assumed.map(w.why.assumed))),
    ...leftOut(w, told).map(note),
    note(`${dataEnd(w, told)}${from}`),
    ...(unread.length ? [note(w.notes.unread(unread.slice(0, 12).map((word) => clean(word, 40))))] : []),
  ];
}

/** What an answer's own steps are called: to other pages, and to what lies near where nothing was found. */
export function localizeAction(w: MessageCatalogue, told: AnswerContext, step: AnswerAction): AnswerAction {
  const { action } = step;
  if ('page' in action) return { ...step, label: action.page.offset > told.query.offset ? w.steps.more : w.steps.back };
  return 'find' in action ? { ...step, label: widenedIn(w, told) } : step;
}

function widenedIn(w: MessageCatalogue, { nearest }: AnswerContext): string {
  if (nearest?.what === 'any kind') return w.steps.anyKind;
  const km = nearest?.query.filter.places?.[0]?.radiusKm;
  return nearest?.what === 'further around' && km !== undefined ? w.steps.within(km) : w.steps.anyTime;
}
