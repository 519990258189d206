import type { EntityLinker } from '../entities/entity-linker.ts';
import { inFigures } from '../reading/period/number-words.ts';
import type { ActorReading, PlaceReading } from '../reading/readers/exact-names.ts';
import { type AttributionMention, readAttributionMentions } from './attributions.ts';
import { type CasualtyMention, readCasualties } from './casualties.ts';
import { type EventTrigger, readInstruments, readTriggers } from './event-triggers.ts';
import { findNonFactual, isAggregate, isDevelopment, isEarlier } from './factuality.ts';
import { findMentions } from './mentions.ts';
import { maskSpans } from './noun-phrases.ts';
import { type Participants, readParticipants } from './participants.ts';
import { type LocationMention, readLocation } from './resolve-place.ts';
import { type Publication, readTimes, type TimeMention } from './resolve-time.ts';
import type { Sentence } from './sentences.ts';
import { readSourceMentions, type SourceMention } from './sources.ts';

/**
 * What is extracted from a sentence. `kind`: it is about an event, a total, a development, or adds to an event before.
 */
export interface SentenceExtraction {
  sentence: Sentence;
  kind: 'event' | 'aggregate' | 'development' | 'earlier' | 'more';
  triggers: EventTrigger[];
  instruments: string[];
  times: TimeMention[];
  location: LocationMention;
  participants: Participants;
  attributions: AttributionMention[];
  casualties: CasualtyMention[];
  sourceMentions: SourceMention[];
  /** Known groups that those who were hit are said to belong to. */
  belong: string[];
}

/** What a sentence is read with. */
export interface ReadContext {
  names: EntityLinker;
  /** Countries in the report, the most likely first. */
  countries: readonly string[];
}

function kindOf(
  text: string,
  triggers: EventTrigger[],
  hurt: CasualtyMention[],
  times: TimeMention[],
): SentenceExtraction['kind'] {
  if (isAggregate(text)) return 'aggregate';
  const fresh = triggers.some((t) => !t.definite);
  if (isEarlier(text) && (fresh || hurt.length > 0) && !times.some((t) => !t.long)) return 'earlier';
  if (fresh) return 'event';
  return triggers.length === 0 && hurt.length === 0 && isDevelopment(text) ? 'development' : 'more';
}

/** A sentence with the times and names in it. */
export interface SentenceMentions {
  sentence: Sentence;
  times: TimeMention[];
  places: PlaceReading[];
  groups: ActorReading[];
}

/** The places, actors and times in a sentence, which are read before the countries of its report are known. */
export function readMentions(sentence: Sentence, names: EntityLinker, published: Publication): SentenceMentions {
  const times = readTimes(sentence.text, published);
  return { sentence, times, ...findMentions(sentence.text, names, times) };
}

const inserted = /, (?:including|among them|(?:\w+ of (?:them|whom))) [^,]{1,60},/gi;

/** Reads one sentence with every reader. */
export function extractSentence(
  { sentence, times, places, groups }: SentenceMentions,
  context: ReadContext,
): SentenceExtraction {
  const { text } = sentence;
  const masked = findNonFactual(text);
  const triggers = readTriggers(text, masked);
  const real = maskSpans(
    text,
    masked.filter((m) => !/^(?:may|might|could|fear)/i.test(text.slice(m.start))),
  );
  const hurt = readCasualties(inFigures(real.replace(inserted, ' ')).text);
  const location = readLocation(text, places, context.names, context.countries);
  const located = places.map(({ start, end }) => withPreposition(text, start, end));
  const said = isEarlier(text) ? [] : readAttributionMentions(maskSpans(text, times));
  const bare = maskSpans(text, [...times, ...located.filter((s) => s.start < s.end)]);
  return {
    sentence,
    // Denying and blaming others is about an event that was mentioned before.
    kind: said.some((s) => s.status === 'denied') && hurt.length === 0 ? 'more' : kindOf(text, triggers, hurt, times),
    triggers,
    instruments: readInstruments(text, masked),
    times,
    location,
    participants: readParticipants(bare, triggers),
    attributions: said,
    casualties: hurt,
    sourceMentions: readSourceMentions(maskSpans(text, times)),
    belong: belonging(text, groups),
  };
}

const belongs =
  /\b(?:targeted|killed|dead|slain|victims|wounded|convoy|casualties)\b[^.;]{0,60}?\b(?:belong(?:ed|s|ing)? to|were (?:all )?(?:members|fighters|part) of|were from|were affiliated with)\b/i;

/** "The targeted militias belonged to X and Y". */
function belonging(text: string, groups: readonly ActorReading[]): string[] {
  const m = belongs.exec(text);
  const from = m ? m.index + m[0].length : Number.POSITIVE_INFINITY;
  return groups
    .filter((g) => g.start >= from && !/\bpart of (?:the )?$/i.test(text.slice(0, g.start)))
    .flatMap((g) => g.value.candidates[0]?.name ?? []);
}

/** "in northern Mali", from the preposition on; nothing where the place belongs to a name. */
function withPreposition(text: string, start: number, end: number) {
  const lead = text
    .slice(0, start)
    .match(
      /\b(?:in|near|at|outside|around|across|inside|from|on the outskirts of)(?: the)?(?: (?!(?:on|in|by|at|near|and|from|raid|attack|ambush|strike|airstrike|bombing|blast|clash)\b)[\p{L}'-]+){0,4} $/u,
    )?.[0];
  return lead === undefined ? { start: end, end } : { start: start - lead.length, end };
}
