import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Vocabulary } from '../incidents/data-profile.ts';
import { type Filter, type Query, query as querySchema } from '../incidents/query.ts';
import { aboutLast, aboutShown, theNth, unclear } from './anaphora.ts';
import { buildFilter } from './build-filter.ts';
import { asksForChanges } from './change-intent.ts';
import { choicesFor } from './clarification.ts';
import { sidesOf } from './comparison.ts';
import { type DialogueState, leansBack, nthShown, withoutReset } from './dialogue-state.ts';
import { corrected, dropped, without } from './edit-last.ts';
import { type Facets, readFacets } from './extract-slots.ts';
import { asSaid } from './languages/back-translation.ts';
import { type NormalizedQuestion, normalizeQuestion } from './languages/detect-language.ts';
import { type MeasureIntent, shapeOf } from './measure-intent.ts';
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
  const facet = memory && dropped(whole);
  if (memory && facet) return less(memory, facet);
  const text = mendSpelling(corrected(whole, memory), context.names);
  const facets = readFacets(text, { ...context, sources: context.vocabulary.sources });
  const changes = asksForChanges(facets, memory, context.zone);
  if (changes) return choicesFor(facets) ?? changes;
  const about = memory && aboutLast(facets);
  if (about && (memory.ids.length > 0 || nothingRead(facets))) return aboutShown(memory, about, facets);
  if (nothingRead(facets)) return nothing(facets, text, context.names, memory);
  if (leansBack(text, facets)) return memory ? followed(facets, memory) : alone(facets, text);
  return fresh(facets);
}

/** The thread's question with one condition fewer. */
const less = ({ query }: DialogueState, facet: NonNullable<ReturnType<typeof dropped>>): ParseResult => ({
  kind: 'query',
  query: querySchema.parse({ ...query, offset: 0, filter: without(query.filter, facet) }),
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

/** Words that lean on something before, with nothing before them. */
function alone(facets: Facets, text: string): ParseResult {
  const standsAlone =
    facets.eventType.length > 0 ||
    facets.freeText.length > 0 ||
    facets.threshold.length > 0 ||
    facets.unknown.length > 0 ||
    facets.attribution.length > 0 ||
    facets.place.length > 0 ||
    facets.actor.length > 0 ||
    facets.point.length > 0;
  const datesOnly = facets.period.length > 0 && !/^(?:and|but|what about|how about|only|just|then)\b/i.test(text);
  const counted =
    facets.quantity.length > 0 ||
    (facets.measure.length > 0 && /\b(?:incidents?|attacks?|events?|violence)\b/i.test(text));
  if (standsAlone && !/^(?:and|but)\b/i.test(text)) return fresh(facets);
  if (
    datesOnly ||
    (counted && !/^(?:and|but)\b/i.test(text)) ||
    (facets.grouping.length > 0 && facets.order.length > 0)
  )
    return fresh(facets);
  return unclear({ kind: 'alone', said: text });
}

function fresh(facets: Facets): ParseResult {
  const back = choicesFor(facets);
  if (back) return back;
  const one = meansOne(facets.text);
  const { filter, cues } = buildFilter(facets, one);
  const sides = sidesOf(facets);
  if (sides && sides.length > 1) return compared(facets, filter, sides, cues);
  const shape = shapeOf(facets, filter);
  return made(facets, { ...shape, filter: softened(filter, shape) }, cues);
}

/** One incident is asked about: its words rank, they do not bind. */
function softened(filter: Filter, shape: MeasureIntent): Filter {
  return shape.measure !== 'describe' && shape.measure !== 'who'
    ? filter
    : {
        ...filter,
        ...(filter.eventTypes?.every((t) => t === 'violence') ? { eventTypes: undefined } : {}),
        attribution: undefined,
      };
}

function compared(
  facets: Facets,
  filter: Filter,
  sides: NonNullable<Query['sides']>,
  cues: { start: number; end: number }[],
): ParseResult {
  const common = { ...filter };
  for (const facet of Object.keys(sides[0]?.filter ?? {}) as (keyof Filter)[]) delete common[facet];
  if (sides[0]?.filter.actors) delete common.pair;
  const told = shapeOf(facets, filter).of;
  const of = told === 'incidents' && facets.order.some((o) => o.value === 'deadliest') ? 'killed' : told;
  return made(facets, { measure: 'compare', of, order: 'newest', limit: 5, filter: common, sides }, cues);
}
