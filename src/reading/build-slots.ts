import { isWide, type PlaceCandidate } from '../entities/entity-linker.ts';
import type { Slots } from '../frames/slots.ts';
import { actorSlot, isPair, keyOf, roleOf } from './actor-roles.ts';
import { attributionOf } from './attribution-intent.ts';
import { excluded } from './exclusion.ts';
import type { Facets } from './extract-slots.ts';
import { type Located, line, located, narrowest, position } from './place-slots.ts';
import type { ActorReading, PlaceReading } from './readers/candidates.ts';
import type { Reading, Span } from './span.ts';

const nearCue =
  /\b(?:near(?:by)?(?: to)?|around|close to|next to|in the vicinity of|vicinity of|not far from|surroundings of|surrounding|off)(?: the)? $/i;

export interface SlotReading {
  slots: Slots;
  /** Words that decided a role or an exclusion, so they do not count as unread. */
  cues: Span[];
}

/** All facets as slots: prepositions give roles, "outside" excludes, "between" makes a line or a pair. */
export function slotsOf(facets: Facets, soft: boolean): SlotReading {
  const { text } = facets;
  const { out: excludedReadings, cues } = excluded<Reading>(
    text,
    [...facets.place, ...facets.actor, ...facets.eventType].sort((a, b) => a.start - b.start),
  );
  const attribution = attributionOf(facets);
  const included = <R extends Reading>(readings: R[]) => readings.filter((r) => !excludedReadings.has(r));
  const slots: Slots = {
    ...periodOf(facets),
    ...(facets.asOf[0] ? { asOf: facets.asOf[0].value } : {}),
    ...(facets.review[0] ? { unreviewed: true } : {}),
    ...placesOf(facets, included(facets.place)),
    ...actorsOf(
      text,
      included(facets.actor).filter((r) => r !== attribution?.of),
    ),
    ...typesOf(included(facets.eventType).map((r) => r.value)),
    ...thresholdsOf(facets),
    ...(attribution ? { attribution: attribution.attribution } : {}),
    ...(facets.source[0] ? { source: facets.source[0].value } : {}),
    ...textOf(facets, soft),
  };
  for (const { value } of facets.precision) {
    if (value.where) slots.wherePrecision = value.where;
    if (value.when) slots.whenPrecision = value.when;
  }
  if (excludedReadings.size > 0) slots.exclude = excludeOf(facets, excludedReadings);
  return { slots: forCivilians(facets, slots), cues };
}

function periodOf(facets: Facets): Pick<Slots, 'period'> {
  const [first, ...rest] = facets.period.map((r) => r.value);
  if (!first) return {};
  // Several periods outside a comparison narrow one another: "since 2003, in March 2005".
  const later = (a: string | null, b: string | null) => (a === null ? b : b === null || a > b ? a : b);
  const earlier = (a: string | null, b: string | null) => (a === null ? b : b === null || a < b ? a : b);
  const joined = rest.reduce((p, q) => ({ start: later(p.start, q.start), end: earlier(p.end, q.end) }), first);
  const empty = joined.start !== null && joined.end !== null && joined.start >= joined.end;
  return { period: empty ? first : joined };
}

function placesOf(facets: Facets, readings: PlaceReading[]): Pick<Slots, 'places'> {
  const { text } = facets;
  const km = facets.distance[0]?.value.km;
  const places: Located[] = facets.point.map(({ value }) => position(value.lat, value.lon, km));
  for (let i = 0; i < readings.length; i++) {
    const [here, next] = [readings[i] as PlaceReading, readings[i + 1]];
    const between = next && lineBetween(text, here, next, km);
    if (between) {
      places.push(between);
      i++;
    } else places.push(toLocated(here, text, km, facets));
  }
  const distinct = narrowest(
    places.filter(
      (p, i) => places.findIndex((q) => q.name === p.name && q.level === p.level && q.country === p.country) === i,
    ),
  );
  return distinct.length ? { places: distinct.map(({ slot }) => slot) } : {};
}

