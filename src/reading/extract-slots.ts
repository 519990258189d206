import { type EntityLinker, isObscure } from '../entities/entity-linker.ts';
import type { Period } from '../incidents/query.ts';
import { actorsInCountry, inItsCountry } from './in-country.ts';
import { readPeriods } from './period/index.ts';
import { type AsOfReading, type ReviewReading, readAsOf, readReviews } from './readers/as-of.ts';
import { type AspectReading, readAspects } from './readers/aspect.ts';
import { type AttributionReading, readAttributions } from './readers/attribution.ts';
import type { ActorReading, NameReading, PlaceReading, UnknownReading } from './readers/candidates.ts';
import { type ChangesReading, readChanges } from './readers/changes.ts';
import { type DistanceReading, type PointReading, readDistances, readPoints } from './readers/distance.ts';
import { type EventTypeReading, readEventTypes } from './readers/event-type.ts';
import { readTexts, type TextReading } from './readers/free-text.ts';
import { type GroupingReading, readGroupings } from './readers/group-by.ts';
import { type MeasureReading, type QuantityReading, readMeasures, readQuantities } from './readers/measure.ts';
import { readNames } from './readers/mention-detection.ts';
import { type LimitReading, type OrderReading, readLimits, readOrders } from './readers/order.ts';
import { type PrecisionReading, readPrecisions } from './readers/precision.ts';
import { readSources, type SourceReading } from './readers/source.ts';
import { readThresholds, type ThresholdReading } from './readers/threshold.ts';
import { combine } from './select-spans.ts';
import type { Reading } from './span.ts';
import { overlaps, wordsOf } from './text.ts';

type PeriodReading = Reading<'period', Period>;
type AnyReading =
  | PeriodReading
  | AsOfReading
  | ReviewReading
  | ChangesReading
  | MeasureReading
  | QuantityReading
  | GroupingReading
  | OrderReading
  | LimitReading
  | ThresholdReading
  | EventTypeReading
  | AttributionReading
  | AspectReading
  | PrecisionReading
  | DistanceReading
  | PointReading
  | SourceReading
  | TextReading
  | PlaceReading
  | ActorReading
  | UnknownReading;

/** Every facet's readings, in the order of the text. */
export interface Facets {
  text: string;
  period: PeriodReading[];
  asOf: AsOfReading[];
  review: ReviewReading[];
  changes: ChangesReading[];
  measure: MeasureReading[];
  quantity: QuantityReading[];
  grouping: GroupingReading[];
  order: OrderReading[];
  limit: LimitReading[];
  threshold: ThresholdReading[];
  eventType: EventTypeReading[];
  attribution: AttributionReading[];
  aspect: AspectReading[];
  precision: PrecisionReading[];
  distance: DistanceReading[];
  point: PointReading[];
  source: SourceReading[];
  freeText: TextReading[];
  place: PlaceReading[];
  actor: ActorReading[];
  unknown: UnknownReading[];
  all: AnyReading[];
}

export interface ReaderContext {
  now: Date;
  zone: string;
  locale: string;
  names: EntityLinker;
  sources: readonly { name: string }[];
}

// These say how to look, not what at: several of them may share words with another facet.
const soft = new Set([
  'measure',
  'quantity',
  'order',
  'grouping',
  'aspect',
  'limit',
  'text',
  'attribution',
  'threshold',
]);
const firm = new Set([
  'period',
  'asOf',
  'changes',
  'review',
  'distance',
  'point',
  'threshold',
  'precision',
  'grouping',
  'eventType',
  'source',
]);

const shaping = new Set(['measure', 'order', 'limit', 'grouping', 'text']);

/** "last month", "the first half of 2014": words of a time shape nothing else. */
function apartFromTimes(readings: AnyReading[]): AnyReading[] {
  const times = readings.filter((r) => r.facet === 'period');
  return readings.filter((r) => !shaping.has(r.facet) || !times.some((t) => overlaps(t, r)));
}

/** "the Kachin (KIA)": the words before a group's abbreviation are the group's, not a place. */
function withoutApposed(text: string, names: NameReading[]): NameReading[] {
  const actors = names.filter((n) => n.facet === 'actor');
  return names.filter((n) => n.facet !== 'place' || !actors.some((a) => text.slice(n.end, a.start) === ' ('));
}

/** "reports about Mosul": what they are about is a place or a group, not words in the text. */
function isAboutName({ words, value }: TextReading, names: EntityLinker): boolean {
  if (words === value || words.startsWith('"') || names.isOrdinaryWord(value.toLowerCase())) return false;
  const place = names.places(value, { exact: true, limit: 1 })[0];
  return (place && !isObscure(place)) || names.actors(value, { exact: true, limit: 1 }).length > 0;
}

/** Runs every reader and keeps the best set of readings that agree with one another. */
export function readFacets(text: string, context: ReaderContext): Facets {
  const periods = readPeriods(text, context);
  const sure: AnyReading[] = [
    ...periods,
    ...readAsOf(text, periods, context.zone),
    ...readReviews(text),
    ...readChanges(text),
    ...readDistances(text),
    ...readPoints(text),
    ...readThresholds(text),
    ...readPrecisions(text),
    ...readGroupings(text),
    ...readMeasures(text),
    ...readQuantities(text),
    ...readOrders(text),
    ...readLimits(text),
    ...readEventTypes(text),
    ...readAttributions(text),
    ...readAspects(text),
    ...readTexts(text),
    ...readSources(text, context.sources),
  ];
  const kept = combine(apartFromTimes(sure), soft).filter((r) => r.facet !== 'text' || !isAboutName(r, context.names));
  const taken = kept.filter((r) => firm.has(r.facet) || (r.facet === 'text' && r.words.includes(' ')));
  const names: NameReading[] = readNames(text, wordsOf(text), context.names, taken);
  const combined = combine<AnyReading>([...kept, ...withoutApposed(text, names)], soft);
  return facetsOf(text, actorsInCountry<AnyReading>(inItsCountry(text, combined, context.names)));
}

/** The facets with one reading in place of another. */
export const withReading = ({ text, all }: Facets, before: AnyReading, after: AnyReading): Facets =>
  facetsOf(
    text,
    all.map((r) => (r === before ? after : r)),
  );

/** Readings, in the order of the text, by their facets. */
function facetsOf(text: string, all: AnyReading[]): Facets {
  const of = <F extends AnyReading['facet']>(facet: F) =>
    all.filter((r) => r.facet === facet) as Extract<AnyReading, { facet: F }>[];
  return {
    text,
    all,
    period: of('period'),
    asOf: of('asOf'),
    review: of('review'),
    changes: of('changes'),
    measure: of('measure'),
    quantity: of('quantity'),
    grouping: of('grouping'),
    order: of('order'),
    limit: of('limit'),
    threshold: of('threshold'),
    eventType: of('eventType'),
    attribution: of('attribution'),
    aspect: of('aspect'),
    precision: of('precision'),
    distance: of('distance'),
    point: of('point'),
    source: of('source'),
    freeText: of('text'),
    place: of('place'),
    actor: of('actor'),
    unknown: of('unknown'),
  };
}
