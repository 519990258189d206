import type { Group } from '../../incidents/incidents.ts';
import { isBeside } from '../../incidents/quantities.ts';
import type { Query } from '../../incidents/query.ts';
import { type Language, languageOfLocale } from '../../kernel/language.ts';
import type { Told } from '../answer-context.ts';
import { drawnFrom } from '../answer-context.ts';
import type { Part, Step, Table } from '../document/answer.ts';
import type { Composed } from '../document/answer-body.ts';
import { arabic } from './arabic/catalogue.ts';
import type { Wording, Words } from './catalogue.ts';
import { english } from './english/catalogue.ts';
import { clean, sentence } from './english/text.ts';
import { french } from './french/catalogue.ts';
import { firstOf } from './headline.ts';

/** The wording of a language; English is the wording of the rooms themselves. */
export const wordingOf = (language: Language | undefined): Wording | undefined =>
  language === 'fr' ? french : language === 'ar' ? arabic : undefined;

/** "ar-IQ": the wording of a channel's setting. */
const wordingOfLocale = (locale = 'en'): Wording | undefined => wordingOf(languageOfLocale(locale));

/** What every language has words for. */
export const wordsIn = (language: Language | undefined): Words => wordingOf(language) ?? english;

export const wordsInLocale = (locale: string | undefined): Words => wordingOfLocale(locale) ?? english;

/** Composed in the language itself, not put into it afterwards. */
const composedIn = new Set<Query['measure']>(['who', 'describe', 'map', 'timeline', 'changes']);

const note = (text: string): Part => ({ kind: 'note', text });

/** What was composed, said in another language: the same parts and steps in the same order. */
export function translated(w: Wording, told: Told, made: Composed): Composed {
  const { measure } = told.query;
  if (measure === 'changes' || (composedIn.has(measure) && told.result.total > 0)) return made;
  return { ...made, first: firstOf(w, told), parts: made.parts.map((part) => partIn(w, told, part)) };
}

function partIn(w: Wording, told: Told, part: Part): Part {
  if (part.kind === 'incident') {
    const shown = [...told.result.incidents, ...(told.nearest?.result.incidents ?? [])];
    const incident = shown.find((i) => i.id === part.card.id);
    return incident ? { ...part, card: w.card(incident) } : part;
  }
  return part.kind === 'table' ? { ...part, table: tableIn(w, told, part.table) } : part;
}

function tableIn(w: Wording, { query, result }: Told, table: Table): Table {
  const sides = query.measure === 'compare';
  const { unit, side, incidents, killed, civilians } = w.columns;
  const asked = isBeside(query.of) ? [w.columns[query.of]] : [];
  const names = [sides ? side : unit[query.by ?? 'year'], incidents, ...asked, killed, civilians];
  const keys = (result.groups ?? []).map((g: Group) => w.key(sides ? undefined : query.by, g.key));
  return {
    title: w.tableTitle(query.of, sides ? 'side' : (query.by ?? 'year')),
    columns: table.columns.map((column, i) => ({ ...column, name: names[i] ?? column.name })),
    rows: table.rows.map((row, i) => [keys[i] ?? row[0] ?? '', ...row.slice(1)]),
  };
}

function leftOut(w: Wording, { query: { filter, of, by }, result }: Told): string[] {
  const ofActor = filter.eventTypes?.includes('attack-on-civilians') && of === 'civilians killed' && filter.actors;
  return [
    result.unreviewed ? w.notes.unreviewed(result.unreviewed) : '',
    result.alike ? w.notes.alike(result.alike) : '',
    result.overlapping ? w.notes.overlapping(result.overlapping) : '',
    result.coarse ? w.notes.coarse(result.coarse, filter.exclude?.places !== undefined) : '',
    result.ungrouped ? w.notes.ungrouped(result.ungrouped, by) : '',
    ofActor ? w.notes.battles : '',
    filter.places && result.incidents.some((i) => i.where.between) ? w.notes.alongLine : '',
  ].filter(Boolean);
}

function dataEnd(w: Wording, { query, coverage }: Told): string {
  if (query.filter.asOf) return w.notes.laterChanges;
  if (!coverage.last) return w.notes.noData;
  const asked = new Set(query.filter.places?.flatMap((p) => p.countries) ?? []);
  const ends = coverage.countries.filter((c) => asked.has(c.country));
  const only = ends.length === 1 ? ends[0] : undefined;
  const last = only?.last ?? coverage.last;
  const { period } = query.filter;
  const beyond = (period?.start ?? '') > last && (period?.end === null || (period?.end ?? '') > last);
  return w.dataEnds(last, only && w.notes.country(clean(only.country, 60)), beyond);
}

const mostDatasets = 3;

/** The small print in another language: how it was read, what was left out, where the data ends. */
export function notesIn(w: Wording, told: Told): Part[] {
  const { query, result, coverage, assumed, unread } = told;
  const held = drawnFrom(query, coverage);
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

/** What may be done next, by what it does. */
export function stepIn(w: Wording, told: Told, step: Step): Step {
  const { does } = step;
  const { more, back, subscribe, export: asFile, why } = w.steps;
  if ('page' in does) return { ...step, label: does.page.offset > told.query.offset ? more : back };
  if ('run' in does) return does.run === 'subscribe' ? { ...step, label: subscribe } : step;
  if ('export' in does) return { ...step, label: asFile };
  if ('find' in does) return { ...step, label: does.find.measure === 'map' ? w.steps.map : widenedIn(w, told) };
  const asked = { ...step, does: { ...does, language: told.language } };
  return does.ask === 'why?' ? { ...asked, label: why } : asked;
}

function widenedIn(w: Wording, { nearest }: Told): string {
  if (nearest?.what === 'any kind') return w.steps.anyKind;
  const km = nearest?.query.filter.places?.[0]?.radiusKm;
  return nearest?.what === 'further around' && km !== undefined ? w.steps.within(km) : w.steps.anyTime;
}
