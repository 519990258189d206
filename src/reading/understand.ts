import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Frame } from '../frames/frame.ts';
import type { Slots } from '../frames/slots.ts';
import type { Vocabulary } from '../incidents/data-profile.ts';
import { type Query, query as querySchema } from '../incidents/query.ts';
import { aboutLast, aboutShown, theNth, unclear } from './anaphora.ts';
import { slotsOf } from './build-slots.ts';
import { changesIn } from './change-intent.ts';
import { clarify, type Interpret } from './clarify.ts';
import { sidesOf } from './comparison.ts';
import { type DialogueState, leansBack, nthShown, withoutReset } from './dialogue-state.ts';
import { corrected, dropped, kindMeant, without } from './edit-last.ts';
import { type Facets, readFacets } from './extract-slots.ts';
import { asSaid } from './languages/back-translation.ts';
import { type NormalizedQuestion, normalizeQuestion } from './languages/detect-language.ts';
import { type MeasureIntent, shapeOf } from './measure-intent.ts';
import { withKind } from './other-level.ts';
import type { ParseResult } from './parse-result.ts';
import { readDecline } from './readers/decline.ts';
import { followed } from './resolve-follow-up.ts';
import { made } from './result.ts';
import { meansOne } from './specificity.ts';
import { mendSpelling } from './spelling.ts';
import { withoutCourtesy } from './strip-politeness.ts';
import { wordsOf } from './text.ts';

export interface UnderstandContext {
  now: Date;
  /** IANA zone and BCP 47 locale of the asker. */
  zone: string;
  locale: string;
  names: EntityLinker;
  vocabulary: Pick<Vocabulary, 'sources'>;
  previous?: DialogueState;
}

export type { DialogueState };

/** Parses a question: a query, one question back, or why it is declined. Never throws for what people write. */
export function understand(question: string, context: UnderstandContext): ParseResult {
  return parseNormalized(normalizeQuestion(question, context.names, context.locale), context);
}

/** The same for a question that is normalised already. */
export function parseNormalized({ language, pivot }: NormalizedQuestion, context: UnderstandContext): ParseResult {
  if (language === 'en') return understandEnglish(pivot.text, context);
  // French and Arabic dates have the day first, whatever the asker's locale.
  return asSaid(understandEnglish(pivot.text, { ...context, locale: 'en-GB' }), pivot);
}

function understandEnglish(question: string, context: UnderstandContext): ParseResult {
  const { text: whole, reset } = withoutReset(withoutCourtesy(question));
  const state = reset ? undefined : context.previous;
  const declined = readDecline(whole);
  if (declined) return { kind: 'declined', why: declined };
  const nth = nthShown(whole);
  if (nth !== undefined) return theNth(nth, state);
  const edited = state && editCondition(whole, state, context.names);
  if (edited) return edited;
  const text = mendSpelling(corrected(whole, state), context.names);
  const facets = readFacets(text, { ...context, sources: context.vocabulary.sources });
  const read = (interpret: Interpret) => clarify(facets, interpret);
  if (facets.changes.length > 0) return read((f) => changesIn(f, state, context));
  const about = state && aboutLast(facets);
  if (about && (state.ids.length > 0 || isEmpty(facets))) return aboutShown(state, about, facets);
  if (isEmpty(facets)) return unreadable(facets, text, context.names, state);
  const isFollowUp = leansBack(text, facets);
  if (isFollowUp && state) return read((f) => followed(f, state, context.names));
  if (isFollowUp && !standsAlone(facets, text)) return unclear({ kind: 'alone', said: text });
  return read((f) => parseStandalone(f, context.names));
}

/** Edits the thread's question: "drop the date" removes a condition, "I meant the province" changes the level of its place. */
function editCondition(text: string, state: DialogueState, names: EntityLinker): ParseResult | undefined {
  const { query } = state;
  const facet = dropped(text);
  if (facet) return repeated({ ...query, filter: without(query.filter, facet) });
  const kind = query.filter.places && kindMeant(text);
  if (!kind) return undefined;
  const other = withKind(state, kind, names);
  return other ? repeated(other) : unclear({ kind: 'unknown', name: kind });
}

