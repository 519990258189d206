import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Frame } from '../frames/frame.ts';
import type { Slots } from '../frames/slots.ts';
import type { Vocabulary } from '../incidents/data-profile.ts';
import { type Query, query as querySchema } from '../incidents/query.ts';
import { aboutLast, aboutShown, theNth, unclear } from './anaphora.ts';
import { slotsOf } from './build-slots.ts';
import { changesIn } from './change-intent.ts';
import { clarified, type Way } from './clarify.ts';
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

/** Words to meaning: a query, one question back, or a word why it is declined. Never throws for what people write. */
export function understand(said: string, context: UnderstandContext): ParseResult {
  return parseNormalized(normalizeQuestion(said, context.names, context.locale), context);
}

/** The same of what was heard already. */
export function parseNormalized(
  { language, pivot: glossed }: NormalizedQuestion,
  context: UnderstandContext,
): ParseResult {
  if (language === 'en') return understandEnglish(glossed.text, context);
  // French and Arabic dates have the day first, whatever the asker's locale.
  return asSaid(understandEnglish(glossed.text, { ...context, locale: 'en-GB' }), glossed);
}

function understandEnglish(said: string, context: UnderstandContext): ParseResult {
  const { text: whole, reset } = withoutReset(withoutCourtesy(said));
  const memory = reset ? undefined : context.previous;
  const declined = readDecline(whole);
  if (declined) return { kind: 'declined', why: declined };
  const nth = nthShown(whole);
  if (nth !== undefined) return theNth(nth, memory);
  const moved = memory && conditionMoved(whole, memory, context.names);
  if (moved) return moved;
  const text = mendSpelling(corrected(whole, memory), context.names);
  const facets = readFacets(text, { ...context, sources: context.vocabulary.sources });
  const read = (way: Way) => clarified(facets, way);
  if (facets.changes.length > 0) return read((f) => changesIn(f, memory, context));
  const about = memory && aboutLast(facets);
  if (about && (memory.ids.length > 0 || nothingRead(facets))) return aboutShown(memory, about, facets);
  if (nothingRead(facets)) return nothing(facets, text, context.names, memory);
  const leans = leansBack(text, facets);
  if (leans && memory) return read((f) => followed(f, memory, context.names));
  if (leans && !standsAlone(facets, text)) return unclear({ kind: 'alone', said: text });
  return read((f) => fresh(f, context.names));
}

/** "drop the date", "I meant the province": the thread's question with one condition fewer, or its place on another level. */
function conditionMoved(text: string, memory: DialogueState, names: EntityLinker): ParseResult | undefined {
  const { query } = memory;
  const facet = dropped(text);
  if (facet) return again({ ...query, filter: without(query.filter, facet) });
  const kind = query.filter.places && kindMeant(text);
  if (!kind) return undefined;
  const other = withKind(memory, kind, names);
  return other ? again(other) : unclear({ kind: 'unknown', name: kind });
}

/** The thread's question, changed. */
const again = (query: Query): ParseResult => ({
  kind: 'query',
  query: querySchema.parse({ ...query, offset: 0 }),
  readings: [],
  unread: [],
  assumed: [],
  alternatives: [],
});

/** Something to look for, apart from what to do with it. */
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

const nothingRead = (f: Facets) =>
  !hasSubject(f) && f.grouping.length + f.measure.length + f.distance.length + f.order.length + f.limit.length === 0;

function nothing(facets: Facets, text: string, names: EntityLinker, memory: DialogueState | undefined): ParseResult {
  const words = wordsOf(text);
  const english = words.filter((w) => names.isOrdinaryWord(w.lower)).length >= words.length / 2;
  if (english && words.length > 2) return { kind: 'declined', why: 'off-topic' };
  return unclear(memory ? { kind: 'change' } : { kind: 'unread', said: facets.text });
}

/** Words that lean on something before, with nothing before them, may still make a question of their own. */
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

function fresh(facets: Facets, names: EntityLinker): ParseResult {
  const one = meansOne(facets.text);
  const { slots, cues } = slotsOf(facets, one);
  const sides = sidesOf(facets);
  const frame = sides && sides.length > 1 ? compared(facets, slots, sides) : asked(facets, slots);
  return made(facets, frame, cues, names);
}

function asked(facets: Facets, slots: Slots): Frame {
  const shape = shapeOf(facets, slots);
  return { ...shape, ...softened(slots, shape) };
}

/** One incident is asked about: its words rank, they do not bind. */
function softened(slots: Slots, { measure }: MeasureIntent): Slots {
  if (measure !== 'describe' && measure !== 'who') return slots;
  const { eventTypes, attribution: _, ...rest } = slots;
  return eventTypes?.every((t) => t === 'violence') ? rest : { ...rest, ...(eventTypes ? { eventTypes } : {}) };
}

function compared(facets: Facets, slots: Slots, sides: NonNullable<Frame['sides']>): Frame {
  const common = { ...slots };
  const { key: _, ...first } = sides[0] ?? { key: '' };
  for (const slot of Object.keys(first) as (keyof Slots)[]) delete common[slot];
  if (first.actors) delete common.pair;
  const told = shapeOf(facets, slots).of;
  const of = told === 'incidents' && facets.order.some((o) => o.value === 'deadliest') ? 'killed' : told;
  return { measure: 'compare', of, order: 'newest', limit: 5, ...common, sides };
}