function toLocated(reading: PlaceReading, text: string, km: number | undefined, facets: Facets): Located {
  const before = text.slice(0, reading.start);
  const distance =
    facets.distance.some(
      (d) => d.end <= reading.start + 1 && /^[\s,]*(?:of|from|around|the)*\s*$/i.test(text.slice(d.end, reading.start)),
    ) ||
    (km !== undefined && facets.place.length === 1);
  const near = nearCue.test(before) || distance;
  const [first] = reading.value.candidates;
  const best = (near && candidateWithPoint(reading, 0.999)) || first;
  if (!best) throw new Error('a place reading needs a candidate');
  return located(best, near ? 'near' : 'in', km);
}

const fineLevels = new Set<PlaceCandidate['level']>(['town', 'site', 'admin2']);

/** "near Djibouti" is near the city; "near Iraq" is not near Arak in Iran. */
function candidateWithPoint({ value: { candidates } }: PlaceReading, minScore: number): PlaceCandidate | undefined {
  const [first] = candidates;
  const fine = candidates.find((c) => fineLevels.has(c.level) && c.score >= minScore);
  const elsewhere =
    first?.level === 'world-region' || (first?.level === 'country' && fine?.countryCode !== first.countryCode);
  return elsewhere ? undefined : fine;
}

/** The end of a line: anything but a country. */
function lineEnd(reading: PlaceReading): PlaceCandidate | undefined {
  const [first] = reading.value.candidates;
  return candidateWithPoint(reading, 0) ?? (isWide(first) ? undefined : first);
}

function lineBetween(text: string, a: PlaceReading, b: PlaceReading, km?: number): Located | undefined {
  const isLine =
    /\b(?:between|from|road from|way from|route from)(?: the)? $/i.test(text.slice(0, a.start)) &&
    /^[\s]*(?:and|to|&)(?: the)?[\s]*$/i.test(text.slice(a.end, b.start));
  const [from, to] = [lineEnd(a), lineEnd(b)];
  return isLine && from && to ? line(from, to, km) : undefined;
}

function actorsOf(text: string, readings: ActorReading[]): Pick<Slots, 'actors' | 'pair'> {
  const distinct = readings.filter(
    (r, i) => readings.findIndex((o) => o.value.candidates[0]?.key === r.value.candidates[0]?.key) === i,
  );
  const [a, b] = distinct;
  if (a && b && distinct.length === 2 && isPair(text, a, b)) return { pair: [keyOf(a), keyOf(b)] };
  return distinct.length ? { actors: distinct.map((r) => actorSlot(r, roleOf(text, r))) } : {};
}

function typesOf(ids: string[]): Pick<Slots, 'eventTypes'> {
  const narrow = ids.filter((id) => id !== 'violence');
  const chosen = narrow.length ? narrow : ids;
  return chosen.length ? { eventTypes: [...new Set(chosen)] } : {};
}

function thresholdsOf(facets: Facets): Pick<Slots, 'killed' | 'civilians' | 'wounded'> {
  return Object.fromEntries(facets.threshold.map(({ value: { of, ...bounds } }) => [of, bounds]));
}

function textOf(facets: Facets, soft: boolean): Pick<Slots, 'text'> {
  const words = [...new Set(facets.freeText.map((r) => r.value))];
  return words.length &&
    (soft ||
      facets.freeText.some(
        (r) => !facets.all.some((o) => o !== r && o.facet !== 'text' && o.start <= r.start && o.end >= r.end),
      ))
    ? { text: words.join(' ') }
    : {};
}

function excludeOf(facets: Facets, out: Set<Reading>): Slots['exclude'] {
  const places = facets.place
    .filter((r) => out.has(r))
    .flatMap((r) => (r.value.candidates[0] ? [located(r.value.candidates[0]).slot] : []));
  const actors = facets.actor.filter((r) => out.has(r)).map((r) => actorSlot(r, 'either'));
  const eventTypes = facets.eventType.filter((r) => out.has(r)).map((r) => r.value);
  return {
    ...(places.length ? { places } : {}),
    ...(actors.length ? { actors } : {}),
    ...(eventTypes.length ? { eventTypes } : {}),
  };
}

/** "civilians killed by X" is X's one-sided violence only. */
function forCivilians(facets: Facets, slots: Slots): Slots {
  const by = slots.actors?.some((a) => a.role === 'attacker');
  const civilians = facets.quantity.some((r) => r.value === 'civilians killed');
  return by && civilians && !slots.eventTypes?.some((t) => t !== 'violence')
    ? { ...slots, eventTypes: ['attack-on-civilians'] }
    : slots;
}