/** The thread's question, changed. */
const repeated = (query: Query): ParseResult => ({
  kind: 'query',
  query: querySchema.parse({ ...query, offset: 0 }),
  readings: [],
  unread: [],
  assumed: [],
  alternatives: [],
});

/** Whether there is something to look for, apart from the measure and the order. */
const hasSubject = (f: Facets) =>
  f.place.length +
    f.actor.length +
    f.period.length +
    f.eventType.length +
    f.point.length +
    f.threshold.length +
    f.quantity.length +
    f.freeText.length +
    f.source.length +
    f.attribution.length +
    f.precision.length +
    f.asOf.length +
    f.review.length +
    f.unknown.length >
  0;

const isEmpty = (f: Facets) =>
  !hasSubject(f) && f.grouping.length + f.measure.length + f.distance.length + f.order.length + f.limit.length === 0;

function unreadable(facets: Facets, text: string, names: EntityLinker, state: DialogueState | undefined): ParseResult {
  const words = wordsOf(text);
  const english = words.filter((w) => names.isOrdinaryWord(w.lower)).length >= words.length / 2;
  if (english && words.length > 2) return { kind: 'declined', why: 'off-topic' };
  return unclear(state ? { kind: 'change' } : { kind: 'unread', said: facets.text });
}

/** Whether a question that looks like a follow-up can also stand alone. */
function standsAlone(facets: Facets, text: string): boolean {
  const named = [
    ...[facets.eventType, facets.freeText, facets.threshold, facets.unknown],
    ...[facets.attribution, facets.place, facets.actor, facets.point],
  ].some((f) => f.length > 0);
  const datesOnly = facets.period.length > 0 && !/^(?:and|but|what about|how about|only|just|then)\b/i.test(text);
  const counted =
    facets.quantity.length > 0 ||
    (facets.measure.length > 0 && /\b(?:incidents?|attacks?|events?|violence)\b/i.test(text));
  const goesOn = /^(?:and|but)\b/i.test(text);
  return ((named || counted) && !goesOn) || datesOnly || (facets.grouping.length > 0 && facets.order.length > 0);
}

function parseStandalone(facets: Facets, names: EntityLinker): ParseResult {
  const one = meansOne(facets.text);
  const { slots, cues } = slotsOf(facets, one);
  const sides = sidesOf(facets);
  const frame = sides && sides.length > 1 ? toComparison(facets, slots, sides) : toFrame(facets, slots);
  return made(facets, frame, cues, names);
}

function toFrame(facets: Facets, slots: Slots): Frame {
  const shape = shapeOf(facets, slots);
  return { ...shape, ...withoutRequirements(slots, shape) };
}

/** For a question about one incident, kinds and attribution only rank the results and do not filter them. */
function withoutRequirements(slots: Slots, { measure }: MeasureIntent): Slots {
  if (measure !== 'describe' && measure !== 'who') return slots;
  const { eventTypes, attribution: _, ...rest } = slots;
  return eventTypes?.every((t) => t === 'violence') ? rest : { ...rest, ...(eventTypes ? { eventTypes } : {}) };
}

function toComparison(facets: Facets, slots: Slots, sides: NonNullable<Frame['sides']>): Frame {
  const common = { ...slots };
  const { key: _, ...first } = sides[0] ?? { key: '' };
  for (const slot of Object.keys(first) as (keyof Slots)[]) delete common[slot];
  if (first.actors) delete common.pair;
  const shapedOf = shapeOf(facets, slots).of;
  const of = shapedOf === 'incidents' && facets.order.some((o) => o.value === 'deadliest') ? 'killed' : shapedOf;
  return { measure: 'compare', of, order: 'newest', limit: 5, ...common, sides };
}
